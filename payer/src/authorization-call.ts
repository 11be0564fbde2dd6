import { addDays, type IsoDate } from '@superbill/engines/model';
import { nextAuthorization } from './numbers.ts';
import type { IssuedAuthorization } from './plan.ts';
import type { Desk } from './receive.ts';

/** What a biller says on the telephone. */
export interface AuthorizationCall {
  payerId: string;
  memberId: string;
  procedure: string;
  /** The planned day; today when not said. */
  serviceDate?: IsoDate;
}

export type AuthorizationAnswer =
  | { status: 'approved'; authorization: IssuedAuthorization }
  | { status: 'not-required' }
  | { status: 'refused'; reason: 'payer-unknown' | 'member-not-found' | 'not-active' | 'not-covered' };

const daysValid = 90;

/** Answers a call for an authorization. It holds for 90 days; who asks again for the same hears the same number. */
export function answerCall({ plans, journal, today }: Desk, call: AuthorizationCall): AuthorizationAnswer {
  const { memberId, procedure, serviceDate = today } = call;
  const plan = plans.find(({ payerId }) => payerId === call.payerId);
  if (!plan) return { status: 'refused', reason: 'payer-unknown' };
  const family = plan.members.filter((member) => member.memberId === memberId);
  // Enrolment is as open as for claims: a number of the plan's own form is a member's, listed or not.
  if (!plan.memberIdPattern.test(memberId)) return { status: 'refused', reason: 'member-not-found' };
  const active =
    family.length === 0 ||
    family.some(({ from, to }) => from <= serviceDate && (to === undefined || serviceDate <= to));
  if (!active) return { status: 'refused', reason: 'not-active' };
  if (plan.notCovered.has(procedure) || plan.allowedCents[procedure] === undefined) {
    return { status: 'refused', reason: 'not-covered' };
  }
  if (!plan.authorizationRequired.has(procedure)) return { status: 'not-required' };
  const { state } = journal;
  const held = [
    ...plan.issuedAuthorizations,
    ...state.authorizations.flatMap((one) => (one.payerId === plan.payerId ? [one.authorization] : [])),
  ].find(
    (one) =>
      one.memberId === memberId &&
      one.procedure === procedure &&
      one.from <= serviceDate &&
      serviceDate <= one.to,
  );
  if (held) return { status: 'approved', authorization: held };
  const counters = { ...state.counters };
  const number = nextAuthorization(counters);
  const from = serviceDate < today ? serviceDate : today;
  const authorization = { number, memberId, procedure, from, to: addDays(serviceDate, daysValid) };
  journal.append({ kind: 'authorized', payerId: plan.payerId, authorization, counters });
  return { status: 'approved', authorization };
}
