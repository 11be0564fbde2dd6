import type { Permission, Role } from '@superbill/contract';
import type { Instant } from '@superbill/engines/model';
import type { Actor } from '../work.ts';

/** How far a sign-in has come. Only an `open` session carries rights. */
export type Stage = 'second-factor' | 'enrol' | 'open';

/** The signed-in member of staff behind a request. */
export interface StaffActor extends Actor {
  userId: string;
  hat: Role;
  tokenHash: Buffer;
  session: {
    id: string;
    stage: Stage;
    isLocked: boolean;
    /** When the person last proved who they are. */
    provenAt: Instant | null;
  };
}

/** The program behind a request, with what it was given. Its routes are those of a permission, never a person's. */
export interface ServiceActor extends Actor {
  userId: string;
  hat: 'service-account';
  tokenHash: Buffer;
  granted: readonly Permission[];
}

/** The patient, or who acts for one, behind a request: the session alone says whose bill may be seen. */
export interface PatientActor extends Actor {
  userId: null;
  hat: 'patient' | 'proxy';
  patientId: string;
  statementId: string;
  tokenHash: Buffer;
}
