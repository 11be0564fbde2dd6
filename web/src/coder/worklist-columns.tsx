import type { EncounterSummary } from '@superbill/contract';
import { type Column, DateText, personName, WaitedText } from '../ui/index.ts';
import type { Desk } from './desks.ts';

type Visits = Column<EncounterSummary>;

const waited: Visits = {
  id: 'waited',
  heading: 'Waits',
  width: 70,
  cell: (e) => <WaitedText since={e.queueSince} />,
  sort: (e) => e.queueSince,
};
const patient: Visits = {
  id: 'patient',
  heading: 'Patient',
  width: '2fr',
  cell: (e) => personName(e.patient),
  sort: (e) => personName(e.patient),
};
const record: Visits = {
  id: 'record',
  heading: 'Record',
  width: 88,
  wide: true,
  cell: (e) => <span className="sb-number">{e.patient.recordNumber}</span>,
  sort: (e) => e.patient.recordNumber,
};
const date: Visits = {
  id: 'date',
  heading: 'Visit',
  width: 104,
  cell: (e) => <DateText date={e.serviceDate} />,
  sort: (e) => e.serviceDate,
};
const practitioner: Visits = {
  id: 'practitioner',
  heading: 'Practitioner',
  width: '2fr',
  wide: true,
  cell: (e) => e.practitionerName,
  sort: (e) => e.practitionerName,
};
const specialty: Visits = {
  id: 'specialty',
  heading: 'Specialty',
  width: '1fr',
  wide: true,
  cell: (e) => e.specialty,
  sort: (e) => e.specialty,
};
const payer: Visits = {
  id: 'payer',
  heading: 'Payer',
  width: '1fr',
  wide: true,
  cell: (e) => e.payerName ?? 'None',
  sort: (e) => e.payerName,
};
const documents: Visits = {
  id: 'documents',
  heading: 'Documents',
  width: 96,
  align: 'right',
  wide: true,
  cell: (e) => e.documents,
  sort: (e) => e.documents,
};
const codes: Visits = {
  id: 'codes',
  heading: 'Codes',
  width: 68,
  align: 'right',
  wide: true,
  cell: (e) => e.codes,
  sort: (e) => e.codes,
};
const questions: Visits = {
  id: 'questions',
  heading: 'Questions',
  width: 92,
  align: 'right',
  wide: true,
  cell: (e) => e.openQueries,
  sort: (e) => e.openQueries,
};
const reason: Visits = {
  id: 'reason',
  heading: 'Why it came back',
  width: '3fr',
  cell: (e) => <span title={e.returnReason ?? ''}>{e.returnReason}</span>,
  sort: (e) => e.returnReason,
};

/** The columns of each tab; what a tab is about stands in the middle. */
export const worklistColumns: Record<Desk, readonly Visits[]> = {
  'to-code': [waited, patient, record, date, practitioner, specialty, payer, documents, codes],
  query: [waited, patient, record, date, practitioner, specialty, questions, codes],
  returned: [waited, patient, date, reason, practitioner, codes],
  'handed-over': [waited, patient, record, date, practitioner, specialty, payer, codes],
};
