import {
  type Adjustment,
  addDays,
  type Cents,
  type Claim,
  type ClaimLine,
  cents,
  type IsoDate,
  type RemitClaim,
  type RemitLine,
  serviceStart,
  sum,
} from '@superbill/engines/model';
import { limitShares, memberShares, type Used } from './benefit.ts';
import type { IssuedAuthorization, Member, Plan } from './plan.ts';

/** What a payer looks at when it decides on a claim that it has accepted. */
export interface Case {
  plan: Plan;
  member: Member;
  claim: Claim;
  /** CLP07 */
  payerControlNumber: string;
  receivedDate: IsoDate;
  /** What the member used of a plan year before this claim. */
  usedIn(year: string): Used;
  /** The same service was billed before and is paid or about to be. */
  isDuplicate(line: ClaimLine): boolean;
  authorizations: readonly IssuedAuthorization[];
}

/** What one line took from the member's deductible and out-of-pocket maximum of a plan year. */
export interface Usage extends Used {
  year: string;
}

export interface Decision {
  remitClaim: RemitClaim;
  usage: Usage[];
}

/** A line as it is decided on: by its procedure, else its revenue code, on its first day. */
interface Service {
  line: ClaimLine;
  procedure: string;
  /** SVC01-1, where it is not `HC`. */
  qualifier: string | undefined;
  date: IsoDate;
}

interface LineDecision {
  adjustments: Adjustment[];
  remarks: string[];
  allowed?: Cents;
}

/** Decides on every line of a claim. The answer balances: charge − adjustments = paid, on each line and in all. */
export function adjudicate(given: Case): Decision {
  const { claim, payerControlNumber, receivedDate } = given;
  const usage: Usage[] = [];
  let copayTaken = false;
  const lines = claim.lines.map((line): RemitLine => {
    const service: Service = {
      line,
      procedure: line.procedure ?? line.revenueCode ?? '',
      qualifier: line.procedure === undefined ? 'NU' : usualQualifiers[claim.kind],
      date: serviceStart(claim, line) ?? receivedDate,
    };
    const decision = denialOf(service, given) ?? priced(service, given, usage, copayTaken);
    copayTaken ||= decision.adjustments.some((a) => a.group === 'PR' && a.reason === '3');
    return remitLine(service, decision);
  });
  const all = lines.flatMap((line) => line.adjustments);
  const paid = sum(lines.map((line) => line.paid));
  const denied = lines.every((line) => line.allowed === undefined);
  const remitClaim: RemitClaim = {
    controlNumber: claim.controlNumber,
    status: denied ? '4' : paidAs(claim.payerSequence),
    charge: sum(lines.map((line) => line.charge)),
    paid,
    patientResponsibility: sum(all.filter((a) => a.group === 'PR').map((a) => a.amount)),
    claimFilingIndicator: filedAs(given.plan.claimFilingIndicator),
    payerControlNumber,
    placeOfService: claim.placeOfService ?? claim.facilityCode ?? '',
    frequency: claim.frequency,
    receivedDate,
    ...(all.some(({ reason }) => reason === '27') &&
      given.member.to !== undefined && { coverageExpired: given.member.to }),
    patient: {
      lastName: given.member.lastName,
      firstName: given.member.firstName,
      memberId: given.member.memberId,
    },
    adjustments: [],
    remarks: [],
    lines,
  };
  return { remitClaim, usage };
}

/** Kinds of insurance that a claim knows and a remittance does not. Source: 005010X221A1, CLP06. */
const onlyOnClaims = new Set(['11', 'BL', 'CI', 'FI']);

/** CLP06; `ZZ` where the list of remittances has none for it. */
function filedAs(claimFilingIndicator: string): string {
  return onlyOnClaims.has(claimFilingIndicator) ? 'ZZ' : claimFilingIndicator;
}

const usualQualifiers: Partial<Record<Claim['kind'], string>> = { dental: 'AD' };

/** CLP02 of a claim that is paid: whoever comes after the second counts as the third. */
function paidAs(sequence: Claim['payerSequence']): '1' | '2' | '3' {
  if (sequence === 'P') return '1';
  return sequence === 'S' ? '2' : '3';
}

/** The first reason not to pay a line at all. */
function denialOf(service: Service, given: Case): LineDecision | undefined {
  const { plan, member, claim, receivedDate } = given;
  const { line, procedure, date } = service;
  const deny = (group: 'CO' | 'PR', reason: string, ...remarks: string[]): LineDecision => ({
    adjustments: [{ group, reason, amount: line.charge }],
    remarks,
  });
  if (given.isDuplicate(line)) return deny('CO', '18');
  if (date < member.from) return deny('CO', '26');
  if (member.to !== undefined && date > member.to) return deny('CO', '27');
  const late = receivedDate > addDays(date, plan.timelyFilingDays);
  if (late && claim.frequency === '1') return deny('CO', '29');
  if (plan.notCovered.has(procedure)) return deny('PR', '96', 'N130');
  if (plan.allowedCents[procedure] === undefined) return deny('CO', '96', 'N56');
  const fault = authorizationFault(service, given);
  return fault === undefined ? undefined : deny('CO', fault);
}

