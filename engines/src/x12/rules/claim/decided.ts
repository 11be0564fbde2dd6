import { around, first, loopOf, loopsOf } from '../../walk/loop.ts';
import type { Found, LoopRule } from '../rule.ts';
import { decisionSign, isBypassed, type OtherPayer, otherPayersOf } from './decisions.ts';

const guides = '005010X222A1, X223A2, X224A2';

/** Payers that something shows to have decided on the claim. */
function decided(payers: readonly OtherPayer[]): OtherPayer[] {
  return payers.filter((payer) => !isBypassed(payer) && decisionSign(payer) !== undefined);
}

const payment: LoopRule = {
  id: 'other-payer-paid-amount',
  onlyWith: '2320',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: `${guides}: 2320 AMT*D`,
  when: 'another payer that has decided on the claim paid something or nothing for it: AMT*D is required',
  check(claim) {
    return decided(otherPayersOf(claim).payers).flatMap(({ coverage }): Found[] => {
      const segment = first(coverage, 'SBR');
      if (!segment || first(coverage, 'AMT', 'D') || coverage.unsure?.has('AMT')) return [];
      const message = 'The other payer has decided on the claim, so what it paid is required in AMT*D.';
      return [{ segment, missing: 'AMT', loop: '2320', message }];
    });
  },
};

const bypassed: LoopRule = {
  id: 'bypassed-payer-decided',
  onlyWith: 'AMT',
  snip: 4,
  loop: '2320',
  from: 'guide',
  source: `${guides}: 2320 AMT*A8`,
  when: 'a payer that was bypassed (AMT*A8) has neither paid nor adjusted anything: AMT*D and CAS are not sent',
  check(coverage) {
    const segment = first(coverage, 'AMT', 'A8');
    if (!segment || !(first(coverage, 'AMT', 'D') || first(coverage, 'CAS'))) return [];
    const message = 'AMT*A8 says that the other payer was bypassed, but its payment or adjustments are told.';
    return [{ segment, loop: '2320', message }];
  },
};

const decisionDate: LoopRule = {
  id: 'other-payer-decision-date',
  onlyWith: '2320',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: `${guides}: 2330B DTP*573 and 2430 DTP*573`,
  when: 'the date on which another payer decided stands at the lines it decided on (2430 DTP*573), or else in loop 2330B, not in both',
  check(claim) {
    const { payers, isClear } = otherPayersOf(claim);
    // A Medicaid agency that recovers what it paid tells its own payment there.
    const isRecovery = loopOf(around(claim, '2000A'), '2010AC') !== undefined;
    if (!isClear || isRecovery) return [];
    return decided(payers).flatMap(({ coverage, name, decisions }): Found[] => {
      const [loop, another] = loopsOf(coverage, '2330B');
      const date = first(loop, 'DTP', '573');
      const at = { loop: '2330B' };
      if (!name || another || loop?.unsure?.has('DTP')) return [];
      if (date && decisions.some((decision) => first(decision, 'DTP', '573'))) {
        const message = 'The date of the decision already stands at the lines that were decided on.';
        return [{ ...at, segment: date, message }];
      }
      if (date || decisions.length > 0) return [];
      const message =
        'The other payer has decided on the claim: DTP*573 tells when, or loop 2430 at the lines.';
      return [{ ...at, segment: name, missing: 'DTP', message }];
    });
  },
};

const remainingLiability: LoopRule = {
  id: 'remaining-liability-twice',
  onlyWith: '2320',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: `${guides}: 2320 AMT*EAF and 2430 AMT*EAF`,
  when: 'what is left to the patient after another payer is told for the claim or for its lines, not for both',
  check(claim) {
    return otherPayersOf(claim).payers.flatMap(({ coverage, decisions }): Found[] => {
      const segment = first(coverage, 'AMT', 'EAF');
      if (!segment || !decisions.some((decision) => first(decision, 'AMT', 'EAF'))) return [];
      const message = 'What is left to the patient is told for the lines already (AMT*EAF in loop 2430).';
      return [{ segment, loop: '2320', message }];
    });
  },
};

/** SNIP 4: what has to be told of a payer that has decided on the claim. */
export const claimDecisionRules: readonly LoopRule[] = [payment, bypassed, decisionDate, remainingLiability];
