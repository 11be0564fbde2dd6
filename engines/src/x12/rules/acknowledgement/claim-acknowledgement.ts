import { situationsOfClaimAcknowledgement } from '../../guides/x214.situations.ts';
import { x214 } from '../../guides/x214.ts';
import { readSituations } from '../../situations/read.ts';
import { component, element, type Segment } from '../../tokens/segment.ts';
import { all } from '../../walk/loop.ts';
import { amount } from '../amounts.ts';
import { hierarchy } from '../hierarchy.ts';
import type { Found, LoopRule, RuleSet } from '../rule.ts';
import { acknowledgementTotals } from './acknowledgement-totals.ts';
import { actionOf, isContradictory } from './status-action.ts';

const actions: LoopRule[] = ['2200B', '2200C', '2200D'].map((loop) => ({
  id: 'status-action',
  snip: 4,
  loop,
  from: 'guide',
  source: `005010X214, ${loop} STC01 and STC03`,
  when: 'STC03 is WQ for the categories A0, A1, A2 and A5, and U for A3, A6, A7 and A8',
  check: (one) =>
    all(one, 'STC')
      .filter(isContradictory)
      .map((segment) => {
        const message = `STC03 must be ${actionOf(component(segment, 1, 1))} for this status category.`;
        return { segment, loop, element: 'STC03', message };
      }),
}));

/** Of the categories only those of acknowledgements, of searches without result and of errors have a place here. */
const categories: LoopRule[] = ['2200B', '2200C', '2200D', '2220D'].map((loop) => ({
  id: 'status-category',
  snip: 4,
  loop,
  from: 'guide',
  source: `005010X214, ${loop} STC01, STC10 and STC11`,
  when: 'the category of a status is one of an acknowledgement: A0 to A8, D0, E or DR with a number',
  check: (one) =>
    all(one, 'STC').flatMap((segment) =>
      [1, 10, 11].flatMap((index): Found[] => {
        const category = component(segment, index, 1);
        if (
          category === '' ||
          component(segment, index, 2) === '' ||
          /^(?:A[0-8]|D0|DR\d\d|E\d)$/.test(category)
        )
          return [];
        const at = `STC${String(index).padStart(2, '0')}-1`;
        const message = `${at} is no category of an acknowledgement (A0 to A8).`;
        return [{ segment, loop, element: at, message }];
      }),
    ),
}));

/** Statuses are told with their numbers; further ones of one segment are of the same kind. */
const sameSide: LoopRule[] = ['2200B', '2200C', '2200D'].map((loop) => ({
  id: 'status-mixed',
  snip: 4,
  loop,
  from: 'guide',
  source: `005010X214, ${loop} STC10 and STC11`,
  when: 'STC10 and STC11 accept or reject as STC01 does',
  check: (one) =>
    all(one, 'STC').flatMap((segment) =>
      [10, 11].flatMap((index): Found[] => {
        const [main, further] = [actionOf(component(segment, 1, 1)), actionOf(component(segment, index, 1))];
        if (main === undefined || further === undefined || main === further) return [];
        const at = `STC${index}-1`;
        const message = `${at} ${further === 'U' ? 'rejects what STC01 accepts' : 'accepts what STC01 rejects'}.`;
        return [{ severity: 'warning', segment, loop, element: at, message }];
      }),
    ),
}));

/** A claim is accepted or it is not: all its statuses say the same. */
const oneVerdict: LoopRule = {
  id: 'status-verdict',
  snip: 4,
  loop: '2200D',
  from: 'guide',
  source: '005010X214, 2200D STC03 and STC04',
  when: 'all statuses of a claim have the same action (STC03) and charge (STC04)',
  check(loop) {
    const [head, ...others] = all(loop, 'STC');
    if (!head) return [];
    return others.flatMap((segment) =>
      [3, 4]
        .filter((index) => element(segment, index) !== '' && element(head, index) !== '')
        .filter(
          (index) => !isContradictory(segment) && !isContradictory(head) && differs(segment, head, index),
        )
        .map((index) => {
          const at = `STC0${index}`;
          return {
            segment,
            loop: '2200D',
            element: at,
            message: `${at} is not that of the claim’s first status.`,
          };
        }),
    );
  },
};

function differs(one: Segment, other: Segment, index: number): boolean {
  if (index !== 4) return element(one, index) !== element(other, index);
  const [a, b] = [amount(one, index), amount(other, index)];
  return a !== undefined && b !== undefined && a !== b;
}

/** The rules for a 277CA. */
export const claimAcknowledgementRules: RuleSet = {
  loops: [
    ...readSituations(situationsOfClaimAcknowledgement, x214.id),
    ...actions,
    ...categories,
    ...sameSide,
    oneVerdict,
  ],
  transactions: [hierarchy, acknowledgementTotals],
};
