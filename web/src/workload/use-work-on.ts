import { type BodyOf, routes } from '@superbill/contract';
import type { WorkKind } from '@superbill/engines/workload';
import { useEffect } from 'react';
import { call, useSession } from '../api/index.ts';

const beat = 60_000;
/** Reading without a touch is work too, up to here. */
const idleAfter = 3 * 60_000;

type State = BodyOf<typeof routes.reportWork>['state'];

/**
 * Tells the server that an item is open on this screen, paused, or left: when, and nothing else. Without the permission, or
 * while there is no item, nothing is told.
 */
export function useWorkOn(kind: WorkKind, subjectId: string | undefined): void {
  const { may } = useSession();
  const mayTell = may('work.own');
  useEffect(() => {
    if (!mayTell || subjectId === undefined) return;
    let told: State = 'open';
    let touched = performance.now();
    const tell = (state: State) => {
      told = state;
      // A report that gets lost costs some minutes of a measurement, which the server bounds: nothing to tell anybody.
      call(routes.reportWork, { body: { kind, subjectId, state } }).catch(() => undefined);
    };
    const touch = () => {
      touched = performance.now();
      if (told === 'idle') tell('open');
    };
    const look = () => tell(document.hidden ? 'away' : 'open');
    const timer = setInterval(() => {
      if (told !== 'open') return;
      tell(performance.now() - touched > idleAfter ? 'idle' : 'open');
    }, beat);
    window.addEventListener('keydown', touch, { passive: true });
    window.addEventListener('pointerdown', touch, { passive: true });
    document.addEventListener('visibilitychange', look);
    tell('open');
    return () => {
      clearInterval(timer);
      window.removeEventListener('keydown', touch);
      window.removeEventListener('pointerdown', touch);
      document.removeEventListener('visibilitychange', look);
      tell('leave');
    };
  }, [mayTell, kind, subjectId]);
}
