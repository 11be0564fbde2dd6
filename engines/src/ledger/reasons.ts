import type { Adjustment } from '../model/index.ts';
import type { PlainSentenceId, ShareSentenceId } from './sentences.ts';

/**
 * What an adjustment does to the money it names.
 * - `contract`: given up under the contract with the payer;
 * - `patient`: now owed by the patient;
 * - `denied`: stays with the practice, which follows it up or, with approval, writes it off;
 * - `none`: already accounted for elsewhere, nothing moves.
 */
export type Effect = 'contract' | 'patient' | 'denied' | 'none';

interface Reason {
  /** What the bill says when the payer leaves the amount to the patient (group PR). Absent: it is held, not billed. */
  patient?: ShareSentenceId;
  /** What the bill says in every other case; absent only where nothing is left open. */
  office: PlainSentenceId | undefined;
  /** What happens in every other case. */
  effect: Exclude<Effect, 'patient'>;
}

const contract: Reason = { office: undefined, effect: 'contract' };
const denied = (office: PlainSentenceId, patient?: ShareSentenceId): Reason => ({
  office,
  effect: 'denied',
  ...(patient && { patient }),
});

/**
 * Claim adjustment reason codes by what they mean to our ledger and to a patient, in our own words. The
 * code list is X12's (external code source 139); its descriptions are not repeated here.
 */
const reasons: Record<string, Reason> = {
  '1': denied('being-checked', 'deductible'),
  '2': denied('being-checked', 'coinsurance'),
  '3': denied('being-checked', 'copay'),
  '4': denied('details-from-office'),
  '5': denied('details-from-office'),
  '6': denied('details-from-office'),
  '7': denied('details-from-office'),
  '9': denied('details-from-office'),
  '10': denied('details-from-office'),
  '11': denied('details-from-office'),
  '15': denied('authorization-missing'),
  '16': denied('details-from-office'),
  '18': { office: 'duplicate', effect: 'none' },
  '19': denied('other-insurer'),
  '20': denied('other-insurer'),
  '21': denied('other-insurer'),
  '22': denied('details-from-patient'),
  '23': { office: undefined, effect: 'none' },
  '24': contract,
  '26': denied('coverage-being-checked', 'coverage-not-active'),
  '27': denied('coverage-being-checked', 'coverage-not-active'),
  '29': denied('timely-filing'),
  '31': denied('member-not-found'),
  '32': denied('member-not-found'),
  '35': denied('limit-being-checked', 'limit-reached'),
  '39': denied('authorization-missing', 'authorization-missing-patient'),
  '44': contract,
  '45': { ...contract, patient: 'outside-network' },
  '49': denied('not-covered-no-charge', 'not-covered'),
  '50': denied('not-needed-being-checked', 'not-needed'),
  '55': denied('not-covered-no-charge', 'not-covered'),
  '59': contract,
  '66': denied('being-checked', 'deductible'),
  '96': denied('not-covered-no-charge', 'not-covered'),
  '97': denied('part-of-another-service'),
  '100': denied('being-checked', 'paid-to-patient'),
  '109': denied('other-insurer'),
  '119': denied('limit-being-checked', 'limit-reached'),
  '131': contract,
  '149': denied('limit-being-checked', 'limit-reached'),
  '151': denied('limit-being-checked'),
  '167': denied('not-covered-no-charge', 'not-covered'),
  '177': denied('coverage-being-checked', 'coverage-not-active'),
  '181': denied('details-from-office'),
  '182': denied('details-from-office'),
  '197': denied('authorization-missing', 'authorization-missing-patient'),
  '198': denied('authorization-missing', 'authorization-missing-patient'),
  '200': denied('coverage-being-checked', 'coverage-not-active'),
  '204': denied('not-covered-no-charge', 'not-covered'),
  '226': denied('details-from-office'),
  '227': denied('details-from-patient'),
  '231': denied('part-of-another-service'),
  '236': denied('part-of-another-service'),
  '242': denied('being-checked', 'outside-network'),
  '252': denied('details-from-office'),
  '253': contract,
};

/** The codes this engine can explain. */
export const knownReasons: readonly string[] = Object.keys(reasons);

export type Explanation =
  | { effect: 'patient'; sentence: ShareSentenceId }
  | { effect: 'denied'; sentence: PlainSentenceId }
  | { effect: 'contract' | 'none'; sentence: PlainSentenceId | undefined };

/**
 * What an adjustment does and what the bill says of it. A patient is billed only for a reason that we can
 * say in a sentence: an amount left to the patient for an unknown reason is held and followed up, and so is
 * a reduction without contract behind it (groups OA, PI, CR). Source of the groups: X12 005010X221A1, CAS01.
 */
export function explain({ group, reason }: Pick<Adjustment, 'group' | 'reason'>): Explanation {
  const known = reasons[reason];
  if (!known) return { effect: 'denied', sentence: 'being-checked' };
  if (group === 'PR') {
    if (known.patient) return { effect: 'patient', sentence: known.patient };
    return { effect: 'denied', sentence: known.office ?? 'being-checked' };
  }
  if (known.effect === 'denied') return { effect: 'denied', sentence: known.office ?? 'being-checked' };
  if (known.effect === 'contract' && group !== 'CO') return { effect: 'denied', sentence: 'being-checked' };
  return { effect: known.effect, sentence: known.office };
}
