import { expect, test } from 'vitest';
import { found } from '../../testing/changed-claim.ts';
import { aDentalFile } from '../../testing/dental-example.ts';
import { anInstitutionalFile } from '../../testing/institutional-example.ts';
import { aProfessionalFile } from '../../testing/professional-example.ts';

const files: [type: string, file: string][] = [
  ['837P', aProfessionalFile()],
  ['837I', anInstitutionalFile()],
  ['837D', aDentalFile()],
];

/** The segments between ST and SE. */
function body(file: string): string[] {
  const segments = file.split('~\n');
  const end = segments.findIndex((segment) => segment.startsWith('SE*'));
  return segments.slice(3, end);
}

/** Changes a body segment at its place, however often the same segment stands in the file. */
function without(file: string, index: number, put: string[]): string {
  return file
    .split('~\n')
    .toSpliced(index + 3, 1, ...put)
    .join('~\n');
}

function several(file: string, put: (segment: string) => string[]): string[] {
  return body(file).filter((segment, index) => {
    const changed = without(file, index, put(segment));
    return found(changed, [[/\nSE\*\d+/, '\nSE*0']]).length > 1;
  });
}

/** What follows it is an address, as of other loops, and a contact, as of none of them. */
const leavesTraces = /^NM1\*DK/;

test.each(files)('of a claim a segment that is left out gives one finding, or none: %s', (_type, file) => {
  expect(several(file, () => []).filter((segment) => !leavesTraces.test(segment))).toEqual([]);
});

test.each(files)(
  'of a claim a segment that stands there twice gives one finding, or none: %s',
  (_type, file) => {
    expect(several(file, (segment) => [segment, segment])).toEqual([]);
  },
);

/** Amounts that others are the sum or the difference of. */
const summed: Readonly<Record<string, number>> = { CLM: 2, SV1: 2, SV2: 3, SV3: 2, SVD: 2, CAS: 3 };

test.each(files)('of a claim an amount that was changed gives exactly one finding: %s', (_type, file) => {
  const counts = body(file).flatMap((segment, index) => {
    const elements = segment.split('*');
    const at = segment.startsWith('AMT*D*') ? 2 : summed[elements[0] ?? ''];
    if (at === undefined) return [];
    const more = elements.with(at, String(Number(elements[at]) + 7)).join('*');
    return [`${found(without(file, index, [more]), [[/\nSE\*\d+/, '\nSE*0']]).length} ${segment}`];
  });
  expect(counts.length).toBeGreaterThan(15);
  expect(counts.filter((count) => !count.startsWith('1 '))).toEqual([]);
});
