import { expect, test } from 'vitest';
import { type LoopPlan, planOf } from '../document/plan.ts';
import { guides } from './index.ts';

function plans(plan: LoopPlan): LoopPlan[] {
  const inner = plan.members.flatMap(({ use }) => (use.kind === 'loop' ? plans(planOf(use)) : []));
  return [plan, ...inner];
}

const named = guides.map((guide) => ({ id: `${guide.id} (${guide.type})`, all: plans(planOf(guide.root)) }));

test.each(named)('every segment and loop of $id has a name of its own', ({ all }) => {
  expect(all.flatMap(({ faults }) => faults)).toEqual([]);
});

/** Adjustments, forms of care; but not address, status, coordination of benefits. */
function looksPlural(label: string): boolean {
  return /[^siu]s$/.test(label.replace(/ (?:by|for|from|in|of|on|to|with) .*/, ''));
}

test.each(named)('labels of $id are words, and in the singular where there may be several', ({ all }) => {
  const members = all.flatMap((plan) => plan.members);
  const wrong = members.filter(
    ({ label, repeats }) =>
      /[^\w '’-]|\b(?:NM1|REF|DTP|AMT|QTY)\b/.test(label) || (repeats && looksPlural(label)),
  );
  expect(wrong.map(({ label }) => label)).toEqual([]);
});
