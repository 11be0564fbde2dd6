import type { InboundFileView } from '@superbill/contract';
import style from './files.module.css';

/** Why a file cannot be used as it is: what, where, and what to do. */
export function FileProblem({ problem }: Pick<InboundFileView, 'problem'>) {
  if (!problem) return null;
  return (
    <div className={style.problem}>
      <strong>{problem.message}</strong>
      {problem.at && <span className={style.at}>At {problem.at}.</span>}
      {problem.nextStep && <span>{problem.nextStep}</span>}
    </div>
  );
}
