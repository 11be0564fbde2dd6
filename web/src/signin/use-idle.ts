import { useEffect, useRef, useState } from 'react';
import { type Idle, idleState, secondsLeft } from './idle.ts';

/** What tabs of one browser tell each other: somebody is there, the session was locked, it is open again. */
type Told = 'active' | 'locked' | 'unlocked';

/** Moving counts once in this time; it would otherwise be told to other tabs with every pixel. */
const toldEvery = 2_000;

interface Options {
  locked: boolean;
  onLock: () => void;
  onLockedElsewhere: () => void;
  onUnlock: () => void;
}

/**
 * How long nobody has touched any tab. Tells `onLock` once when it is time; the others tell what
 * happened in another tab.
 */
export function useIdle({ locked, onLock, onLockedElsewhere, onUnlock }: Options) {
  const last = useRef(Date.now());
  const [state, setState] = useState<{ idle: Idle; left: number }>({ idle: 'active', left: 0 });
  const channel = useRef<BroadcastChannel>(undefined);
  const latest = useRef({ locked, onLock, onLockedElsewhere, onUnlock });
  useEffect(() => {
    latest.current = { locked, onLock, onLockedElsewhere, onUnlock };
  });

  useEffect(() => {
    const others = new BroadcastChannel('superbill-session');
    channel.current = others;
    others.onmessage = ({ data }: MessageEvent<Told>) => {
      // Who unlocked another tab is there: this one must not lock a second later.
      if (data === 'active' || data === 'unlocked') last.current = Date.now();
      if (data === 'locked' && !latest.current.locked) latest.current.onLockedElsewhere();
      if (data === 'unlocked' && latest.current.locked) latest.current.onUnlock();
    };
    const touched = () => {
      if (latest.current.locked) return;
      const now = Date.now();
      // Who comes back too late finds it locked, also when the computer slept in between.
      if (idleState(last.current, now) === 'locked') return;
      if (now - last.current > toldEvery) others.postMessage('active' satisfies Told);
      last.current = now;
    };
    const events = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;
    for (const event of events) window.addEventListener(event, touched, { capture: true, passive: true });
    const look = () => {
      if (latest.current.locked) return;
      const now = Date.now();
      const idle = idleState(last.current, now);
      const left = idle === 'warned' ? secondsLeft(last.current, now) : 0;
      setState((before) => (before.idle === idle && before.left === left ? before : { idle, left }));
      if (idle !== 'locked') return;
      // Once: the next look may come before the page has been drawn locked.
      latest.current = { ...latest.current, locked: true };
      latest.current.onLock();
    };
    const timer = setInterval(look, 1000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      for (const event of events) window.removeEventListener(event, touched, { capture: true });
      others.close();
    };
  }, []);

  return {
    ...state,
    /** Tells the other tabs; after an unlock the time begins anew. */
    tell: (told: Told) => {
      if (told !== 'locked') last.current = Date.now();
      channel.current?.postMessage(told);
    },
  };
}
