import { Portal } from '@mantine/core';
import { routes, type Session } from '@superbill/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { unlock } from '../api/asked-person.ts';
import { call } from '../api/call.ts';
import { isProblem } from '../api/problem.ts';
import { toastProblem } from '../ui/toast.tsx';
import { useCommands } from '../ui/use-commands.ts';
import style from './lock.module.css';
import { LockScreen } from './lock-screen.tsx';
import { onLockWanted } from './lock-wanted.ts';
import { useIdle } from './use-idle.ts';

/**
 * Locks the session when nobody has been there for a while, or at once on command. While it is locked nothing of the
 * page is shown: not blurred but taken out of sight and out of reach, dialogs too. What was typed is still there after.
 */
export function Lock({ session }: { session: Session }) {
  const client = useQueryClient();
  const [locked, setLocked] = useState(false);
  /** The server has not said yet that it locked the session; until then unlocking would come too early. */
  const [sealing, setSealing] = useState(false);
  const answer = useRef<(came: boolean) => void>(undefined);
  const cover = () => setLocked(true);
  const open = () => {
    setLocked(false);
    answer.current?.(true);
    answer.current = undefined;
  };
  const lockNow = () => {
    cover();
    idle.tell('locked');
    // The cover stands whatever the server says; without an answer the session still ends by itself.
    setSealing(true);
    call(routes.lockSession)
      .catch((error: unknown) => {
        if (!isProblem(error)) throw error;
        if (error.status !== 401) toastProblem(error);
      })
      .finally(() => setSealing(false));
  };
  const idle = useIdle({ locked, onLock: lockNow, onLockedElsewhere: cover, onUnlock: open });
  useCommands([{ does: 'Lock the screen', everywhere: true, run: lockNow }]);
  const latest = useRef(lockNow);
  useEffect(() => {
    latest.current = lockNow;
  });
  useEffect(() => onLockWanted(() => latest.current()), []);

  useEffect(
    () =>
      unlock.onAsked(() => {
        setLocked(true);
        return new Promise((resolve) => {
          answer.current = resolve;
        });
      }),
    [],
  );
  useEffect(() => {
    document.body.toggleAttribute('data-locked', locked);
    if (!locked) return;
    const before = document.title;
    document.title = 'Locked · Superbill';
    return () => {
      document.title = before;
    };
  }, [locked]);
  // Somebody else's page must not stay covered.
  useEffect(() => () => document.body.removeAttribute('data-locked'), []);

  if (!locked)
    return idle.idle === 'warned' ? (
      <div className={style.warning} role="status">
        Locks in {idle.left} s. Move or press a key to stay.
      </div>
    ) : null;
  return (
    <Portal reuseTargetNode={false}>
      <div data-cover className={style.cover}>
        <LockScreen
          session={session}
          busy={sealing}
          onOpen={() => {
            open();
            idle.tell('unlocked');
            void client.invalidateQueries();
          }}
        />
      </div>
    </Portal>
  );
}
