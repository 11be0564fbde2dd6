import { type MyDay, routes } from '@superbill/contract';
import type { Instant } from '@superbill/engines/model';
import { workKindNames } from '@superbill/engines/workload';
import { useEffect, useRef } from 'react';
import { useChange, useRead, useSession } from '../api/index.ts';
import { PageLink } from './page-link.tsx';
import { personName } from './person-name.ts';
import { toastProblem } from './toast.tsx';
import { useKeys } from './use-keys.ts';
import style from './work-controls.module.css';

const everyFiveMinutes = 300_000;
const focusMinutes = 60;
const clock = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' });

/** A call, and quiet: two keys that work on every page. In focus only the current item and the next are named. */
export function WorkControls({ onQuiet }: { onQuiet: (isQuiet: boolean) => void }) {
  const { may } = useSession();
  if (!may('work.own')) return null;
  return <Controls onQuiet={onQuiet} />;
}

function Controls({ onQuiet }: { onQuiet: (isQuiet: boolean) => void }) {
  const { data: day } = useRead(routes.readMyDay, {}, { every: everyFiveMinutes, freshFor: 30_000 });
  const stale = { invalidates: [routes.readMyDay] };
  const changes = {
    startCall: useChange(routes.startInterruption, stale),
    endCall: useChange(routes.endInterruption, stale),
    startFocus: useChange(routes.startFocus, stale),
    endFocus: useChange(routes.endFocus, stale),
  };
  const refused = Object.values(changes).find(({ error }) => error)?.error;
  useEffect(() => {
    if (refused) toastProblem(refused);
  }, [refused]);
  const until = day?.focusUntil ?? null;
  const onCall = (day?.interruptedSince ?? null) !== null;
  useEffect(() => onQuiet(until !== null), [until, onQuiet]);
  useEndOfFocus(until, () => changes.endFocus.mutate({}));
  const toggleCall = () =>
    onCall ? changes.endCall.mutate({}) : changes.startCall.mutate({ body: { kind: 'phone-call' } });
  const toggleFocus = () =>
    until ? changes.endFocus.mutate({}) : changes.startFocus.mutate({ body: { minutes: focusMinutes } });
  useKeys([
    { key: 'alt+p', does: onCall ? 'The call is over' : 'A phone call', everywhere: true, run: toggleCall },
    {
      key: 'alt+q',
      does: until ? 'End the quiet time' : 'Quiet for an hour',
      everywhere: true,
      run: toggleFocus,
    },
  ]);
  return (
    <>
      {until && day && <Focus day={day} until={until} />}
      <button
        type="button"
        className={style.button}
        aria-pressed={onCall}
        title="A phone call (Alt+P)"
        onClick={toggleCall}
      >
        <span aria-hidden>☏</span>
        <span className="sb-hidden">Phone call</span>
        {onCall && <span className={style.on}>on a call</span>}
      </button>
      <button
        type="button"
        className={style.button}
        aria-pressed={until !== null}
        title={until ? 'End the quiet time (Alt+Q)' : 'Quiet for an hour (Alt+Q)'}
        onClick={toggleFocus}
      >
        <span aria-hidden>◉</span>
        <span className="sb-hidden">Quiet</span>
      </button>
    </>
  );
}

/** Until when, what is next, and only what is urgent of the messages. */
function Focus({ day, until }: { day: MyDay; until: Instant }) {
  const [, next] = [...day.today, ...day.later];
  const urgent = [...day.today, ...day.pool].filter(
    ({ kind, dueOn }) => kind === 'answer-message' && dueOn < day.day,
  ).length;
  return (
    <span className={style.focus}>
      Quiet until {clock.format(new Date(until))}
      {next && ` · then ${workKindNames[next.kind]}${next.patient ? `, ${personName(next.patient)}` : ''}`}
      {urgent > 0 && (
        <>
          {' · '}
          <PageLink to="/messages">{urgent} urgent</PageLink>
        </>
      )}
    </span>
  );
}

/** Ends the quiet on the screen when its time is over. */
function useEndOfFocus(until: Instant | null, end: () => void) {
  const latest = useRef(end);
  useEffect(() => {
    latest.current = end;
  });
  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(() => latest.current(), Math.max(0, Date.parse(until) - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
}
