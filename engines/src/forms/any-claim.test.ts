import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Claim, cents, isoDate, sum } from '../model/index.ts';
import { arbitrarySubmission } from '../x12/testing/arbitrary/submission.ts';
import { cms1500 } from './cms1500/cms1500.ts';
import { type FormName, grids, type PlacedText } from './grid.ts';
import { formFor, type PaperForm } from './paper-form.ts';
import { ub04 } from './ub04/ub04.ts';

const on = isoDate('2027-04-02');
const makers = { cms1500, ub04 } as const;

/** Claims without faults, some with more lines and codes than a page holds. */
const claims = (kind: 'professional' | 'institutional') =>
  fc
    .record({
      submission: arbitrarySubmission(kind),
      times: fc.integer({ min: 1, max: 12 }),
      codes: fc.nat(30),
    })
    .map(
      ({
        submission: {
          claims: [claim],
        },
        times,
        codes,
      }): Claim => {
        if (!claim) throw new Error('a submission has claims');
        const lines = Array.from({ length: times }, () => claim.lines).flat();
        const many = Array.from({ length: codes }, (_, index) => `C${index % 10}`);
        return {
          ...claim,
          lines,
          charge: sum(lines.map(({ charge }) => charge)),
          conditions: many,
          ...(kind === 'institutional' && {
            institutional: {
              ...claim.institutional,
              values: many.map((code) => ({ code, amount: cents(12345) })),
              occurrences: many.map((code) => ({ code, date: on })),
            },
          }),
        };
      },
    );

function print(claim: Claim): PaperForm {
  const form = formFor(claim.kind) as FormName;
  const made = makers[form](claim, { on });
  if ('refusal' in made) throw new Error(made.refusal.message);
  return made;
}

/** Places where two texts of a page meet. */
function overlaps(texts: readonly PlacedText[]): string[] {
  const taken = new Map<string, string>();
  return texts.flatMap(({ page, row, column, field, text }) =>
    Array.from(text).flatMap((_, index) => {
      const place = `${page}:${row}:${column + index}`;
      const before = taken.get(place);
      taken.set(place, field);
      return before === undefined ? [] : [`${field} on ${before} at ${place}`];
    }),
  );
}

describe.each(['professional', 'institutional'] as const)('any claim that is %s', (kind) => {
  test('has no text on another, none beyond the grid, and only capitals', () => {
    fc.assert(
      fc.property(claims(kind), (claim) => {
        const { form, pages, texts } = print(claim);
        const { columns, rows } = grids[form];
        expect(overlaps(texts)).toEqual([]);
        for (const { page, row, column, text } of texts) {
          expect(page >= 1 && page <= pages && row >= 1 && row <= rows).toBe(true);
          expect(column >= 1 && column + text.length - 1 <= columns).toBe(true);
          expect(text).toMatch(/^[!-`{-~]([ -`{-~]*[!-`{-~])?$/);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('has every charge once, whole or with a finding, and the total on its last page', () => {
    const dollars = /^(24F|47)\.\d+$/;
    fc.assert(
      fc.property(claims(kind), (claim) => {
        const { pages, texts, findings } = print(claim);
        const left = findings.filter(({ at }) => /^lines\[\d+\]\.charge$/.test(at)).length;
        const charges = texts.filter(({ field }) => dollars.test(field));
        expect(charges.length + left).toBe(claim.lines.length);
        const cents = texts.filter(({ field }) => /^(24F|47)\.\d+\.cents$/.test(field));
        if (left === 0) {
          const sumOf = (list: PlacedText[]) => list.reduce((total, { text }) => total + Number(text), 0);
          expect(sumOf(charges) * 100 + sumOf(cents)).toBe(claim.charge);
        }
        const total = kind === 'professional' ? '28' : '47.total';
        const totals = texts.filter(({ field }) => field === total);
        expect(totals.map(({ page, text }) => [page, text])).toEqual(
          findings.some(({ at }) => at === 'charge') ? [] : [[pages, String(Math.trunc(claim.charge / 100))]],
        );
      }),
      { numRuns: 20 },
    );
  });
});
