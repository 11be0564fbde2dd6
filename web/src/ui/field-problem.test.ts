import { expect, test } from 'vitest';
import { ApiProblem } from '../api/problem.ts';
import { placeProblem } from './field-problem.ts';

const about = (at: string) =>
  new ApiProblem(422, { code: 'request.invalid', message: 'Five or nine digits.', at });

function aForm() {
  const errors: Record<string, string> = {};
  return {
    errors,
    getValues: () => ({ lastName: '', address: { zip: '' }, coverages: [{ memberId: '' }] }),
    setFieldError: (path: string, words: string) => {
      errors[path] = words;
    },
  };
}

test.each([
  { at: 'lastName', under: '', path: 'lastName' },
  { at: 'body.patient.address.zip', under: 'patient', path: 'address.zip' },
  { at: 'coverages[0].memberId', under: 'patient', path: 'coverages.0.memberId' },
])('a refusal at $at stands beneath $path', ({ at, under, path }) => {
  const form = aForm();
  expect(placeProblem(form, about(at), under)).toBe(true);
  expect(Object.keys(form.errors)).toEqual([path]);
});

test.each(['rowVersion', 'address', 'coverages.3.memberId'])(
  'a refusal at %s, no field of the form, is left to the note',
  (at) => {
    expect(placeProblem(aForm(), about(at))).toBe(false);
  },
);
