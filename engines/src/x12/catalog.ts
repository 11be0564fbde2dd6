import type { Snip } from './finding.ts';
import { allRules } from './rules/index.ts';

/** One thing that a file may be found wrong for. */
export interface CatalogEntry {
  /** The code of its findings. */
  code: string;
  snip: Snip;
  /** Whether the X12 standard asks for it, or the implementation guide. */
  from: 'standard' | 'guide';
  /** Transaction types it applies to; `all` for what holds for every file. */
  types: string[];
  /** In words: what is due, and when. */
  when: string;
  source: string;
}

/** What is found while a file is cut and placed along its guide: the rules of structure. */
const structure: readonly (readonly [code: string, snip: Snip, from: CatalogEntry['from'], when: string])[] =
  [
    ['empty', 1, 'standard', 'a file holds at least one segment'],
    ['no-isa', 1, 'standard', 'a file begins with an ISA segment'],
    ['isa-unreadable', 1, 'standard', 'ISA has sixteen elements, so that the delimiters are known'],
    ['isa-width', 1, 'standard', 'ISA is 106 characters wide'],
    [
      'delimiters',
      1,
      'standard',
      'delimiters are four different characters, none a letter, a digit or a blank',
    ],
    [
      'repetition-separator',
      1,
      'standard',
      'ISA11 is the repetition separator from version 00402 on (a warning)',
    ],
    ['segment-empty', 1, 'standard', 'something stands between two segment terminators'],
    ['segment-too-long', 1, 'standard', 'a segment is no longer than is read (64 KB, binary data 64 MB)'],
    ['unterminated', 1, 'standard', 'the last segment has its terminator'],
    ['binary-length', 1, 'standard', 'BIN01 or BDS02 counts the bytes of the data'],
    ['envelope-element', 1, 'standard', 'elements of ISA, GS, ST and TA1 have the right form'],
    ['segment-outside', 1, 'standard', 'every segment belongs to a transaction, group or interchange'],
    ['control-repeated', 1, 'standard', 'a control number is used once in a file'],
    ['iea-missing', 1, 'standard', 'an interchange ends with IEA'],
    ['iea-count', 1, 'standard', 'IEA01 counts the groups'],
    ['iea-control', 1, 'standard', 'IEA02 repeats ISA13'],
    ['ge-missing', 1, 'standard', 'a group ends with GE'],
    ['ge-count', 1, 'standard', 'GE01 counts the transactions'],
    ['ge-control', 1, 'standard', 'GE02 repeats GS06'],
    ['se-missing', 1, 'standard', 'a transaction ends with SE'],
    ['se-count', 1, 'standard', 'SE01 counts the segments, ST and SE included'],
    ['se-control', 1, 'standard', 'SE02 repeats ST02'],
    ['group-kind', 1, 'standard', 'GS01 names the kind of transactions in the group'],
    ['version-mismatch', 1, 'guide', 'ST03 is the version that GS08 declares'],
    [
      'element-missing',
      1,
      'standard',
      'an element that the standard makes mandatory, or at SNIP 2 the guide, is there',
    ],
    ['element-condition', 1, 'standard', 'elements that belong together are sent together'],
    ['elements-exclude', 1, 'standard', 'of elements that exclude each other one is sent'],
    ['element-repeats', 1, 'standard', 'an element repeats no oftener than it may'],
    ['too-many-elements', 1, 'standard', 'a segment has no more elements than it may have'],
    ['too-many-components', 1, 'standard', 'an element has no more components than it may have'],
    ['trailing-separator', 1, 'standard', 'separators at the end of a segment are left out (a warning)'],
    ['element-too-short', 1, 'standard', 'a value is as long as its data element asks'],
    [
      'element-too-long',
      1,
      'standard',
      'a value is no longer than its data element, and at SNIP 2 an amount no longer than ten digits',
    ],
    ['invalid-character', 1, 'standard', 'a value holds only characters of its type'],
    ['invalid-amount', 1, 'standard', 'an amount has two decimals at most'],
    ['invalid-date', 1, 'standard', 'a date or stretch of dates is one, in the form its qualifier declares'],
    ['invalid-time', 1, 'standard', 'a time is one'],
    ['one-date-period', 1, 'standard', 'a stretch of dates has two ends (a warning where it is one date)'],
    ['segment-missing', 2, 'guide', 'a segment that the guide requires is there'],
    ['loop-missing', 2, 'guide', 'a loop that the guide requires is there'],
    ['segment-repeats', 2, 'guide', 'a segment stands no oftener than it may'],
    ['loop-repeats', 2, 'guide', 'a loop stands no oftener than it may'],
    ['segment-order', 2, 'guide', 'segments stand in the order of the guide'],
    ['segment-unexpected', 2, 'guide', 'a segment is one that the guide uses there'],
    ['element-not-used', 2, 'guide', 'an element is one that the guide uses there'],
    ['code-not-allowed', 2, 'guide', 'a code is one that the guide lists there'],
    ['guide-not-held', 1, 'guide', 'told where no guide is held: only syntax is checked (no fault)'],
    [
      'code-set-not-loaded',
      5,
      'guide',
      'told where a code set is not loaded: its codes are not checked (no fault)',
    ],
    ['too-many-findings', 1, 'standard', 'told where a file has more than ten thousand findings'],
  ];

/** Everything a file may be found wrong for: structure first, then rules by SNIP type and code. */
export function catalog(): CatalogEntry[] {
  const entries = structure.map(
    ([code, snip, from, when]): CatalogEntry => ({
      code,
      snip,
      from,
      types: ['all'],
      when,
      source: from === 'standard' ? 'X12.5, X12.6, X12.22' : 'the guide of the transaction',
    }),
  );
  return [...entries, ...ruleEntries()];
}

/** One entry for each rule, with every type that has it. */
function ruleEntries(): CatalogEntry[] {
  const byRule = new Map<string, CatalogEntry>();
  for (const [type, { loops, transactions }] of Object.entries(allRules())) {
    for (const { id: code, snip, from, when, source } of [...loops, ...transactions]) {
      const key = `${code} ${when}`;
      const known = byRule.get(key);
      if (!known) byRule.set(key, { code, snip, from, types: [type], when, source });
      else if (!known.types.includes(type)) known.types.push(type);
    }
  }
  return [...byRule.values()].sort((a, b) => a.snip - b.snip || (a.code < b.code ? -1 : 1));
}
