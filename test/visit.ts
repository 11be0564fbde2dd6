import { randomBytes } from 'node:crypto';
import { type Adjustment, type Claim, cents, isoDate, type Remit, sum } from '@superbill/engines/model';
import { addCharge } from '@superbill/server/charges/change-charge';
import { applyClaimAcknowledgement } from '@superbill/server/claims/apply-acknowledgement';
import { createClaim, submitClaim } from '@superbill/server/claims/create-claim';
import { loadClaimSummary } from '@superbill/server/claims/store';
import { transmitClaims } from '@superbill/server/claims/transmit';
import { openVersion } from '@superbill/server/claims/version';
import { assignCode } from '@superbill/server/coding/assign-code';
import { addDocument } from '@superbill/server/encounters/documents';
import { handOver } from '@superbill/server/encounters/hand-over';
import { lockEncounter } from '@superbill/server/encounters/queue';
import { registerEncounter } from '@superbill/server/encounters/register-encounter';
import { receiveFile } from '@superbill/server/files/receive-file';
import { newId } from '@superbill/server/ids';
import { registerPatient } from '@superbill/server/patients/register-patient';
import { postRemits } from '@superbill/server/remits/post-remit';
import type { prices, World } from './world.ts';

export interface VisitPart {
  /** A patient that is registered already. */
  patientId?: string;
  /** Whether a new patient has coverage by the first payer. */
  covered?: boolean;
  language?: 'en' | 'es';
  birthDate?: string;
  serviceDate?: string;
  note?: string;
  /** Codes with the words of the note each stands on. */
  codes?: { code: string; quote: string }[];
  procedures?: (keyof typeof prices)[];
}

/** A visit that was coded and charged, and stands at the biller's desk. */
export interface Visit {
  patientId: string;
  encounterId: string;
  documentId: string;
  codeIds: string[];
  chargeIds: string[];
}

const note = 'Blood pressure 152/94 again today. Hypertension, not controlled. Increase lisinopril.';

let patients = 0;

/** Registers, documents, codes, hands over and charges a visit, each step by who does it. */
export async function aVisit(world: World, part: VisitPart = {}): Promise<Visit> {
  const text = part.note ?? note;
  const codes = part.codes ?? [{ code: 'I10', quote: 'Hypertension, not controlled' }];
  const patientId = part.patientId ?? (await aPatient(world, part));
  const encounterId = await world.as('front-desk', (unit) =>
    registerEncounter(unit, {
      patientId,
      practitionerId: world.practitionerId,
      locationId: world.locationId,
      serviceDate: isoDate(part.serviceDate ?? '2027-03-15'),
      setting: 'outpatient',
    }),
  );
  const documentId = await world.as('physician', (unit) =>
    addDocument(unit, encounterId, { kind: 'note', title: 'Visit note', text }),
  );
  const codeIds = await world.as('coder', async (unit) => {
    const ids: string[] = [];
    for (const { code, quote } of codes) {
      const start = text.indexOf(quote);
      const evidence = [{ documentId, version: 1, start, end: start + quote.length, quote }];
      ids.push(
        await assignCode(unit, encounterId, {
          system: 'icd10cm',
          code,
          origin: 'suggestion',
          path: [`Index: ${quote}`],
          evidence,
        }),
      );
    }
    await handOver(unit, encounterId, (await lockEncounter(unit, encounterId)).row_version);
    return ids;
  });
  const chargeIds = await world.as('biller', async (unit) => {
    const ids: string[] = [];
    for (const procedure of part.procedures ?? (['99213'] as const))
      ids.push(
        await addCharge(unit, encounterId, {
          procedure,
          modifiers: [],
          units: 1,
          diagnoses: codeIds.slice(0, 4),
        }),
      );
    return ids;
  });
  return { patientId, encounterId, documentId, codeIds, chargeIds };
}

export async function aPatient(
  world: World,
  { covered = true, language = 'en', birthDate = '1980-05-17' }: VisitPart = {},
): Promise<string> {
  patients += 1;
  const number = patients;
  return world.as('front-desk', (unit) =>
    registerPatient(unit, {
      patient: {
        firstName: 'Sally',
        lastName: `Sample${'abcdefghij'.charAt(number % 10)}${number}`,
        birthDate: isoDate(birthDate),
        sex: 'F',
        address: { line1: '12 Invented Lane', city: 'Exampleton', state: 'OR', zip: '970010001' },
        language,
      },
      coverages: covered
        ? [
            {
              payerId: world.payerId,
              benefitOrder: 1,
              memberId: `M${String(number).padStart(6, '0')}`,
              relationship: 'self',
              effectiveFrom: isoDate('2026-01-01'),
            },
          ]
        : [],
      evenIfAlike: true,
    }),
  );
}

