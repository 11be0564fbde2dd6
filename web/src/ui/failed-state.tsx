import { Button } from '@mantine/core';
import type { ApiProblem } from '../api/problem.ts';
import { BreakGlass } from './break-glass-dialog.tsx';
import style from './states.module.css';

/** It did not work: what happened, the next step, and a way to try again. */
export function FailedState({ problem, retry }: { problem: ApiProblem; retry?: () => unknown }) {
  return (
    <div className={`${style.state} ${style.failed}`} role="alert">
      <p className={style.title}>{problem.message}</p>
      {problem.nextStep && <p>{problem.nextStep}</p>}
      <p className={style.quiet}>
        {problem.code}
        {problem.at && problem.code !== 'record.restricted' ? ` · ${problem.at}` : ''}
      </p>
      {problem.code === 'record.restricted' && problem.at && (
        <BreakGlass patientId={problem.at} onOpened={() => retry?.()} />
      )}
      {retry && problem.code !== 'record.restricted' && (
        <Button variant="default" onClick={() => void retry()}>
          Try again
        </Button>
      )}
    </div>
  );
}
