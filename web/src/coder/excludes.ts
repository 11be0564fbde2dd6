import type { CodeEntryView } from '@superbill/contract';

/** Two chosen codes that the tabular list says are never coded together. */
export interface ExcludesConflict {
  code: string;
  /** Where the note stands: the code itself or one above it. */
  at: string;
  other: string;
  /** The note as printed. */
  note: string;
}

/**
 * Excludes1 notes of the chosen codes that name another chosen code. Source: ICD-10-CM Official Guidelines,
 * I.A.12.a. The exception there (two unrelated conditions) is the coder's to judge, so this warns and no more.
 */
export function excludesConflicts(
  entries: readonly Pick<CodeEntryView, 'code' | 'notes'>[],
  codes: readonly string[],
): ExcludesConflict[] {
  const found = entries
    .filter(({ code }) => codes.includes(code))
    .flatMap(({ code, notes }) =>
      notes.flatMap(({ at, excludes1 = [] }) =>
        excludes1.flatMap((note) => {
          const named = codesNamedIn(note);
          const others = codes.filter((other) => other !== code && named.some((name) => name(other)));
          return others.map((other): ExcludesConflict => ({ code, at, other, note }));
        }),
      ),
    );
  // Two codes often exclude each other; the pair is told once.
  const pairOf = ({ code, other }: ExcludesConflict) => [code, other].sort().join(' ');
  return [...new Map(found.toReversed().map((conflict) => [pairOf(conflict), conflict])).values()].reverse();
}

const oneCode = '[A-TV-Z]\\d[0-9A-Z](?:\\.[0-9A-Z]{1,4})?';
const reference = new RegExp(`\\b(${oneCode})(?:\\.?-(?=[A-TV-Z]\\d)(${oneCode}))?(\\.?-)?`, 'g');

/**
 * What a note refers to, as tests of a code: `(E10.-)` is every code below E10, `(P70-P74)` every code of the
 * range, `(N18.6)` that code and what stands below it.
 */
export function codesNamedIn(note: string): ((code: string) => boolean)[] {
  return [...note.matchAll(reference)].map(([, first = '', last]) => {
    if (last === undefined) return (code) => code.startsWith(first);
    return (code) => code.slice(0, first.length) >= first && code.slice(0, last.length) <= last;
  });
}
