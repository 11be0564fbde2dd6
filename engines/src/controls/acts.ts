import type { Cents, IsoDate } from '../model/index.ts';

interface Of {
  /** What the finding points at, so that a person can open it. */
  id: string;
  day: IsoDate;
}

/** What happened in a practice, as plain facts. Nothing here names a patient or says what ails anybody. */
export type Act =
  | (Of & { kind: 'visit' })
  | (Of & {
      kind: 'payment';
      patientId: string;
      amount: Cents;
      method: 'cash' | 'check' | 'card';
      /** From the day the money came to the day it was recorded, which is the act's. */
      lateDays: number;
    })
  | (Of & {
      kind: 'write-off';
      patientId: string;
      by: string;
      amount: Cents;
      afterHours: boolean;
      /** Whether a bill ever asked the patient for it. */
      billed: boolean;
    })
  | (Of & {
      kind: 'refund';
      by: string;
      amount: Cents;
      method: 'cash' | 'check' | 'card';
      payee: 'patient' | 'other';
      payeeName: string;
    })
  | (Of & {
      kind: 'void';
      patientId: string;
      by: string;
      amount: Cents;
      method: 'cash' | 'check' | 'card';
      sameDay: boolean;
    })
  /** What was recorded for the bank, and what the bank had. */
  | (Of & { kind: 'deposit'; recorded: Cents; bank: Cents })
  /** A patient says that a bill was paid already. */
  | (Of & { kind: 'complaint'; patientId: string })
  /** Something was owed for a week, and no bill was made; the day is that on which the week was over. */
  | (Of & { kind: 'unbilled'; patientId: string; amount: Cents })
  | (Of & { kind: 'coded'; by: string; seconds: number; codes: number; unspecified: number; undone: number })
  | (Of & { kind: 'review'; by: string; codes: number; agreed: number })
  | (Of & { kind: 'worked'; by: string; hours: number; late: boolean });

export type ActOf<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>;

/** The last four weeks, and up to eight weeks before, which say what is usual here; none in a young practice. */
export interface Watched {
  now: readonly Act[];
  before: readonly Act[];
  /** Visits of each: what is counted is counted for so many, so that a growing practice is no surprise. */
  visits: { now: number; before: number };
}

/** Something unusual: why, how heavy it weighs, what it stands on. It accuses nobody. */
export interface Alert {
  detector: string;
  title: string;
  /** What was seen, beside what is usual, in one sentence. */
  sentence: string;
  /** From 0; {@link alertFrom} together are called an alert. */
  score: number;
  source: string;
  evidence: string[];
}

export interface Detector {
  id: string;
  title: string;
  /** Where the pattern is described. */
  source: string;
  detect(watched: Watched): Omit<Alert, 'detector' | 'title' | 'source'> | undefined;
}

export function actsOf<Kind extends Act['kind']>(acts: readonly Act[], kind: Kind): ActOf<Kind>[] {
  return acts.filter((act): act is ActOf<Kind> => act.kind === kind);
}
