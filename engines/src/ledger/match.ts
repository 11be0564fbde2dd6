import type { Cents, IsoDate, RemitClaim, RemitLine } from '../model/index.ts';

/** What the ledger needs to know of the claim that a remittance answers. */
export interface ClaimFacts {
  claimId: string;
  patientId: string;
  /** CLM01 as sent. */
  controlNumber: string;
  charge: Cents;
  patient: { memberId: string; lastName: string; firstName: string };
  lines: ClaimLineFacts[];
}

export interface ClaimLineFacts {
  claimLineId: string;
  chargeId: string;
  /** REF*6R as sent. */
  controlNumber: string;
  procedure: string | undefined;
  modifiers: string[];
  charge: Cents;
  serviceDate: IsoDate | undefined;
}

export type Agreement = 'member-id' | 'name' | 'service-date' | 'charge';

/**
 * On which facts a remittance's claim agrees with ours, beyond the control number. Payers change names and
 * member numbers, so no single one is demanded; {@link isSameClaim} wants two.
 */
export function agreements(remitClaim: RemitClaim, facts: ClaimFacts): Agreement[] {
  const { patient } = remitClaim;
  const dates = new Set(facts.lines.map((line) => line.serviceDate));
  const remitDates = remitClaim.lines.flatMap((line) => line.serviceDate ?? remitClaim.serviceDate ?? []);
  const tests: [Agreement, boolean][] = [
    ['member-id', same(patient?.memberId, facts.patient.memberId)],
    [
      'name',
      same(patient?.lastName, facts.patient.lastName) && same(patient?.firstName, facts.patient.firstName),
    ],
    ['service-date', remitDates.length > 0 && remitDates.every((date) => dates.has(date))],
    ['charge', Math.abs(remitClaim.charge) === facts.charge],
  ];
  return tests.filter(([, agrees]) => agrees).map(([agreement]) => agreement);
}

/** Whether money for this remittance claim may be posted to ours: the control number and two facts agree. */
export function isSameClaim(remitClaim: RemitClaim, facts: ClaimFacts): boolean {
  return remitClaim.controlNumber.trim() === facts.controlNumber && agreements(remitClaim, facts).length >= 2;
}

/**
 * Finds the claim line that a remittance line answers: by its control number, else by the procedure,
 * modifiers and charge as they were sent when exactly one line has them.
 */
export function findLine(line: RemitLine, lines: readonly ClaimLineFacts[]): ClaimLineFacts | undefined {
  if (line.controlNumber !== undefined) {
    const byNumber = lines.find((candidate) => candidate.controlNumber === line.controlNumber);
    if (byNumber) return byNumber;
  }
  const { procedure, modifiers } = line.submittedProcedure ?? line;
  const alike = lines.filter(
    (candidate) =>
      candidate.procedure === procedure &&
      candidate.charge === Math.abs(line.charge) &&
      candidate.modifiers.join() === modifiers.join() &&
      (line.serviceDate === undefined || line.serviceDate === candidate.serviceDate),
  );
  return alike.length === 1 ? alike[0] : undefined;
}

function same(ours: string | undefined, theirs: string): boolean {
  const plain = (text: string) => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  return ours !== undefined && plain(ours) !== '' && plain(ours) === plain(theirs);
}
