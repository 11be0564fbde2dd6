import { describe, expect, test } from 'vitest';
import { analytes } from '../values/analytes.ts';
import { indicators } from './index.ts';

const labelsOf = (id: string) =>
  analytes
    .filter((one) => one.id === id)
    .flatMap(({ labels, exact = [], name }) => [...labels, ...exact, name]);

describe('what explains a value', () => {
  test.each(indicators)('$id: its own name does not', ({ id, explainedBy }) => {
    const found = labelsOf(id).filter((label) =>
      explainedBy.words?.test(`Labs: ${label} 12.3, normal otherwise`),
    );
    expect(found).toEqual([]);
  });

  test.each(indicators)('$id: one limit, within what a person can have', ({ id, below, above, critical }) => {
    const [least = 0, most = 0] = analytes.find((one) => one.id === id)?.plausible ?? [];
    const limit = below ?? above ?? Number.NaN;
    expect(below === undefined).not.toBe(above === undefined);
    expect(limit).toBeGreaterThan(least);
    expect(limit).toBeLessThan(most);
    if (critical !== undefined) expect(below === undefined ? critical > limit : critical <= limit).toBe(true);
  });
});
