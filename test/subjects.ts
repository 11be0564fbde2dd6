import { roleCatalog } from '@superbill/contract';
import { cents, isoDate } from '@superbill/engines/model';
import { denyPermission } from '@superbill/server/access/deny-permission';
import { voidPayment } from '@superbill/server/adjustments/void-payment';
import { createClaim, submitClaim } from '@superbill/server/claims/create-claim';
import { assignCode } from '@superbill/server/coding/assign-code';
import { changeControls } from '@superbill/server/controls/settings';
import { addDocument } from '@superbill/server/encounters/documents';
import { lockEncounter } from '@superbill/server/encounters/queue';
import { registerEncounter } from '@superbill/server/encounters/register-encounter';
import { previewFees } from '@superbill/server/fees/import-fees';
import { loadPrices } from '@superbill/server/fees/store';
import { receiveFile } from '@superbill/server/files/receive-file';
import { newId } from '@superbill/server/ids';
import { recordPayment } from '@superbill/server/ledger/record-payment';
import { askAboutBill } from '@superbill/server/portal/ask-about-bill';
import { addProxy } from '@superbill/server/proxies/change-proxy';
import { askQuery } from '@superbill/server/queries/ask-query';
import { breakGlass } from '@superbill/server/restrictions/break-glass';
import { restrictRecord } from '@superbill/server/restrictions/restrict-record';
import { addApiKey, addServiceAccount } from '@superbill/server/service-accounts/change-accounts';
import { createStatement } from '@superbill/server/statements/create-statement';
import { loadStatementLines } from '@superbill/server/statements/statement-lines';
import { addAbsence } from '@superbill/server/workload/capacity';
import { moveWork } from '@superbill/server/workload/move-work';
import { adjust, answerClaim, aPatient, aVisit, sendClaim, type Visit } from './visit.ts';
import type { World } from './world.ts';

/** Ids of one practice: something for every route to be about. */
export type Subjects = Awaited<ReturnType<typeof someSubjects>>;

/** Fills a practice with a visit at each desk: to code, to bill, and billed to the patient, who asked about it. */
export async function someSubjects(world: World) {
  const { system, staff, payerId, practitionerId, locationId } = world;
  const billed = await aVisit(world);
  const sentClaimId = await sendClaim(world, billed);
  await answerClaim(world, sentClaimId, [[adjust('CO', '45', 3000), adjust('PR', '1', 4000)]]);
  const { patientId } = billed;
  const { statementId, statementLineId, messageId } = await world.as('biller', async (unit) => {
    const { id } = await createStatement(unit, patientId);
    const [line] = await loadStatementLines(unit, id, 'en');
    const subject = { patientId, statementId: id };
    const message = await askAboutBill(unit, subject, { statementLineId: line?.id, body: 'Why?' });
    return { statementId: id, statementLineId: line?.id ?? '', messageId: message };
  });

  const toBill = await aVisit(world, { patientId, serviceDate: '2027-03-16' });
  const { claimId, coverageId, interchangeId } = await world.as('biller', async (unit) => {
    const { id } = await createClaim(unit, toBill.encounterId);
    const claims = unit.db
      .selectFrom('claim')
      .select(['row_version', 'coverage_id'])
      .where('claim_id', '=', id);
    const { row_version, coverage_id } = await claims.executeTakeFirstOrThrow();
    await submitClaim(unit, id, row_version);
    const files = unit.db.selectFrom('interchange').select('interchange_id');
    const { interchange_id } = await files.executeTakeFirstOrThrow();
    return { claimId: id, coverageId: coverage_id, interchangeId: interchange_id };
  });

  const encounterId = await world.as('front-desk', (unit) =>
    registerEncounter(unit, {
      patientId,
      practitionerId,
      locationId,
      serviceDate: isoDate('2027-03-17'),
      setting: 'outpatient',
    }),
  );
  const documentId = await world.as('physician', (unit) =>
    addDocument(unit, encounterId, { kind: 'note', title: 'Visit', text: 'Hypertension. Diabetes.' }),
  );
  const evidence = { documentId, version: 1, start: 0, end: 12, quote: 'Hypertension' };
  const { codeId, queryId } = await world.as('coder', async (unit) => ({
    codeId: await assignCode(unit, encounterId, {
      system: 'icd10cm',
      code: 'I10',
      origin: 'search',
      path: [],
      evidence: [evidence],
    }),
    queryId: await askQuery(unit, encounterId, { question: 'Which?', options: ['1', '2'], evidence: [] }),
  }));
  const { row_version: rowVersion } = await world.as('coder', (unit) => lockEncounter(unit, encounterId));
  const { proxyId, restrictedPatientId } = await world.as('front-desk', async (unit) => {
    const restricted = await aPatient(world);
    await restrictRecord(unit, restricted, { kind: 'vip', readerIds: [] });
    return { restrictedPatientId: restricted, proxyId: await addProxy(unit, patientId, someProxy) };
  });
  const { id: glassId } = await world.as('coder', (unit) =>
    breakGlass(unit, restrictedPatientId, { reason: 'coding', words: 'Visit of today' }),
  );
  const denialId = await world.as('administrator', async (unit) => {
    const denied = unit.db.selectFrom('permission_denial').select('denial_id').where('lifted_at', 'is', null);
    const earlier = await denied.executeTakeFirst();
    if (earlier) return earlier.denial_id;
    return denyPermission(unit, { from: { userId: staff.coder.userId }, permission: 'system.read' });
  });
  const { accountId, keyId } = await world.as('administrator', async (unit) => {
    const permissions = [...roleCatalog['service-account'].permissions];
    const account = await addServiceAccount(unit, { name: 'Link', permissions });
    const { id } = await addApiKey(unit, account, { name: 'Key', days: 30 });
    return { accountId: account, keyId: id };
  });
  const movedEncounterId = await world.as('front-desk', (unit) =>
    registerEncounter(unit, {
      patientId,
      practitionerId,
      locationId,
      serviceDate: isoDate('2027-03-17'),
      setting: 'outpatient',
    }),
  );
  await world.as('physician', (unit) =>
    addDocument(unit, movedEncounterId, { kind: 'note', title: 'Visit', text: 'Hypertension.' }),
  );
  const file = await receiveFile(system, staff.biller, 'a.835', Buffer.from('not X12'));
  const { paymentId, approvalId, reviewId } = await someControlled(world, patientId, billed);
  const { feeId, feeFingerprint } = await world.as('administrator', async (unit) => ({
    feeId: (await loadPrices(unit, '36415'))[0]?.fee_id ?? '',
    feeFingerprint: (await previewFees(unit, feeFile)).fingerprint,
  }));
  const coderId = staff.coder.userId;
  const { absenceId, batchId } = await world.as('supervisor', async (unit) => {
    const moves = [{ kind: 'code-visit', subjectId: movedEncounterId, fromId: null, toId: coderId }] as const;
    const days = { from: isoDate('2027-04-01'), to: isoDate('2027-04-02') };
    return {
      absenceId: await addAbsence(unit, { userId: coderId, ...days }),
      batchId: (await moveWork(unit, moves)).id,
    };
  });
  return {
    paymentId,
    approvalId,
    reviewId,
    billedChargeId: billed.chargeIds[0] ?? '',
    coderId,
    absenceId,
    batchId,
    movedEncounterId,
    feeId,
    feeFingerprint,
    userId: staff.coder.userId,
    patientId,
    coverageId,
    payerId,
    practitionerId,
    locationId,
    encounterId,
    rowVersion,
    documentId,
    codeId,
    queryId,
    billEncounterId: toBill.encounterId,
    billCodeId: toBill.codeIds[0] ?? '',
    chargeId: toBill.chargeIds[0] ?? '',
    claimId,
    interchangeId,
    inboundFileId: file.id,
    fileVersion: file.rowVersion,
    statementId,
    statementLineId,
    messageId,
    proxyId,
    restrictedPatientId,
    glassId,
    denialId,
    accountId,
    keyId,
    staffIds: Object.values(staff).map(({ userId }) => userId),
  };
}

