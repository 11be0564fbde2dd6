import type { AdmissionProposal, CodeBook, Evidence, PresentOnAdmission } from '../model/index.ts';
import { type Candidate, evidenceOf } from './candidates.ts';
import type { Mention } from './mention.ts';
import type { Case } from './rules/rule.ts';

/** Words that say when a condition began, in the order of strength where several stand at one place. */
const onset: { indicator: PresentOnAdmission; words: RegExp }[] = [
  {
    indicator: 'W',
    words:
      /\b(?:unable to|cannot|can not|could not) (?:be )?(?:clinically )?(?:determined?|tell|say)\b|\bclinically undetermined\b/gi,
  },
  {
    indicator: 'U',
    words: /\b(?:unclear|unknown|not documented|not clear) (?:if|whether)\b/gi,
  },
  {
    indicator: 'N',
    words:
      /\b(?:not (?:present|POA) (?:on|at)(?: the time of)? admission|not POA|(?:hospital|ward|ICU) day #?\d{1,2}|HD ?#?\d{1,2}|POD ?#?\d{1,2}|post-?op(?:erative)? day #?\d{1,2}|hospital[- ]acquired|nosocomial|in-?hospital (?:fall|onset)|(?:during|later in|while in) (?:the |this |her |his )?(?:hospitali[sz]ation|hospital stay|hospital course|admission|stay)|(?:hospital )?course (?:was )?complicated by|post-?op(?:erative(?:ly)?)?|after (?:the )?(?:surgery|operation|procedure)|day(?:s)? after admission|since admission)\b/gi,
  },
  {
    indicator: 'Y',
    words:
      /\b(?:present (?:on|at)(?: the time of)? admission|POA|(?:on|at|upon|before|prior to) (?:the time of )?(?:admission|arrival|presentation)|admitted (?:with|for|due to|because of)|(?:presented|presenting|presents|came in|arrived) (?:\w+ ){0,3}(?:with|for)|in the (?:ED|ER|emergency (?:department|room))|long-?standing)\b/gi,
  },
];

/** Diseases that develop over months: there at admission, even where they are found later. Source: appendix I, `Y`. */
const longStanding =
  /^(?:B18|B20|C|D5[0-35-9]|D6[04-9]|E0[0-7]|E1[013]|E66|E78|F0[1-3]|F1\d\.2|F2|F3[1-4]|F84|G20|G30|G35|G4[037]|G8[01]|H2[56]|H35|H40|I1[0-3]|I25|I27|I48\.[1-2]|I50\.[2-4]2|I70|I73|J4[1-7]|J84|K21|K50|K51|K70\.3|K74|L40|M0[5-6]|M1[0-9]|M81|N18|N40|P|Q)/;

/** How far from a mention its onset is looked for, in UTF-16 units: clauses of hostile notes are long. */
const reach = 240;

interface Onset {
  indicator: PresentOnAdmission;
  start: number;
  end: number;
}

function onsetsIn(text: string, offset: number): Onset[] {
  const found: Onset[] = [];
  for (const { indicator, words } of onset) {
    for (const { index, 0: said } of text.matchAll(words)) {
      const [start, end] = [offset + index, offset + index + said.length];
      // `Not present on admission` holds the words of its opposite.
      if (!found.some((other) => start < other.end && other.start < end))
        found.push({ indicator, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * What a clause says of the onset of a mention: behind it up to the next comma (`AKI on admission`, `C. difficile,
 * hospital day 4` reads over one), else the last word before it (`developed on HD 3: delirium`).
 */
function onsetOf({ clause, start, end }: Mention): Onset | undefined {
  const from = Math.max(clause.start, start - reach);
  const to = Math.min(clause.end, end + reach);
  const text = (a: number, b: number) => clause.text.slice(a - clause.start, b - clause.start);
  const behind = text(end, to);
  const stop = behind.search(/[,;](?! *(?:hospital day|HD|POD|POA|present|not present|post))/i);
  const before = onsetsIn(text(from, start), from).at(-1);
  // `Unclear whether the ulcer was present on admission`
  if (before?.indicator === 'U' || before?.indicator === 'W') return before;
  const after = onsetsIn(stop < 0 ? behind : behind.slice(0, stop), end)[0];
  return after ?? onsetsIn(text(start, end), start)[0] ?? before;
}

/** Proposes the indicator for each diagnosis of an inpatient stay. Source: guidelines, appendix I. */
export function onAdmission(
  about: Case,
): (candidate: Candidate, isPrincipal: boolean) => AdmissionProposal | undefined {
  if (about.record.setting !== 'inpatient') return () => undefined;
  const said = onsetsByCategory(about);
  return (candidate, isPrincipal) => proposal(candidate, isPrincipal, said, about.book);
}

interface Said {
  indicator: Onset['indicator'];
  evidence: Evidence;
}

/** What the record says of the onset of each category it names, and of each name. */
function onsetsByCategory({ read }: Case): Map<string, Said[]> {
  const said = new Map<string, Said[]>();
  for (const { document, mentions } of read) {
    for (const mention of mentions) {
      if (mention.assertion !== 'present' && mention.assertion !== 'uncertain') continue;
      const found = onsetOf(mention);
      if (!found) continue;
      const { indicator, start, end } = found;
      const one: Said = { indicator, evidence: evidenceOf(document, start, end) };
      for (const key of [mention.code.slice(0, 3), spoken(document.text.slice(mention.start, mention.end))]) {
        const known = said.get(key) ?? [];
        if (known.length < mostOnsets) known.push(one);
        said.set(key, known);
      }
    }
  }
  return said;
}

const mostOnsets = 8;

/** One name may lead to several categories, as a phrase and in running text. */
const spoken = (quote: string) => `said: ${quote.slice(0, 120).toLowerCase()}`;

const reasons: Record<Onset['indicator'], string> = {
  Y: 'The record says that it was there at admission.',
  N: 'The record says that it began during the stay.',
  U: 'The record says that it is not known; ask the provider.',
  W: 'The provider cannot tell whether it was there at admission.',
};

function proposal(
  { code, ground, evidence }: Candidate,
  isPrincipal: boolean,
  said: ReadonlyMap<string, readonly Said[]>,
  book: CodeBook,
): AdmissionProposal {
  if (book.lookup(code)?.poaExempt) {
    return {
      indicator: 'exempt',
      reason: 'The code is on the list exempt from this reporting.',
      evidence: [],
    };
  }
  const keys = [code.slice(0, 3), ...evidence.map(({ quote }) => spoken(quote))];
  const told = [...new Set(keys.flatMap((key) => said.get(key) ?? []))];
  const says = (indicator: Said['indicator']) => told.some((one) => one.indicator === indicator);
  if (says('Y') && says('N')) {
    const reason = 'The record says both that it was there and that it began later; ask the provider.';
    return { indicator: 'U', reason, evidence: told.map(({ evidence }) => evidence) };
  }
  for (const indicator of ['W', 'N', 'Y', 'U'] as const) {
    const spans = told.filter((one) => one.indicator === indicator).map(({ evidence }) => evidence);
    if (spans.length > 0) return { indicator, reason: reasons[indicator], evidence: spans };
  }
  const yes = (reason: string): AdmissionProposal => ({ indicator: 'Y', reason, evidence: [] });
  if (isPrincipal) return yes('The principal diagnosis is what occasioned the admission.');
  if (longStanding.test(code)) return yes('It develops over a long time, so it was there at admission.');
  if (['present-illness', 'complaint', 'past-history', 'problem-list'].includes(ground.section))
    return yes('The history before the admission tells of it.');
  return {
    indicator: 'U',
    reason: 'The record does not say when it began; ask the provider.',
    evidence: [],
  };
}
