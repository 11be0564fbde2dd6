import { useEffect, useRef } from 'react';
import type { ApiProblem } from '../api/problem.ts';
import { formPath, placeProblem } from './field-problem.ts';

type Form = Parameters<typeof placeProblem>[0];

/**
 * Puts a refusal beneath the field of the form it is about; gives it back, for a ProblemNote, when it is
 * about none: `const unplaced = useFormProblem(form, register.error, 'patient')`.
 */
export function useFormProblem(form: Form, problem: ApiProblem | null, under = ''): ApiProblem | undefined {
  const latest = useRef(form);
  useEffect(() => {
    latest.current = form;
  });
  useEffect(() => {
    if (problem) placeProblem(latest.current, problem, under);
  }, [problem, under]);
  return problem && formPath(form.getValues(), problem, under) === undefined ? problem : undefined;
}
