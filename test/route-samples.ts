import {
  type BodyInputOf,
  type ParamsOf,
  type QueryInputOf,
  type RouteName,
  type Routes,
  roleCatalog,
} from '@superbill/contract';
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
import { password, type World } from './world.ts';

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
const someControls = {
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

interface Sample<R> {
  params?: ParamsOf<R>;
  query?: QueryInputOf<R>;
  body?: BodyInputOf<R>;
}

const place = { line1: '1 Example Street', city: 'Exampleton', state: 'OR', zip: '970010001' };

const payer = {
  name: 'New Mutual',
  claimFilingIndicator: 'CI',
  timelyFilingDays: 90,
  authorizationRequired: ['70551'],
};

const feeFile = {
  content: 'procedure,wording,price\n99216,Longest visit,400.00\n',
  effectiveFrom: isoDate('2027-01-01'),
};

const someProxy = {
  firstName: 'Pat',
  lastName: 'Sample',
  birthDate: isoDate('1955-06-07'),
  kind: 'guardian',
  document: 'Court order 17',
  effectiveFrom: isoDate('2026-01-01'),
} as const;

const patient = { firstName: 'Iris', lastName: 'Sample', birthDate: '1990-02-03', sex: 'F' } as const;

/** What a passkey of nobody here would answer. */
const anotherPasskey = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  clientExtensionResults: {},
  response: { clientDataJSON: 'e30', attestationObject: 'oA' },
} as const;