/** Controls that bind everybody, for as long as it takes to make what they make of an act. */
export const someControls = {
  mode: 'always',
  ownerId: null,
  ownerEmail: null,
  linkAddress: null,
  writeOffLimitCents: cents(0),
  coolingHours: 12,
  sampleSize: 3,
  requestDays: 14,
} as const;

/** A payment, a void of another that waits for a countersign, and a chart that waits for a second look. */
async function someControlled(world: World, patientId: string, { encounterId }: Visit) {
  const pay = () =>
    world.as('biller', (unit) => recordPayment(unit, patientId, { amountCents: cents(500), method: 'cash' }));
  const [paymentId, doubted] = [await pay(), await pay()];
  await world.as('supervisor', (unit) => changeControls(unit, someControls, 0));
  const { id: approvalId } = await world.as('biller', (unit) =>
    voidPayment(unit, doubted, { reason: 'entered-twice' }),
  );
  const reviewId = await world.as('coder', async (unit) => {
    const id = newId();
    await unit.db
      .insertInto('chart_review')
      .values({
        organization_id: unit.organizationId,
        review_id: id,
        encounter_id: encounterId,
        coder_id: unit.userId,
        reviewer_id: unit.userId,
        stratum: 'chance',
        drawn_at: unit.now,
        due_from: unit.now,
        first_codes: JSON.stringify([{ system: 'icd10cm', code: 'I10' }]),
      })
      .execute();
    return id;
  });
  return { paymentId, approvalId, reviewId };
}

/** A file of prices with one that is not there yet. */
export const feeFile = {
  content: 'procedure,wording,price\n99216,Longest visit,400.00\n',
  effectiveFrom: isoDate('2027-01-01'),
};

/** Somebody who may act for a patient. */
export const someProxy = {
  firstName: 'Pat',
  lastName: 'Sample',
  birthDate: isoDate('1955-06-07'),
  kind: 'guardian',
  document: 'Court order 17',
  effectiveFrom: isoDate('2026-01-01'),
} as const;