/** 197 when an authorization is missing, 15 when the number given does not fit. */
function authorizationFault(
  { line, procedure, date }: Service,
  { plan, member, claim, authorizations }: Case,
): string | undefined {
  if (!plan.authorizationRequired.has(procedure)) return undefined;
  const number = (line.authorizationNumber ?? claim.authorizationNumber ?? '').trim();
  if (number === '') return '197';
  const issued = authorizations.filter((authorization) => authorization.number === number);
  if (issued.length > 0) {
    const fits = issued.some(
      (one) =>
        one.memberId === member.memberId && one.procedure === procedure && one.from <= date && date <= one.to,
    );
    return fits ? undefined : '15';
  }
  const { authorizationNumberPattern, issuedAuthorizations } = plan;
  const trusted = authorizationNumberPattern?.test(number) ?? issuedAuthorizations.length === 0;
  return trusted ? undefined : '15';
}

/** Prices a line by the fee schedule and the plan; after another payer, pays at most what that one left. */
function priced(
  { line, procedure, date }: Service,
  given: Case,
  usage: Usage[],
  copayTaken: boolean,
): LineDecision {
  const { plan, claim } = given;
  const { charge } = line;
  const year = date.slice(0, 4);
  const fee = plan.allowedCents[procedure] ?? charge;
  const allowed = cents(Math.min(Math.round(fee * line.units), charge));
  const used = addUp(
    given.usedIn(year),
    usage.filter((one) => one.year === year),
  );
  let shares = memberShares(plan, procedure, allowed, used, copayTaken);
  let paid = cents(allowed - sum(shares.map((share) => share.amount)));
  let prior = cents(0);
  if (claim.payerSequence !== 'P') {
    const left = cents(Math.min(leftByOthers(line), charge));
    prior = cents(charge - left);
    paid = cents(Math.min(paid, left));
    shares = limitShares(shares, cents(left - paid));
  }
  const shared = sum(shares.map((share) => share.amount));
  const contract = cents(charge - prior - paid - shared);
  const deductible = sum(shares.filter((share) => share.reason === '1').map((share) => share.amount));
  usage.push({ year, deductible, outOfPocket: shared });
  const adjustments: Adjustment[] = [
    { group: 'CO', reason: '45', amount: contract },
    { group: 'OA', reason: '23', amount: prior },
    ...shares.map((share): Adjustment => ({ group: 'PR', ...share })),
  ];
  return { adjustments: adjustments.filter(({ amount }) => amount !== 0), remarks: [], allowed };
}

/** What the payer before this one left to the patient on a line. */
function leftByOthers({ adjudications }: ClaimLine): Cents {
  const adjustments = adjudications?.at(-1)?.adjustments ?? [];
  return sum(adjustments.filter((a) => a.group === 'PR').map((a) => a.amount));
}

function addUp(start: Used, more: readonly Used[]): Used {
  return {
    deductible: sum([start.deductible, ...more.map((one) => one.deductible)]),
    outOfPocket: sum([start.outOfPocket, ...more.map((one) => one.outOfPocket)]),
  };
}

function remitLine(
  { line, procedure, qualifier, date }: Service,
  { adjustments, remarks, allowed }: LineDecision,
): RemitLine {
  return {
    controlNumber: line.controlNumber,
    ...(qualifier !== undefined && { procedureQualifier: qualifier }),
    procedure,
    modifiers: line.modifiers,
    charge: line.charge,
    paid: cents(line.charge - sum(adjustments.map((a) => a.amount))),
    units: line.units,
    serviceDate: date,
    ...(line.serviceDateTo !== undefined && { serviceDateTo: line.serviceDateTo }),
    ...(allowed !== undefined && { allowed }),
    adjustments,
    remarks,
  };
}

/** The same answer taken back: every amount negated, CLP02 22. Source: 005010X221A1, 1.10.2.8. */
export function reverse(remitClaim: RemitClaim): RemitClaim {
  const negate = (amount: Cents) => cents(-amount);
  const adjustments = (all: Adjustment[]) => all.map((a) => ({ ...a, amount: negate(a.amount) }));
  return {
    ...remitClaim,
    status: '22',
    charge: negate(remitClaim.charge),
    paid: negate(remitClaim.paid),
    patientResponsibility: cents(0),
    adjustments: adjustments(remitClaim.adjustments),
    lines: remitClaim.lines.map(({ allowed: _, ...line }) => ({
      ...line,
      charge: negate(line.charge),
      paid: negate(line.paid),
      adjustments: adjustments(line.adjustments),
    })),
  };
}
