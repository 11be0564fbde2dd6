import type { ApiProblem } from '../api/problem.ts';

/** What `at` of a refusal says, in the form's own paths: `body.coverages[0].memberId` is `coverages.0.memberId`. */
export function fieldPath(at: string): string {
  return at.replace(/^body\./, '').replace(/\[(\d+)\]/g, '.$1');
}

/** The refusal's words when it is about this field, to stand beneath it. */
export function problemAt(problem: ApiProblem | null | undefined, path: string): string | undefined {
  if (problem?.at === undefined || fieldPath(problem.at) !== path) return undefined;
  return problem.nextStep ? `${problem.message} ${problem.nextStep}` : problem.message;
}

interface FormWithErrors {
  getValues: () => unknown;
  setFieldError: (path: string, words: string) => void;
}

/**
 * Puts a refusal beneath the field it is about. False when no field of the form is meant: then a
 * ProblemNote says it. Path parts before the form's own (`patient.` of `patient.birthDate`) are named in `under`.
 */
export function placeProblem(form: FormWithErrors, problem: ApiProblem, under = ''): boolean {
  if (problem.at === undefined) return false;
  const whole = fieldPath(problem.at);
  const path = under !== '' && whole.startsWith(`${under}.`) ? whole.slice(under.length + 1) : whole;
  if (!hasPath(form.getValues(), path.split('.'))) return false;
  form.setFieldError(path, problem.nextStep ? `${problem.message} ${problem.nextStep}` : problem.message);
  return true;
}

function hasPath(value: unknown, [first, ...rest]: readonly string[]): boolean {
  // A refusal about a group of fields has no field to stand beneath.
  if (first === undefined) return typeof value !== 'object';
  if (typeof value !== 'object' || value === null || !(first in value)) return false;
  return hasPath(Object.entries(value).find(([key]) => key === first)?.[1], rest);
}
