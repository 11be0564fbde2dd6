import { element, type Segment } from '../../tokens/segment.ts';
import { all, first, type Loop, loopsOf } from '../../walk/loop.ts';
import { amount } from '../amounts.ts';
import type { Found, LoopRule } from '../rule.ts';

/** The places of the six reasons in a CAS segment; the amount and the quantity follow each. */
const casReasons: readonly number[] = [2, 5, 8, 11, 14, 17];

export const casElement = (index: number) => `CAS${String(index).padStart(2, '0')}`;

/** The places of a CAS segment that have a reason. */
export function reasonsOf({ elements }: Segment): number[] {
  const given: number[] = [];
  for (let index = 2; index <= 17 && index < elements.length; index += 3)
    if (elements[index] !== '') given.push(index);
  return given;
}

export const warned = (segment: Segment, loop: Loop, index: number, message: string): Found => ({
  severity: 'warning',
  segment,
  loop: loop.id,
  element: casElement(index),
  message,
});

/** Written for the claim and for its lines alike. */
function ofBoth(rule: Omit<LoopRule, 'loop' | 'snip' | 'from'>): LoopRule[] {
  return ['2100', '2110'].map((loop) => ({ ...rule, loop, snip: 4, from: 'guide' }));
}

/** Six reasons fit into one segment, and a group begins another only when it is full. */
const groupRepeats = ofBoth({
  id: 'adjustment-group-repeats',
  onlyWith: 'CAS',
  source: '005010X221A1, CAS',
  when: 'a second CAS of the same group follows only a full one',
  check(loop) {
    const segments = all(loop, 'CAS');
    if (segments.length === 1) return [];
    const room = new Set<string>();
    return segments.flatMap((cas) => {
      const group = element(cas, 1);
      const found = room.has(group)
        ? [warned(cas, loop, 1, 'An earlier CAS of this group still has room for these adjustments.')]
        : [];
      if (reasonsOf(cas).length < casReasons.length) room.add(group);
      return found;
    });
  },
});

/** Two amounts for one reason cannot be told apart by whoever posts them. */
const reasonRepeats = ofBoth({
  id: 'adjustment-reason-repeats',
  onlyWith: 'CAS',
  source: '005010X221A1, CAS02',
  when: 'a reason is given once for each group',
  check(loop) {
    const seen = new Set<string>();
    return all(loop, 'CAS').flatMap((cas) =>
      reasonsOf(cas).flatMap((index) => {
        const key = `${element(cas, 1)} ${element(cas, index)}`;
        const found = seen.has(key)
          ? [warned(cas, loop, index, 'The group gives this reason a second time: one amount is enough.')]
          : [];
        seen.add(key);
        return found;
      }),
    );
  },
});

const zeros = ofBoth({
  id: 'adjustment-zero',
  onlyWith: 'CAS',
  source: '005010X221A1, CAS03',
  when: 'an adjustment takes an amount away, or units',
  check: (loop) =>
    all(loop, 'CAS').flatMap((cas) =>
      reasonsOf(cas)
        .filter((index) => amount(cas, index + 1) === 0 && element(cas, index + 2) === '')
        .map((index) => warned(cas, loop, index + 1, 'An adjustment of zero says nothing.')),
    ),
});

/** The first free place is used first. */
const gaps = ofBoth({
  id: 'adjustment-gap',
  onlyWith: 'CAS',
  source: '005010X221A1, CAS05',
  when: 'adjustments follow each other without a gap',
  check: (loop) =>
    all(loop, 'CAS').flatMap((cas) => {
      const given = reasonsOf(cas);
      // The usual case: 02, 05, 08 …
      if (given.at(-1) === 3 * given.length - 1) return [];
      const gap = casReasons.find((index) => !given.includes(index));
      const after = given.find((index) => gap !== undefined && index > gap);
      if (after === undefined || gap === 2) return [];
      return [warned(cas, loop, after, 'An adjustment follows an empty place.')];
    }),
});

/** After the first, the standard asks for a reason with an amount or a quantity; the guide for the amount. */
const amounts = ofBoth({
  id: 'adjustment-amount',
  onlyWith: 'CAS',
  source: '005010X221A1, CAS06, CAS09, CAS12, CAS15 and CAS18',
  when: 'an adjustment has an amount, also where it has a quantity',
  check: (loop) =>
    all(loop, 'CAS').flatMap((cas) =>
      reasonsOf(cas)
        .filter((index) => element(cas, index + 1) === '' && element(cas, index + 2) !== '')
        .map((index): Found => {
          const at = casElement(index + 1);
          const message = `${at} is required: an adjustment has an amount.`;
          return { segment: cas, loop: loop.id, element: at, fault: 'missing', message };
        }),
    ),
});

/** Reason 27: the service came after coverage had ended. */
const coverageEnd: LoopRule = {
  id: 'coverage-expiration',
  snip: 4,
  loop: '2100',
  from: 'guide',
  source: '005010X221A1, 2100 DTM*036',
  when: 'a denial for coverage that ended (reason 27) says when it ended: DTM*036 is required',
  check(claim) {
    if (first(claim, 'DTM', '036') || claim.unsure?.has('DTM')) return [];
    for (const loop of [claim, ...loopsOf(claim, '2110')]) {
      for (const cas of all(loop, 'CAS')) {
        const index = casReasons.find((one) => element(cas, one) === '27');
        if (index === undefined) continue;
        const message = 'Segment DTM*036 is required: a denial for coverage that ended says when it ended.';
        const trigger = { segment: cas, loop: loop.id, element: casElement(index) };
        return [{ segment: cas, missing: 'DTM', loop: '2100', fault: 'missing', trigger, message }];
      }
    }
    return [];
  },
};

/** SNIP 4: the adjustments of a claim and of its lines. */
export const adjustmentRules: readonly LoopRule[] = [
  ...groupRepeats,
  ...reasonRepeats,
  ...zeros,
  ...gaps,
  ...amounts,
  coverageEnd,
];
