import { type EncounterSummary, queues } from '@superbill/contract';
import { DateText, WaitedText } from './date-text.tsx';
import type { Column } from './grid-model.ts';
import { personName } from './person-name.ts';
import { QueueBadge } from './status-badge.tsx';

/** A column of a list of visits. */
export type VisitColumn = Column<EncounterSummary>;

const counted = { align: 'right', wide: true } as const;

/** What lists of visits show of each, the same at every desk; a list names or sizes a column anew where it must. */
export const visitColumns = {
  date: {
    id: 'date',
    heading: 'Visit',
    width: 104,
    cell: (e) => <DateText date={e.serviceDate} />,
    sort: (e) => e.serviceDate,
  },
  patient: {
    id: 'patient',
    heading: 'Patient',
    width: '2fr',
    cell: (e) => personName(e.patient),
    sort: (e) => personName(e.patient),
  },
  record: {
    id: 'record',
    heading: 'Record',
    width: 88,
    wide: true,
    cell: (e) => <span className="sb-number">{e.patient.recordNumber}</span>,
    sort: (e) => e.patient.recordNumber,
  },
  practitioner: {
    id: 'practitioner',
    heading: 'Practitioner',
    width: '2fr',
    wide: true,
    cell: (e) => e.practitionerName,
    sort: (e) => e.practitionerName,
  },
  specialty: {
    id: 'specialty',
    heading: 'Specialty',
    width: '1fr',
    wide: true,
    cell: (e) => e.specialty,
    sort: (e) => e.specialty,
  },
  payer: {
    id: 'payer',
    heading: 'Payer',
    width: '1fr',
    wide: true,
    cell: (e) => e.payerName ?? 'None',
    sort: (e) => e.payerName,
  },
  queue: {
    id: 'queue',
    heading: 'Stands at',
    width: 150,
    cell: (e) => <QueueBadge queue={e.queue} />,
    sort: (e) => queues.indexOf(e.queue),
  },
  waited: {
    id: 'waited',
    heading: 'Waits',
    width: 70,
    cell: (e) => <WaitedText since={e.queueSince} />,
    sort: (e) => e.queueSince,
  },
  documents: {
    id: 'documents',
    heading: 'Documents',
    width: 96,
    ...counted,
    cell: (e) => e.documents,
    sort: (e) => e.documents,
  },
  codes: { id: 'codes', heading: 'Codes', width: 70, ...counted, cell: (e) => e.codes, sort: (e) => e.codes },
  questions: {
    id: 'questions',
    heading: 'Questions',
    width: 92,
    ...counted,
    cell: (e) => e.openQueries,
    sort: (e) => e.openQueries,
  },
  reason: {
    id: 'reason',
    heading: 'Why it came back',
    width: '3fr',
    wide: true,
    cell: (e) => <span title={e.returnReason ?? undefined}>{e.returnReason}</span>,
    sort: (e) => e.returnReason,
  },
} satisfies Record<string, VisitColumn>;
