import {
  type Adjustment,
  cents,
  isoDate,
  type Remit,
  type RemitClaim,
  type RemitLine,
  sum,
} from '../model/index.ts';
import type { ClaimFacts, ClaimLineFacts } from './match.ts';
import type { RemitIds } from './remit-claim.ts';

export const today = isoDate('2027-03-20');
const visit = isoDate('2027-03-01');

export function aLine(part: Partial<ClaimLineFacts> = {}): ClaimLineFacts {
  return {
    claimLineId: 'line-1',
    chargeId: 'charge-1',
    controlNumber: 'L1',
    procedure: '99213',
    modifiers: [],
    charge: cents(15000),
    serviceDate: visit,
    ...part,
  };
}

export function aClaim(lines: ClaimLineFacts[] = [aLine()]): ClaimFacts {
  return {
    claimId: 'claim-1',
    patientId: 'patient-1',
    controlNumber: 'C1',
    charge: sum(lines.map((l) => l.charge)),
    patient: { memberId: 'M0001', lastName: 'Sample', firstName: 'Sally' },
    lines,
  };
}

/** `adjust('CO', '45', 5000)` */
export function adjust(group: Adjustment['group'], reason: string, amount: number): Adjustment {
  return { group, reason, amount: cents(amount) };
}

/** A balanced answer to one line: what the adjustments leave is paid. */
function answer(line: ClaimLineFacts, adjustments: Adjustment[]): RemitLine {
  const { controlNumber, procedure = '', modifiers, charge, serviceDate = visit } = line;
  const paid = cents(charge - sum(adjustments.map((a) => a.amount)));
  return { controlNumber, procedure, modifiers, charge, paid, serviceDate, adjustments, remarks: [] };
}

/** A balanced answer to a claim, with the adjustments of each of its lines. */
export function aRemitClaim(
  facts: ClaimFacts,
  byLine: Adjustment[][],
  ofClaim: Adjustment[] = [],
): RemitClaim {
  const lines = facts.lines.map((line, index) => answer(line, byLine[index] ?? []));
  const all = [...ofClaim, ...lines.flatMap((l) => l.adjustments)];
  const patientPart = all.filter((a) => a.group === 'PR').map((a) => a.amount);
  return {
    controlNumber: facts.controlNumber,
    status: '1',
    charge: facts.charge,
    paid: cents(facts.charge - sum(all.map((a) => a.amount))),
    patientResponsibility: sum(patientPart),
    patient: facts.patient,
    adjustments: ofClaim,
    remarks: [],
    lines,
  };
}

/** What a payer sends to undo an answer: the same, negated, with CLP02 22. */
export function reversalOf(claim: RemitClaim): RemitClaim {
  const negate = (a: Adjustment) => ({ ...a, amount: cents(-a.amount) });
  return {
    ...claim,
    status: '22',
    charge: cents(-claim.charge),
    paid: cents(-claim.paid),
    patientResponsibility: cents(0),
    adjustments: claim.adjustments.map(negate),
    lines: claim.lines.map((line) => ({
      ...line,
      charge: cents(-line.charge),
      paid: cents(-line.paid),
      adjustments: line.adjustments.map(negate),
    })),
  };
}

export function aRemit(claims: RemitClaim[], part: Partial<Remit> = {}): Remit {
  return {
    payer: { name: 'Example Health Plan' },
    payee: { name: 'Example Clinic' },
    paid: sum(claims.map((c) => c.paid)),
    method: 'CHK',
    paymentDate: today,
    traceNumber: 'T1',
    claims,
    providerAdjustments: [],
    ...part,
  };
}

export const ids: RemitIds = {
  remitClaimId: 'remit-claim-1',
  remitLineIds: ['remit-line-1', 'remit-line-2'],
};
