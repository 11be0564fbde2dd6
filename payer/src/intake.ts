import {
  type Claim,
  type IsoDate,
  isNpi,
  isoDate,
  type Person,
  type Subscriber,
  serviceStart,
  sum,
} from '@superbill/engines/model';
import type { Member, Plan } from './plan.ts';
import type { PayerState } from './state.ts';

/** STC01 of a 277CA: category, status and entity. Source: external code sources 507 and 508; entities of NM101. */
interface Status {
  category: string;
  status: string;
  entity?: string;
}

export type Intake =
  | { accepted: true; plan: Plan; member: Member; statuses: Status[] }
  | { accepted: false; plan: Plan | undefined; statuses: Status[] };

const accepted: Status = { category: 'A2', status: '20', entity: 'PR' };
/** A6: something required is missing. A7: something given is invalid. A3: cannot be processed here. */
const missing = (status: string, entity?: string): Status => ({
  category: 'A6',
  status,
  ...(entity && { entity }),
});
const invalid = (status: string, entity?: string): Status => ({
  category: 'A7',
  status,
  ...(entity && { entity }),
});
const unprocessable = (status: string, entity?: string): Status => ({
  category: 'A3',
  status,
  ...(entity && { entity }),
});

/**
 * Decides whether a claim gets into adjudication, naming everything that keeps it out. `isSound` says that the file
 * had no fault at this claim; a fault that has no status of its own is told as A7, 21.
 */
export function takeIn(
  claim: Claim,
  isSound: boolean,
  plans: readonly Plan[],
  state: PayerState,
  today: IsoDate,
): Intake {
  const plan = plans.find(({ payerId }) => payerId === claim.payer.payerId.trim());
  if (!plan) return { accepted: false, plan, statuses: [unprocessable('116', 'PR')] };
  const found = findMember(claim, plan);
  const statuses = [
    ...('statuses' in found ? found.statuses : []),
    ...providerFaults(claim),
    ...contentFaults(claim, today),
    ...('member' in found ? historyFaults(claim, plan, found.member, state) : []),
  ];
  if (!isSound && statuses.length === 0) statuses.push(invalid('21'));
  if (statuses.length > 0 || !('member' in found)) return { accepted: false, plan, statuses };
  return { accepted: true, plan, member: found.member, statuses: [accepted] };
}

/** Tells members under one number apart: a family shares it. */
export function memberName({ memberId, firstName, birthDate }: Member): string {
  return `${memberId}/${birthDate}/${firstName.toUpperCase()}`;
}

/**
 * The member whose policy a claim is under. Who is listed must be as listed. Enrolment is open otherwise: a
 * number of the plan's own form is a member's, and a family shares the policy of its listed subscriber.
 */
export function findMember(
  claim: Claim,
  { members, memberIdPattern }: Plan,
): { member: Member } | { statuses: Status[] } {
  const { subscriber } = claim;
  const memberId = subscriber.memberId.trim();
  if (!memberIdPattern.test(memberId)) return { statuses: [invalid('164', 'IL')] };
  const self = claim.relationship === 'self';
  const patient: Person | Subscriber = self ? subscriber : (claim.patient ?? subscriber);
  const { firstName, lastName, birthDate, sex = 'U' } = patient;
  if (!birthDate) return { statuses: [missing('158')] };
  const family = members.filter((member) => member.memberId === memberId);
  const [listed] = family;
  if (!listed) return { member: { memberId, firstName, lastName, birthDate, sex, from: enrolledSince } };

  const born = family.filter((member) => member.birthDate === birthDate);
  const named = born.filter((member) => sameName(member.lastName, lastName));
  const member = named.find((one) => sameName(one.firstName, firstName)) ?? named[0];
  if (member) return { member };
  if (self) return { statuses: [invalid(born.length === 0 ? '158' : '125', 'IL')] };
  const holder = family.find((one) => sameName(one.lastName, subscriber.lastName)) ?? listed;
  return { member: holder };
}

/** From when a member who is not listed counts as enrolled. */
const enrolledSince = isoDate('1900-01-01');

function sameName(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '');
  return plain(a) === plain(b);
}

function providerFaults({ billingProvider, renderingProvider }: Claim): Status[] {
  return [
    ...(isNpi(billingProvider.npi) ? [] : [invalid('562', '85')]),
    ...(renderingProvider && !isNpi(renderingProvider.npi ?? '') ? [invalid('562', '82')] : []),
  ];
}

function contentFaults(claim: Claim, today: IsoDate): Status[] {
  const { lines, diagnoses, charge, payerSequence } = claim;
  return [
    ...(diagnoses.length > 0 ? [] : [missing('254')]),
    ...(lines.length > 0 ? [] : [missing('454')]),
    ...(sum(lines.map((line) => line.charge)) === charge ? [] : [invalid('178')]),
    ...(lines.every((line) => (serviceStart(claim, line) ?? today) <= today) ? [] : [invalid('187')]),
    ...(payerSequence === 'P' || lines.every((line) => line.adjudications?.length) ? [] : [missing('286')]),
  ];
}

/** A replacement or void needs a claim of ours that still stands, for the same member. */
function historyFaults(claim: Claim, plan: Plan, member: Member, state: PayerState): Status[] {
  if (claim.frequency === '1') return [];
  const original = state.claims.get(claim.payerControlNumber?.trim() ?? '');
  const stands =
    original !== undefined &&
    original.payerId === plan.payerId &&
    original.member === memberName(member) &&
    original.claim.frequency !== '8' &&
    !state.replaced.has(original.number);
  return stands ? [] : [invalid('464')];
}