const noAnswer = { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA' };

/** A valid call of every route about these subjects; a new route does not compile before it has one. */
export function samplesOf(of: Subjects): { [Name in RouteName]: Sample<Routes[Name]> } {
  const encounter = { encounterId: of.encounterId };
  const toBill = { encounterId: of.billEncounterId };
  const coverage = {
    payerId: of.payerId,
    benefitOrder: 2,
    memberId: 'M1',
    relationship: 'self',
    effectiveFrom: '2026-01-01',
  } as const;
  const evidence = [{ documentId: of.documentId, version: 1, start: 14, end: 22, quote: 'Diabetes' }];
  const charge = { procedure: '99213', diagnoses: [of.billCodeId] };
  return {
    signIn: { body: { login: 'nobody', password: 'nothing' } },
    passSecondFactor: { body: { code: '000000' } },
    askForPasskey: {},
    askForProof: {},
    prove: { body: { password } },
    lockSession: {},
    unlockSession: { body: { password } },
    readOwnAccount: {},
    changePassword: { body: { current: password, next: `${password}, once more` } },
    startTotp: {},
    confirmTotp: { params: { factorId: of.codeId }, body: { code: '000000' } },
    removeTotp: { params: { factorId: of.codeId } },
    startPasskey: {},
    addPasskey: { body: { name: 'Key', passkey: anotherPasskey } },
    removePasskey: { params: { passkeyId: of.codeId } },
    renewRecoveryCodes: {},
    finishEnrolment: {},
    listOwnSessions: {},
    endOwnSession: { params: { sessionId: of.codeId } },
    endOtherSessions: {},
    listUsers: {},
    readUser: { params: { userId: of.userId } },
    inviteUser: { body: { login: 'new.example', name: 'New Example', roles: ['coder'] } },
    changeUser: {
      params: { userId: of.userId },
      body: { name: 'Example', email: null, roles: ['coder'], practitionerId: null, rowVersion: 1 },
    },
    disableUser: { params: { userId: of.userId }, body: { rowVersion: 999 } },
    enableUser: { params: { userId: of.userId }, body: { rowVersion: 999 } },
    resetUser: { params: { userId: of.userId }, body: {} },
    listUserSessions: { params: { userId: of.userId } },
    endUserSession: { params: { userId: of.userId, sessionId: of.codeId } },
    endUserSessions: { params: { userId: of.userId } },
    listSessions: {},
    listLetters: {},
    readSecuritySettings: {},
    changeSecuritySettings: { body: { secondFactorRoles: [], rowVersion: 0 } },
    readSignInOptions: {},
    askForSignInPasskey: {},
    signInWithPasskey: { body: { passkey: { ...anotherPasskey, response: noAnswer } } },
    startProviderSignIn: { body: { organizationId: of.codeId } },
    finishProviderSignIn: { body: { query: 'code=none' } },
    readIdentityProvider: {},
    changeIdentityProvider: {
      body: {
        label: 'Example ID',
        issuer: 'https://id.example.org',
        clientId: 'superbill',
        clientSecret: 'secret',
        enabled: false,
        rowVersion: 0,
      },
    },
    listServiceAccounts: {},
    addServiceAccount: { body: { name: 'Link', permissions: ['patient.read'] } },
    changeServiceAccount: {
      params: { accountId: of.accountId },
      body: { name: 'Link', permissions: ['patient.read'], disabled: false, rowVersion: 1 },
    },
    addApiKey: { params: { accountId: of.accountId }, body: { name: 'Key' } },
    revokeApiKey: { params: { accountId: of.accountId, keyId: of.keyId } },
    readInvitation: { body: { token: 'x'.repeat(80) } },
    acceptInvitation: { body: { token: 'x'.repeat(80), password: 'nothing' } },
    readSession: {},
    switchHat: { body: { hat: 'coder' } },
    signOut: {},
    readPractice: {},
    readOrganization: {},
    changeOrganization: {
      body: {
        organization: {
          name: 'Example Clinic',
          npi: '1999001005',
          taxId: '000000417',
          address: place,
          phone: '503-555-0100',
          submitterId: 'EXAMPLE',
        },
        rowVersion: 1,
      },
    },
    listLocations: {},
    addLocation: { body: { name: 'Second Street', placeOfService: '11', address: place } },
    changeLocation: {
      params: { locationId: of.locationId },
      body: { location: { name: 'Main Street', placeOfService: '11', address: place }, rowVersion: 1 },
    },
    listPractitioners: {},
    addPractitioner: { body: { firstName: 'Grace', lastName: 'Example', npi: '1999003019' } },
    changePractitioner: {
      params: { practitionerId: of.practitionerId },
      body: { practitioner: { firstName: 'Ada', lastName: 'Example', npi: '1999002011' }, rowVersion: 1 },
    },
    listPayers: {},
    addPayer: { body: { ...payer, electronicId: 'NEWP1' } },
    changePayer: {
      params: { payerId: of.payerId },
      body: { payer: { ...payer, electronicId: 'EXMP1' }, rowVersion: 1 },
    },
    listFeeSchedule: { query: { date: '2027-03-17' } },
    readFeeHistory: { params: { procedure: '99213' } },
    setFee: {
      body: { procedure: '99215', wording: 'Long visit', priceCents: 30000, effectiveFrom: '2027-01-01' },
    },
    changeFee: { params: { feeId: of.feeId }, body: { wording: 'Drawing blood', rowVersion: 1 } },
    withdrawFee: { params: { feeId: of.feeId } },
    previewFees: { body: feeFile },
    exportFees: { query: { date: '2027-03-17' } },
    importFees: { body: { ...feeFile, fingerprint: of.feeFingerprint } },
    listPatients: {},
    registerPatient: { body: { patient, coverages: [coverage], evenIfAlike: true } },
    readPatient: { params: { patientId: of.patientId } },
    changePatient: { params: { patientId: of.patientId }, body: { patient, rowVersion: 1 } },
    addCoverage: { params: { patientId: of.patientId }, body: coverage },
    changeCoverage: {
      params: { patientId: of.patientId, coverageId: of.coverageId },
      body: { coverage: { ...coverage, benefitOrder: 1 }, rowVersion: 1 },
    },
    readMyDay: {},
    reportWork: { body: { kind: 'code-visit', subjectId: of.movedEncounterId, state: 'open' } },
    startInterruption: { body: { kind: 'phone-call' } },
    endInterruption: {},
    startFocus: { body: { minutes: 30 } },
    endFocus: {},
    takeWork: { body: { kind: 'code-visit', subjectId: of.movedEncounterId } },
    giveWorkBack: { body: { kind: 'code-visit', subjectId: of.movedEncounterId } },
    readBoard: {},
    listWorkItems: {},
    proposeMoves: {},
    moveWork: {
      body: {
        moves: [{ kind: 'code-visit', subjectId: of.movedEncounterId, fromId: null, toId: of.coderId }],
      },
    },
    undoMoves: { params: { batchId: of.batchId } },
    readCapacity: {},
    setCapacity: {
      params: { userId: of.coderId },
      body: { minutes: [480, 480, 480, 480, 300, 0, 0], unplannedPercent: 20 },
    },
    addAbsence: { body: { userId: of.coderId, from: '2027-04-05', to: '2027-04-06' } },
    voidAbsence: { params: { absenceId: of.absenceId } },
    listEncounters: {},
    registerEncounter: {
      body: {
        patientId: of.patientId,
        practitionerId: of.practitionerId,
        locationId: of.locationId,
        serviceDate: '2027-03-18',
      },
    },
    readEncounter: { params: encounter },
    addDocument: { params: encounter, body: { kind: 'note', title: 'More', text: 'More.' } },
    addDocumentVersion: {
      params: { documentId: of.documentId },
      body: { text: 'Hypertension. Diabetes mellitus.', reason: 'Spelling', afterVersion: 1 },
    },
    readDocumentVersion: { params: { documentId: of.documentId, version: 1 } },
    suggestCodes: { params: encounter },
    assignCode: { params: encounter, body: { code: 'E11.9', origin: 'search', evidence } },
    orderCodes: { params: encounter, body: { codeIds: [of.codeId] } },
    removeCode: { params: { ...encounter, codeId: of.codeId } },
    rejectSuggestion: { params: encounter, body: { code: 'J02.0' } },
    undoRejection: { params: { ...encounter, code: 'J02.0' } },
    askQuery: { params: encounter, body: { question: 'Which type?', options: ['1', '2'] } },
    listQueries: {},
    answerQuery: { params: { queryId: of.queryId }, body: { option: '1' } },
    withdrawQuery: { params: { ...encounter, queryId: of.queryId } },
    handOver: { params: encounter, body: { rowVersion: of.rowVersion } },
    readLearning: {},
    setLearning: { body: { on: true, languageModel: false } },
    learnNow: {},
    forgetPhrase: { body: { phrase: 'strep throat', code: 'J02.0' } },
    forgetAll: {},
    searchCodes: { query: { text: 'hypertension', date: '2027-03-17' } },
    readCode: { params: { system: 'icd10cm', code: 'I10' }, query: { date: '2027-03-17' } },
    listEditions: {},
    listFees: { query: { date: '2027-03-17' } },
    addCharge: { params: toBill, body: charge },
    changeCharge: {
      params: { ...toBill, chargeId: of.chargeId },
      body: { charge: { ...charge, units: 2 }, rowVersion: 1 },
    },
    voidCharge: { params: { ...toBill, chargeId: of.chargeId } },
    recordAuthorization: {
      params: toBill,
      body: {
        payerId: of.payerId,
        procedure: '99213',
        number: 'A1',
        effectiveFrom: '2027-03-01',
        effectiveTo: '2027-03-31',
        obtainedBy: '278',
      },
    },
    createClaim: { params: toBill, body: { coverageId: of.coverageId } },
    listClaims: {},
    readClaim: { params: { claimId: of.claimId } },
    submitClaim: { params: { claimId: of.claimId }, body: { rowVersion: 1 } },
    transmitClaims: { body: { claimIds: [of.claimId] } },
    returnToCoding: { params: toBill, body: { reason: 'Look again', rowVersion: 1 } },
    listInterchanges: {},
    readInterchange: { params: { interchangeId: of.interchangeId } },
    settleInterchange: { params: { interchangeId: of.interchangeId }, body: { left: true } },
    readSending: {},
    resumeSending: {},
    listBackups: {},
    makeBackup: {},
    readHealthDetails: {},
    listInboundFiles: {},
    readInboundFile: { params: { inboundFileId: of.inboundFileId } },
    receiveFile: { body: { fileName: 'b.835', content: 'not X12 either' } },
    retryInboundFile: {
      params: { inboundFileId: of.inboundFileId },
      body: { rowVersion: of.fileVersion },
    },
    setInboundFileAside: {
      params: { inboundFileId: of.inboundFileId },
      body: { reason: 'Not ours', rowVersion: of.fileVersion },
    },
    listRemits: {},
    readAccount: { params: { patientId: of.patientId } },
    recordPayment: { params: { patientId: of.patientId }, body: { amountCents: 100, method: 'cash' } },
    writeOffCharge: {
      params: { chargeId: of.billedChargeId },
      body: { owedBy: 'patient', amountCents: 100, reason: 'small-balance' },
    },
    refundCredit: { params: { patientId: of.patientId }, body: { amountCents: 100, method: 'check' } },
    voidPayment: { params: { paymentId: of.paymentId }, body: { reason: 'entered-twice' } },
    useCredit: { params: { patientId: of.patientId } },
    readControls: {},
    changeControls: { body: { settings: someControls, rowVersion: 1 } },
    setOwnerPin: { body: { pin: '481516' } },
    readOwnControls: {},
    listApprovals: {},
    decideApproval: {
      params: { approvalId: of.approvalId },
      body: { decision: 'decline', reason: 'Not in the deposit' },
    },
    withdrawApproval: { params: { approvalId: of.approvalId } },
    requestCodeChange: { params: { claimId: of.claimId }, body: { note: 'Corrected' } },
    openApprovalLink: { body: { token: 'x'.repeat(80), pin: '481516' } },
    decideByLink: {
      body: { token: 'x'.repeat(80), pin: '481516', decision: { decision: 'countersign' } },
    },
    readOwnerSummary: {},
    listDeposits: {},
    enterDeposit: { body: { day: '2027-03-17', bankCents: 1000 } },
    listReviews: {},
    readReview: { params: { reviewId: of.reviewId } },
    finishReview: {
      params: { reviewId: of.reviewId },
      body: { codes: [{ system: 'icd10cm', code: 'I10' }] },
    },
    readComparison: { params: { reviewId: of.reviewId } },
    correctReviewed: { params: { reviewId: of.reviewId } },
    listStatements: {},
    createStatement: { params: { patientId: of.patientId } },
    renewStatementLink: { params: { statementId: of.statementId } },
    readStatement: { params: { statementId: of.statementId } },
    listMessages: {},
    replyToMessage: { params: { messageId: of.messageId }, body: { body: 'Because.' } },
    openBill: { body: { token: 'x'.repeat(80), birthDate: '1980-05-17' } },
    readBill: {},
    askAboutBill: { body: { statementLineId: of.statementLineId, body: 'Why this?' } },
    closeBill: {},
    readTrace: { params: { kind: 'code', id: of.billCodeId } },
    readHealth: {},
    verify: {},
    listAudit: {},
    exportAudit: { query: { format: 'jsonl' } },
    listAuditActors: {},
    readAccessLog: {},
    readRoles: {},
    denyPermission: { body: { from: { userId: of.userId }, permission: 'role.write' } },
    liftDenial: { params: { denialId: of.denialId } },
    readRestriction: { params: { patientId: of.patientId } },
    restrictRecord: {
      params: { patientId: of.patientId },
      body: { kind: 'request', readerIds: of.staffIds },
    },
    endRestriction: { params: { patientId: of.patientId } },
    breakGlass: {
      params: { patientId: of.restrictedPatientId },
      body: { reason: 'billing', words: 'A claim of theirs' },
    },
    listBrokenGlass: {},
    reviewBrokenGlass: { params: { glassId: of.glassId }, body: { outcome: 'appropriate' } },
    listProxies: { params: { patientId: of.patientId } },
    addProxy: { params: { patientId: of.patientId }, body: someProxy },
    endProxy: { params: { patientId: of.patientId, proxyId: of.proxyId } },
  };
}
