import type { Decision } from '@superbill/contract';
import { type SubmitEvent, useState } from 'react';
import type { ApiProblem } from '../api/problem.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import style from './owner.module.css';

interface Props {
  busy: boolean;
  problem: ApiProblem | null;
  onDecide: (decision: Decision) => void;
}

/** Two large buttons. To decline asks for the reason, because whoever asked will read it. */
export function DecideButtons({ busy, problem, onDecide }: Props) {
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const decline = (event: SubmitEvent) => {
    event.preventDefault();
    if (reason.trim() === '') setMissing(true);
    else onDecide({ decision: 'decline', reason: reason.trim() });
  };
  return (
    <div className={style.decide}>
      <ProblemNote problem={problem} />
      {declining ? (
        <form noValidate onSubmit={decline} className={style.decline}>
          <label>
            Why not?
            <textarea
              className={style.field}
              rows={3}
              maxLength={500}
              // biome-ignore lint/a11y/noAutofocus: it appears because somebody pressed Decline
              autoFocus
              value={reason}
              aria-invalid={missing}
              aria-describedby="decline-hint"
              onChange={({ currentTarget: { value } }) => {
                setReason(value);
                setMissing(false);
              }}
            />
          </label>
          <p id="decline-hint" className={missing ? style.wrong : style.hint}>
            {missing ? 'Write a sentence first.' : 'Whoever asked reads this.'}
          </p>
          <button type="submit" className={style.button} disabled={busy}>
            Decline
          </button>
          <button type="button" className={style.quiet} onClick={() => setDeclining(false)}>
            Back
          </button>
        </form>
      ) : (
        <>
          <button
            type="button"
            className={style.main}
            disabled={busy}
            onClick={() => onDecide({ decision: 'countersign' })}
          >
            {busy ? 'One moment …' : 'Countersign'}
          </button>
          <button type="button" className={style.button} disabled={busy} onClick={() => setDeclining(true)}>
            Decline with a reason
          </button>
        </>
      )}
    </div>
  );
}
