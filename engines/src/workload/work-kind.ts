/** The kinds of work an item can be, in the order of the thread. */
export const workKinds = [
  'registration',
  'code-visit',
  'answer-query',
  'authorization',
  'bill-visit',
  'work-denial',
  'waiting-file',
  'answer-message',
] as const;

export type WorkKind = (typeof workKinds)[number];

/** The words for a kind on screen. */
export const workKindNames: Record<WorkKind, string> = {
  registration: 'Complete a registration',
  'code-visit': 'Code a visit',
  'answer-query': 'Answer a question',
  authorization: 'Get an authorization',
  'bill-visit': 'Charge and claim a visit',
  'work-denial': 'Work a denial or rejection',
  'waiting-file': 'See to a waiting file',
  'answer-message': 'Answer a patient',
};

/** The desks work stands at: each kind belongs to exactly one. */
export const desks = ['front-desk', 'coder', 'physician', 'biller'] as const;

export type Desk = (typeof desks)[number];

const deskOfKind: Record<WorkKind, Desk> = {
  registration: 'front-desk',
  'code-visit': 'coder',
  'answer-query': 'physician',
  authorization: 'biller',
  'bill-visit': 'biller',
  'work-denial': 'biller',
  'waiting-file': 'biller',
  'answer-message': 'biller',
};

export function deskOf(kind: WorkKind): Desk {
  return deskOfKind[kind];
}

/** What is known of an item before anybody opens it; nothing else makes it count as longer or shorter. */
export interface WorkFeatures {
  kind: WorkKind;
  /** `cardiology`; null where it does not matter or is not known. */
  specialty: string | null;
  setting: 'outpatient' | 'inpatient';
  documents: number;
  /** Length of all documents, in pages of 3,000 characters, rounded up. */
  pages: number;
}

/** Characters of text that count as a page. */
export const pageLength = 3000;
