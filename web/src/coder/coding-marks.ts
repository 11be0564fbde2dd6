import type { Encounter } from '@superbill/contract';
import type { Evidence } from '@superbill/engines/model';
import type { PickedWords, RecordMark } from '../record/mark.ts';
import type { Coding } from './coding-state.ts';

/** The words picked for a code found by search. */
export const pickedMark = 'picked';

/** The mark of a code's nth span; codes and suggestions of one code share their marks. */
export function markOf(code: string, place: number): string {
  return `${code}/${place}`;
}

/** The code a mark stands for; undefined for questions and picked words. */
export function codeOfMark(mark: string): string | undefined {
  const [code, place] = mark.split('/');
  return place === undefined || mark.startsWith('query ') ? undefined : code;
}

/** Everywhere a code stands in the record: where it was assigned first, then what else the suggestion found. */
export function evidenceOf({ codes, suggestions }: Coding, code: string): Evidence[] {
  const own = codes.find((each) => each.code === code)?.evidence ?? [];
  const found = suggestions.find((each) => each.code === code)?.evidence ?? [];
  return [...own, ...found.filter((span) => !own.some((each) => isSameSpan(each, span)))];
}

/** All that is painted in the record: codes, suggestions by their decision, open questions, picked words. */
export function codingMarks(
  coding: Coding,
  queries: Encounter['queries'],
  picked: PickedWords | undefined,
): RecordMark[] {
  const titles = new Map(
    [...coding.codes, ...coding.suggestions].map(({ code, title }) => [code, `${code} ${title}`]),
  );
  const stands = [...titles].flatMap(([code, label]) => {
    const tone = toneOf(coding, code);
    return evidenceOf(coding, code).map(
      (evidence, place): RecordMark => ({ id: markOf(code, place), evidence, tone, label }),
    );
  });
  const asked = queries
    .filter(({ state }) => state === 'open')
    .flatMap(({ id, evidence, question }) =>
      evidence.map(
        (span, place): RecordMark => ({
          id: `query ${id}/${place}`,
          evidence: span,
          tone: 'query',
          label: `Asked: ${question}`,
        }),
      ),
    );
  const chosen: RecordMark[] = picked
    ? [{ id: pickedMark, evidence: picked, tone: 'chosen', label: 'Picked' }]
    : [];
  return [...chosen, ...asked, ...stands];
}

function toneOf({ codes, suggestions }: Coding, code: string): RecordMark['tone'] {
  if (codes.some((each) => each.code === code)) return 'code';
  return suggestions.find((each) => each.code === code)?.decision === 'rejected' ? 'rejected' : 'suggestion';
}

function isSameSpan(a: Evidence, b: Evidence): boolean {
  return a.documentId === b.documentId && a.version === b.version && a.start === b.start && a.end === b.end;
}
