import { type CodeConflict, type CodeEntry, codeRanges, inRange } from '../model/index.ts';

/**
 * The codes among those chosen that are never coded together with a code, and the Excludes1 note that says so,
 * at either of the two. Source: ICD-10-CM Official Guidelines, I.A.12.a.
 */
export function conflictsOf(
  code: string,
  chosen: readonly string[],
  lookup: (code: string) => CodeEntry | undefined,
): CodeConflict[] {
  return chosen.flatMap((other) => {
    if (other === code) return [];
    const said = excluding(lookup(code), other) ?? excluding(lookup(other), code);
    return said ? [{ with: other, ...said }] : [];
  });
}

/** The note at one code that keeps the other away from it. */
function excluding(entry: CodeEntry | undefined, other: string): { at: string; note: string } | undefined {
  for (const { at, excludes1 = [] } of entry?.notes ?? []) {
    const note = excludes1.find((text) => codeRanges(text).some((range) => inRange(other, range)));
    if (note !== undefined) return { at, note };
  }
  return undefined;
}
