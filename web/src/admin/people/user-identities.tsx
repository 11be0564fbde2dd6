import { Button } from '@mantine/core';
import { routes, type User } from '@superbill/contract';
import { useState } from 'react';
import style from '../../account/account.module.css';
import { identityName } from '../../account/identity-name.ts';
import { useChange, useRead } from '../../api/index.ts';
import { ConfirmDialog, InstantText, toast } from '../../ui/index.ts';

/** The accounts at the identity provider by which somebody signs in, and a way to take one from them. */
export function UserIdentities({ user, mayWrite }: { user: User; mayWrite: boolean }) {
  const [ending, setEnding] = useState<string>();
  const provider = useRead(routes.readIdentityProvider, {}).data?.identityProvider ?? null;
  const unlink = useChange(routes.unlinkUserIdentity, {
    invalidates: [routes.listUsers, routes.listUserSessions],
    onDone: () => {
      toast({ message: 'The account is unlinked.' });
      setEnding(undefined);
    },
  });
  if (user.identities.length === 0) return null;
  return (
    <section aria-label="Linked accounts" style={{ marginTop: 22 }}>
      <h3 style={{ margin: '4px 0', fontSize: 14 }}>Your organization’s account</h3>
      <ul className={style.rows}>
        {user.identities.map(({ id, issuer, linkedAt }) => (
          <li key={id}>
            <span>{identityName(issuer, provider)}</span>
            <span className={style.quiet}>
              linked <InstantText at={linkedAt} />
            </span>
            {mayWrite && (
              <Button size="compact-xs" variant="default" onClick={() => setEnding(id)}>
                Unlink
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={ending !== undefined}
        title={`Unlink ${user.name}’s account?`}
        confirm="Unlink"
        busy={unlink.isPending}
        problem={unlink.error}
        onConfirm={() => ending && unlink.mutate({ params: { userId: user.id, identityId: ending } })}
        onClose={() => setEnding(undefined)}
      >
        It signs {user.name} in no longer, and the sessions that it opened end. Without a password or a
        passkey they need a new link to sign in.
      </ConfirmDialog>
    </section>
  );
}
