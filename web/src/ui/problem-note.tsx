import type { ApiProblem } from '../api/problem.ts';
import style from './problem-note.module.css';

/** A refusal beside the button that met it. */
export function ProblemNote({ problem }: { problem: ApiProblem | null | undefined }) {
  if (!problem) return null;
  return (
    <div role="alert" className={style.note}>
      <strong>{problem.message}</strong>
      {problem.nextStep && <span> {problem.nextStep}</span>}
    </div>
  );
}
