import { type VisitColumn, visitColumns } from '../ui/index.ts';
import type { Desk } from './desks.ts';

const { waited, patient, record, date, practitioner, specialty, payer, documents, codes, questions } =
  visitColumns;
const reason = { ...visitColumns.reason, wide: false };

/** The columns of each tab; what a tab is about stands in the middle. */
export const worklistColumns: Record<Desk, readonly VisitColumn[]> = {
  'to-code': [waited, patient, record, date, practitioner, specialty, payer, documents, codes],
  query: [waited, patient, record, date, practitioner, specialty, questions, codes],
  returned: [waited, patient, date, reason, practitioner, codes],
  'handed-over': [waited, patient, record, date, practitioner, specialty, payer, codes],
};
