import { type Permission, type Role, routes, type Session } from '@superbill/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { homes } from '../router/places.ts';
import { Lock } from '../signin/lock.tsx';
import { ProveDialog } from '../signin/prove-dialog.tsx';
import { SignInAgain } from '../signin/sign-in-again.tsx';
import { keepPracticeTime } from '../ui/today.ts';
import { call } from './call.ts';
import { readKey } from './use-read.ts';
import { SessionContext } from './use-session.ts';

/** Puts the session within reach of the staff pages and asks to sign in again when it ends. */
export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  keepPracticeTime(session.organization.timeZone);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [changing, setChanging] = useState(false);

  /** Another hat may see less: nothing that the former one read stays in memory. */
  const enter = useCallback(
    (next: Session) => {
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== routes.readSession.path });
      client.setQueryData(readKey(routes.readSession, {}), next);
    },
    [client],
  );

  const handle = useMemo(
    () => ({
      session,
      changing,
      may: (permission: Permission) => session.permissions.includes(permission),
      switchHat: async (hat: Role) => {
        setChanging(true);
        try {
          const next = await call(routes.switchHat, { body: { hat } });
          await navigate({ to: homes[hat] });
          enter(next);
        } finally {
          setChanging(false);
        }
      },
      signOut: async () => {
        await call(routes.signOut);
        await navigate({ to: '/sign-in' });
        client.clear();
      },
    }),
    [session, changing, client, navigate, enter],
  );

  return (
    <SessionContext value={handle}>
      {children}
      <SignInAgain session={session} onChanged={enter} />
      <ProveDialog session={session} />
      <Lock session={session} />
    </SessionContext>
  );
}
