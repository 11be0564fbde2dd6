import type { ApiProblem } from '../api/problem.ts';

/** What `at` of a refusal says, in the form's own paths: `body.coverages[0].memberId` is `coverages.0.memberId`. */
function fieldPath(at: string): string {
  return at.replace(/^body\./, '').replace(/\[(\d+)\]/g, '.$1');
}

interface FormWithErrors {
  getValues: () => unknown;
  setFieldError: (path: string, words: string) => void;
}

/**
 * The path of the form's own field that a refusal is about; undefined when it is about none of them. Parts
 * of the request before the form's own (`patient.` of `patient.birthDate`) are named in `under`.
 */
export function formPath(values: unknown, { at }: ApiProblem, under = ''): string | undefined {
  if (at === undefined) return undefined;
  const whole = fieldPath(at);
  const path = under !== '' && whole.startsWith(`${under}.`) ? whole.slice(under.length + 1) : whole;
  return hasField(values, path.split('.')) ? path : undefined;
}

/** Puts a refusal beneath the field it is about; false when no field of the form is meant. */
export function placeProblem(form: FormWithErrors, problem: ApiProblem, under = ''): boolean {
  const path = formPath(form.getValues(), problem, under);
  if (path === undefined) return false;
  form.setFieldError(path, words(problem));
  return true;
}

/** Beneath its field a malformed value needs no next step: the field itself is the next step. */
function words({ code, message, nextStep }: ApiProblem): string {
  return nextStep && code !== 'request.invalid' ? `${message} ${nextStep}` : message;
}

function hasField(value: unknown, [first, ...rest]: readonly string[]): boolean {
  // A refusal about a group of fields has no field to stand beneath.
  if (first === undefined) return typeof value !== 'object';
  if (typeof value !== 'object' || value === null || !(first in value)) return false;
  return hasField(Object.entries(value).find(([key]) => key === first)?.[1], rest);
}
