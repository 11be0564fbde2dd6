import { type Approval, type Decision, routes } from '@superbill/contract';
import { type ReactNode, type SubmitEvent, useEffect, useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { ApprovalFacts } from './approval-facts.tsx';
import { DecideButtons } from './decide-buttons.tsx';
import style from './owner.module.css';

interface Opened {
  practice: string;
  approval: Approval;
}

/**
 * The owner's page away from the desk: the letter's link, the owner's number, one request, two buttons. Link and
 * number stay in this window's memory alone and are sent with each step; there is no session to leave open.
 */
export default function CountersignPage() {
  const [token] = useState(() => location.hash.slice(1));
  const [pin, setPin] = useState('');
  const [opened, setOpened] = useState<Opened>();
  const [done, setDone] = useState<Approval['state']>();
  const open = useChange(routes.openApprovalLink, { onDone: setOpened });
  const decide = useChange(routes.decideByLink, { onDone: ({ state }) => setDone(state) });

  useEffect(() => {
    document.title = 'Countersign · Superbill';
    // Out of the address bar and the history, where the next person at the device would find it.
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname);
  }, []);

  if (token === '') {
    return (
      <Frame title="This page needs the link of a letter">
        <p>Open it from your letter, or sign in and look under Countersign.</p>
      </Frame>
    );
  }
  if (done !== undefined) {
    return (
      <Frame title={done === 'approved' ? 'Countersigned' : 'Declined'}>
        <p>{done === 'approved' ? 'It is booked now.' : 'Nothing was booked. Whoever asked can read why.'}</p>
        <p>You can close this page. The link is spent.</p>
      </Frame>
    );
  }
  if (!opened) {
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      if (/^\d{6}$/.test(pin)) open.mutate({ body: { token, pin } });
    };
    return (
      <Frame title="Your countersign is asked for">
        <form noValidate onSubmit={submit} className={style.decide}>
          <label>
            Your number of six digits
            <input
              className={`${style.field} ${style.pin}`}
              type="password"
              inputMode="numeric"
              autoComplete="off"
              maxLength={6}
              value={pin}
              onChange={({ currentTarget: { value } }) => setPin(value.replace(/\D/g, ''))}
            />
          </label>
          <ProblemNote problem={open.error} />
          <button type="submit" className={style.main} disabled={pin.length < 6 || open.isPending}>
            {open.isPending ? 'One moment …' : 'Show it'}
          </button>
        </form>
      </Frame>
    );
  }
  const { practice, approval } = opened;
  const send = (decision: Decision) => decide.mutate({ body: { token, pin, decision } });
  return (
    <Frame title={practice}>
      <ApprovalFacts approval={approval} />
      {approval.mayDecide ? (
        <DecideButtons busy={decide.isPending} problem={decide.error} onDecide={send} />
      ) : (
        <p>This was decided or taken back in the meantime. There is nothing to do.</p>
      )}
    </Frame>
  );
}

function Frame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={style.phone}>
      <h1 className={style.title}>{title}</h1>
      {children}
    </main>
  );
}
