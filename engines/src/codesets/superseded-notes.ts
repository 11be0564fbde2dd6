import { type CodeNotes, codeRanges, type IsoDate, inRange, isoDate } from '../model/index.ts';

/** Codes that an Excludes1 note of older tabular lists keeps apart, and since when guidelines want them together. */
const coded: readonly { together: readonly string[]; since: IsoDate; source: string }[] = [
  {
    // Insulin, oral antidiabetic drugs, injected ones that are not insulin. Until FY2021 insulin alone was coded.
    together: ['Z79.4', 'Z79.84', 'Z79.85'],
    since: isoDate('2021-10-01'),
    source: 'ICD-10-CM Official Guidelines, I.C.4.a.3, since FY2022',
  },
];

/**
 * The notes printed at a code, without Excludes1 notes that the guidelines of an edition contradict: a tabular list is
 * carried over to newer codes, and an exclusion that was lifted meanwhile would forbid what is asked for.
 */
export function withoutSuperseded(at: string, notes: CodeNotes, effectiveFrom: IsoDate): CodeNotes {
  const lifted = coded.filter(({ together, since }) => since <= effectiveFrom && together.includes(at));
  if (lifted.length === 0 || !notes.excludes1) return notes;
  const { excludes1, ...others } = notes;
  const kept = excludes1.filter((text) => {
    const named = codeRanges(text);
    return !lifted.some(({ together }) =>
      together.some((code) => code !== at && named.some((range) => inRange(code, range))),
    );
  });
  return kept.length === 0 ? others : { ...others, excludes1: kept };
}
