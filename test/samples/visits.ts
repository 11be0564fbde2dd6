import type { Subjects } from '../subjects.ts';
import type { Samples } from './sample.ts';

const patient = { firstName: 'Iris', lastName: 'Sample', birthDate: '1990-02-03', sex: 'F' } as const;

/** Patients, visits, work on them, their codes. */
export const visitsSamples = (of: Subjects) => {
  const encounter = { encounterId: of.encounterId };
  const coverage = {
    payerId: of.payerId,
    benefitOrder: 2,
    memberId: 'M1',
    relationship: 'self',
    effectiveFrom: '2026-01-01',
  } as const;
  const evidence = [{ documentId: of.documentId, version: 1, start: 14, end: 22, quote: 'Diabetes' }];
  return {
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
  } satisfies Partial<Samples>;
};
