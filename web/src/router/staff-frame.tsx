import { routes } from '@superbill/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { SessionProvider } from '../api/session-provider.tsx';
import { readKey, useRead } from '../api/use-read.ts';
import { LockedPage } from '../signin/locked-page.tsx';
import { AppShell } from '../ui/app-shell.tsx';
import { FailedState } from '../ui/failed-state.tsx';
import { LoadingState } from '../ui/loading-state.tsx';

/** Every staff page stands in here: who is signed in is known before anything is shown. */
export function StaffFrame() {
  const { href } = useLocation();
  const client = useQueryClient();
  const session = useRead(routes.readSession, {}, { freshFor: Number.POSITIVE_INFINITY });
  if (session.data) {
    return (
      <SessionProvider session={session.data}>
        <AppShell>
          <Outlet />
        </AppShell>
      </SessionProvider>
    );
  }
  if (session.error?.code === 'session.is-locked')
    return <LockedPage onOpen={(opened) => client.setQueryData(readKey(routes.readSession, {}), opened)} />;
  if (session.error?.status === 401) {
    // Already on the way: the frame is still shown for a moment while the sign-in page is fetched.
    if (href.startsWith('/sign-in')) return null;
    return <Navigate to="/sign-in" search={{ back: href === '/' ? undefined : href } as never} replace />;
  }
  return (
    <main style={{ padding: 20 }}>
      {session.error ? <FailedState problem={session.error} retry={session.refetch} /> : <LoadingState />}
    </main>
  );
}
