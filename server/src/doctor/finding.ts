import type { DoctorFinding } from '@superbill/contract';

/** What is looked at. Nothing of it is changed. */
export interface Subject {
  data: string;
  env: NodeJS.ProcessEnv;
  /** The machine's time. */
  now: string;
}

/** A check that found nothing to say against. */
export function fine(check: string, message: string): DoctorFinding {
  return { check, severity: 'fine', message, nextStep: '' };
}

/** Something that will hurt when it is left. */
export function warning(check: string, message: string, nextStep: string): DoctorFinding {
  return { check, severity: 'warning', message, nextStep };
}

/** Something that is broken or unsafe now. */
export function fault(check: string, message: string, nextStep: string): DoctorFinding {
  return { check, severity: 'fault', message, nextStep };
}
