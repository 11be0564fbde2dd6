import { all, first, loopsOf, value } from '../loop.ts';
import { element } from '../segment.ts';
import { hierarchy } from './hierarchy.ts';
import type { LoopRule, RuleSet } from './rule.ts';

/** STC03 follows from the status: rejected categories go with U, accepted ones with WQ. */
const action: LoopRule = {
  id: 'status-action',
  snip: 4,
  loop: '2200D',
  source: '005010X214, 2200D STC01 and STC03',
  check(loop) {
    return all(loop, 'STC').flatMap((stc) => {
      const category = element(stc, 1).slice(0, 2);
      const wanted = /^A[3678]$/.test(category) ? 'U' : /^A[1245]$/.test(category) ? 'WQ' : undefined;
      if (wanted === undefined || value(stc, 3) === undefined || value(stc, 3) === wanted) return [];
      return [
        {
          segment: stc,
          loop: '2200D',
          element: 'STC03',
          message: `STC03 must be ${wanted} for this status category.`,
        },
      ];
    });
  },
};

/** A group is not answered with more accepted transactions than it had. */
const counts: LoopRule = {
  id: 'acknowledged-counts',
  snip: 3,
  loop: '',
  source: '005010X231A1, AK902 to AK904',
  check(loop) {
    const ak9 = first(loop, 'AK9');
    if (!ak9) return [];
    const [received, accepted] = [Number(element(ak9, 3)), Number(element(ak9, 4))];
    if (!(accepted > received)) return [];
    return [
      {
        segment: ak9,
        loop: '',
        element: 'AK904',
        message: 'AK904 accepts more transactions than AK903 received.',
      },
    ];
  },
};

/** An accepted transaction (IK501 = A) has no errors. */
const accepted: LoopRule = {
  id: 'accepted-with-errors',
  snip: 4,
  loop: '2000',
  source: '005010X231A1, IK501',
  check(loop) {
    const ik5 = first(loop, 'IK5');
    if (!ik5 || element(ik5, 1) !== 'A' || loopsOf(loop, '2100').length === 0) return [];
    return [
      {
        segment: ik5,
        loop: '2000',
        element: 'IK501',
        message: 'IK501 accepts without errors, but errors are listed: E or R is due.',
      },
    ];
  },
};

export const claimAcknowledgementRules: RuleSet = { loops: [action], transactions: [hierarchy] };

export const functionalAcknowledgementRules: RuleSet = { loops: [counts, accepted], transactions: [] };
