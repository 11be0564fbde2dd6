import type { Access } from '@superbill/contract';
import { addMilliseconds, type Instant } from '@superbill/engines/model';
import type { StaffActor } from '../auth/actors.ts';
import { AppError } from '../errors.ts';

/** A proof of who is at the keyboard counts this long. */
export const proofLife = 10 * 60_000;

/**
 * Refuses a session of staff that has not come as far as the route wants: one between password and second factor
 * (trust: a partial sign-in carries no rights), one that is locked, one whose last proof is too old.
 */
export function admit(access: Access, { session }: StaffActor, now: Instant): void {
  if (access === 'any-session') return;
  if (session.isLocked) throw new AppError('session.is-locked');
  if (access === 'signing-in') {
    if (session.stage !== 'second-factor') throw new AppError('session.no-factor-asked');
    return;
  }
  if (session.stage === 'second-factor') throw new AppError('session.second-factor-needed');
  if (session.stage === 'enrol') {
    if (access === 'enrolling') return;
    throw new AppError('session.enrolment-needed');
  }
  if (wantsProof(access) && !isProven(session.provenAt, now)) throw new AppError('session.step-up-needed');
}

/** Whether a route asks for a fresh proof of who is at the keyboard. */
export function wantsProof(access: Access): boolean {
  if (typeof access === 'object') return access.stepUp ?? false;
  return access === 'proven' || access === 'enrolling';
}

export function isProven(provenAt: Instant | null, now: Instant): boolean {
  return provenAt !== null && provenAt > addMilliseconds(now, -proofLife);
}
