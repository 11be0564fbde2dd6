import { type CodeBook, codeRanges, inRange } from '../../../model/index.ts';
import { type Candidate, evidenceOf } from '../../candidates.ts';
import { added, type Case, type CodingRule } from '../rule.ts';
import { clauseAround, readingOf } from '../stated.ts';

/**
 * What a head itself may say of an additional code: the stage of kidney disease, the kind of heart failure,
 * the ulcer, the organism, the urinary symptom. Habits, exposures and drugs are told elsewhere.
 */
const tellable = /^(?:N18|I50|L97|B9[5-7]|R3[3-9]|N39\.4|N13\.8|J9[6]|R65\.2|Z96\.6)/;

/** The tabular list asks for a second code, and the words of the first one name it. */
export const useAdditional: CodingRule = {
  id: 'use-additional',
  source: 'ICD-10-CM Official Guidelines I.A.13 and I.B.7; notes "use additional code" of the tabular list',
  reason: 'The tabular list asks for an additional code, and the record names it with the first.',
  apply(candidates, about) {
    const found: Candidate[] = [];
    for (const candidate of candidates) {
      const ranges = askedFor(candidate.code, about.book);
      if (ranges.length === 0) continue;
      for (const evidence of candidate.evidence) {
        found.push(...saidWith(candidate, evidence, ranges, about));
      }
    }
    const known = new Set(candidates.map(({ code }) => code.slice(0, 3)));
    return [
      ...candidates,
      ...found.filter(({ code }) => !known.has(code.slice(0, 3)) || /^(?:R3|N39)/.test(code)),
    ];
  },
};

/** What a list without notes, such as the starter set, is known to ask for. */
const known: { code: RegExp; asks: string }[] = [
  { code: /^(?:E(?:08|09|10|11|13)\.22|I1[23])/, asks: 'N18' },
  { code: /^I1[13]/, asks: 'I50' },
];

function askedFor(code: string, book: CodeBook) {
  const notes = book.lookup(code)?.notes ?? [];
  return [
    ...notes.flatMap(({ useAdditional: texts = [] }) => texts.flatMap(codeRanges)),
    ...known.filter((one) => one.code.test(code)).flatMap(({ asks }) => codeRanges(asks)),
  ];
}

function saidWith(
  { order }: Candidate,
  { documentId, start, end }: Candidate['evidence'][number],
  ranges: ReturnType<typeof askedFor>,
  about: Case,
): Candidate[] {
  const clause = clauseAround(about, { documentId, start, end } as Candidate['evidence'][number]);
  const document = about.read.find((one) => one.document.documentId === documentId)?.document;
  if (!clause || !document) return [];
  const reading = readingOf(clause);
  const matches = about.book
    .findTerms(clause.text)
    .filter((match) => reading.of(match.start, match.end) === 'present')
    .sort((a, b) => b.weight - a.weight);
  const found = new Map<string, Candidate>();
  for (const match of matches) {
    if (!tellable.test(match.code) || found.has(match.code.slice(0, 3))) continue;
    const code = furthest(clause.text.slice(match.start), match.code.slice(0, 3), about.book);
    if (!code || !ranges.some((range) => inRange(code, range))) continue;
    const evidence = evidenceOf(document, clause.start + match.start, clause.start + match.end);
    const one = added(code, [evidence], about, `Use additional code: ${match.path}`, order + 0.3);
    if (one) found.set(code.slice(0, 3), one);
  }
  return [...found.values()];
}

/** The code of a category that the words from a place say most of: `CKD 3a`, `CKD, stage 4`. */
function furthest(text: string, category: string, book: CodeBook): string | undefined {
  const pieces = text.split(/([,:;()]| - )/);
  let best: string | undefined;
  for (let count = 1; count <= Math.min(pieces.length, 5); count += 2) {
    const code = book
      .search(pieces.slice(0, count).join(''), { limit: 3 })
      .find((hit) => hit.billable && hit.code.startsWith(category))?.code;
    if (code && (best === undefined || /\.9$/.test(best))) best = code;
  }
  return best;
}