/** Makes, checks and sends the claim of a visit; answers its id. */
export async function sendClaim(world: World, { encounterId }: Pick<Visit, 'encounterId'>): Promise<string> {
  const claimId = await world.as('biller', async (unit) => {
    const { id, findings } = await createClaim(unit, encounterId);
    const { row_version } = await unit.db
      .selectFrom('claim')
      .select('row_version')
      .where('claim_id', '=', id)
      .executeTakeFirstOrThrow();
    const { state } = await submitClaim(unit, id, row_version);
    if (state !== 'ready') throw new Error(`the claim is ${state}: ${JSON.stringify(findings)}`);
    return id;
  });
  await transmitClaims(world.system, world.staff.biller, [claimId]);
  return claimId;
}

/** The payer rejects a claim before adjudication, as its 277CA says. */
export async function rejectClaim(world: World, claimId: string): Promise<void> {
  const note = Buffer.from(`277CA for ${claimId}`);
  const { id } = await receiveFile(world.system, world.staff.biller, `${claimId}.277`, note);
  await world.as('biller', async (unit) => {
    const { controlNumber } = await loadClaimSummary(unit, claimId);
    const statuses = [{ category: 'A3', status: '21' }];
    await applyClaimAcknowledgement(unit, id, { controlNumber, accepted: false, statuses });
  });
}

/** `adjust('PR', '1', 4000)` leaves $40.00 to the patient for the deductible. */
export function adjust(group: Adjustment['group'], reason: string, amount: number): Adjustment {
  return { group, reason, amount: cents(amount) };
}

/** Posts a payer's balanced answer to a claim: the adjustments of each line; what they leave is paid. */
export async function answerClaim(
  world: World,
  claimId: string,
  byLine: Adjustment[][],
  status = '1',
): Promise<Remit> {
  return world.as('biller', async (unit) => {
    const row = await unit.db
      .selectFrom('claim_version')
      .selectAll()
      .where('claim_id', '=', claimId)
      .orderBy('version', 'desc')
      .executeTakeFirstOrThrow();
    const remit = aRemit(await openVersion(unit, row), byLine, status);
    const inboundFileId = newId();
    const content = Buffer.from(JSON.stringify(remit));
    await unit.db
      .insertInto('inbound_file')
      .values({
        organization_id: world.organizationId,
        inbound_file_id: inboundFileId,
        file_name: `${remit.traceNumber}.835`,
        content,
        sha256: randomBytes(32).toString('hex'),
        received_at: unit.now,
        kind: '835',
        state: 'processed',
      })
      .execute();
    await postRemits(unit, inboundFileId, [remit], { unknownClaims: 'wait' });
    return remit;
  });
}

let payments = 0;

/** A balanced 835 for one claim. */
export function aRemit(claim: Claim, byLine: Adjustment[][], status = '1'): Remit {
  payments += 1;
  const lines = claim.lines.map((line, index) => {
    const adjustments = byLine[index] ?? [];
    return {
      controlNumber: line.controlNumber,
      procedure: line.procedure ?? '',
      modifiers: line.modifiers,
      charge: line.charge,
      paid: cents(line.charge - sum(adjustments.map(({ amount }) => amount))),
      ...(line.serviceDate && { serviceDate: line.serviceDate }),
      adjustments,
      remarks: [],
    };
  });
  const paid = sum(lines.map((line) => line.paid));
  const share = lines
    .flatMap((line) => line.adjustments)
    .filter(({ group }) => group === 'PR')
    .map(({ amount }) => amount);
  const { memberId, lastName, firstName } = claim.subscriber;
  return {
    payer: { name: claim.payer.name, id: claim.payer.payerId },
    payee: { name: claim.billingProvider.name, npi: claim.billingProvider.npi },
    paid,
    method: paid === 0 ? 'NON' : 'CHK',
    paymentDate: isoDate('2027-03-20'),
    traceNumber: `T${payments}`,
    claims: [
      {
        controlNumber: claim.controlNumber,
        status,
        charge: claim.charge,
        paid,
        patientResponsibility: sum(share),
        payerControlNumber: `PCN${payments}`,
        patient: { memberId, lastName, firstName },
        adjustments: [],
        remarks: [],
        lines,
      },
    ],
    providerAdjustments: [],
  };
}
