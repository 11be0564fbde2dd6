import { Button, Drawer, Group } from '@mantine/core';
import { roleNames, routes, type User } from '@superbill/contract';
import { useState } from 'react';
import { SessionList } from '../../account/session-list.tsx';
import { useChange, useRead, useSession } from '../../api/index.ts';
import { Facts, InstantText, ReadState, toast, toastProblem } from '../../ui/index.ts';
import { ChangeUserDialog } from './change-user-dialog.tsx';
import { ResetDialog } from './reset-dialog.tsx';
import { UserIdentities } from './user-identities.tsx';
import { UserState } from './user-state.tsx';

/** One user: who they are, how they sign in, where they are signed in, and what an administrator can do. */
export function UserDrawer({ user, onClose }: { user: User; onClose: () => void }) {
  const { session, may } = useSession();
  const [open, setOpen] = useState<'change' | 'reset'>();
  const mayWrite = may('user.write');
  const self = user.id === session.user.id;
  const params = { userId: user.id };
  const enable = useChange(routes.enableUser, { invalidates: [routes.listUsers] });
  const disable = useChange(routes.disableUser, { invalidates: [routes.listUsers, routes.listUserSessions] });
  const shutOut = () =>
    disable.mutate(
      { params, body: { rowVersion: user.rowVersion } },
      {
        onError: toastProblem,
        onSuccess: ({ rowVersion }) =>
          toast({
            message: `${user.name} is shut out; every session is ended.`,
            undo: () => letIn(rowVersion),
          }),
      },
    );
  const letIn = (rowVersion: number) =>
    enable.mutate(
      { params, body: { rowVersion } },
      { onError: toastProblem, onSuccess: () => toast({ message: `${user.name} may sign in again.` }) },
    );
  return (
    <Drawer opened onClose={onClose} position="right" title={user.name}>
      <Facts
        facts={[
          ['State', <UserState key="state" user={user} />],
          ['Login', user.login],
          ['E-mail', user.email],
          ['Roles', user.roles.map((role) => roleNames[role]).join(', ')],
          [
            'Second step',
            user.secondFactors.length === 0
              ? 'None'
              : user.secondFactors.map((kind) => factorNames[kind]).join(', '),
          ],
          ['Last here', user.lastSeenAt ? <InstantText key="seen" at={user.lastSeenAt} /> : 'Never'],
          [
            'Link',
            user.invitation && (
              <span key="link">
                open until <InstantText at={user.invitation.expiresAt} />
              </span>
            ),
          ],
        ]}
      />
      {mayWrite && (
        <Group gap="xs" mt="md">
          <Button variant="default" onClick={() => setOpen('change')}>
            Change
          </Button>
          <Button
            variant="default"
            onClick={() => setOpen('reset')}
            disabled={self || user.state === 'disabled'}
          >
            {user.state === 'invited' ? 'New link' : 'Reset sign-in'}
          </Button>
          {user.state === 'disabled' ? (
            <Button loading={enable.isPending} onClick={() => letIn(user.rowVersion)}>
              Let in again
            </Button>
          ) : (
            <Button variant="default" loading={disable.isPending} disabled={self} onClick={shutOut}>
              Shut out
            </Button>
          )}
        </Group>
      )}
      {self && <p>Changes to yourself stand under My account; another administrator does the rest.</p>}
      <UserIdentities user={user} mayWrite={mayWrite} />
      <Sessions user={user} mayWrite={mayWrite} />
      {open === 'change' && <ChangeUserDialog user={user} onClose={() => setOpen(undefined)} />}
      {open === 'reset' && <ResetDialog user={user} onClose={() => setOpen(undefined)} />}
    </Drawer>
  );
}

const factorNames: Record<User['secondFactors'][number], string> = {
  totp: 'authenticator app',
  passkey: 'passkey',
  'recovery-code': 'recovery codes',
};

function Sessions({ user, mayWrite }: { user: User; mayWrite: boolean }) {
  const params = { userId: user.id };
  const read = useRead(routes.listUserSessions, { params });
  const end = useChange(routes.endUserSession, { invalidates: [routes.listUserSessions] });
  const endAll = useChange(routes.endUserSessions, { invalidates: [routes.listUserSessions] });
  const sessions = read.data?.sessions ?? [];
  return (
    <section aria-label="Sessions" style={{ marginTop: 22 }}>
      <Group justify="space-between">
        <h3 style={{ margin: '4px 0', fontSize: 14 }}>Signed in</h3>
        {mayWrite && sessions.length > 1 && (
          <Button
            size="compact-xs"
            variant="subtle"
            loading={endAll.isPending}
            onClick={() =>
              endAll.mutate(
                { params },
                {
                  onError: toastProblem,
                  onSuccess: ({ ended }) => toast({ message: `${ended} sessions are ended.` }),
                },
              )
            }
          >
            End all
          </Button>
        )}
      </Group>
      <ReadState read={read} lines={2}>
        {({ sessions: list }) =>
          list.length === 0 ? (
            <p>Nowhere right now.</p>
          ) : (
            <SessionList
              sessions={list}
              onEnd={
                mayWrite
                  ? ({ id }) =>
                      end.mutate(
                        { params: { ...params, sessionId: id } },
                        {
                          onError: toastProblem,
                          onSuccess: () => toast({ message: 'The session is ended.' }),
                        },
                      )
                  : undefined
              }
            />
          )
        }
      </ReadState>
    </section>
  );
}
