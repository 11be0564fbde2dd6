import { Button } from '@mantine/core';
import { routes, type ServiceAccount } from '@superbill/contract';
import { useState } from 'react';
import style from '../../account/account.module.css';
import { useChange } from '../../api/index.ts';
import { ConfirmDialog, InstantText, StatusBadge, toast } from '../../ui/index.ts';

type Key = ServiceAccount['keys'][number];

/** The keys of a program: where each is used, until when, whether it ever was; `mayEnd` offers to end one. */
export function ProgramKeys({ account, mayEnd }: { account: ServiceAccount; mayEnd: boolean }) {
  const [ending, setEnding] = useState<Key>();
  const close = () => setEnding(undefined);
  const revoke = useChange(routes.revokeApiKey, {
    invalidates: [routes.listServiceAccounts],
    onDone: () => {
      toast({ message: 'The key is ended; it works no longer.' });
      close();
    },
  });
  if (account.keys.length === 0) return <p style={{ margin: 0 }}>It has no key and cannot sign in.</p>;
  return (
    <>
      <ul className={style.rows} aria-label={`Keys of ${account.name}`}>
        {account.keys.map((key) => (
          <li key={key.id}>
            <span>{key.name}</span>
            {Date.parse(key.expiresAt) <= Date.now() && <StatusBadge tone="still">Ran out</StatusBadge>}
            <span className={style.quiet}>
              until <InstantText at={key.expiresAt} />,{' '}
              {key.lastUsedAt ? (
                <>
                  last used <InstantText at={key.lastUsedAt} />
                </>
              ) : (
                'never used'
              )}
            </span>
            {mayEnd ? (
              <Button size="compact-xs" variant="default" onClick={() => setEnding(key)}>
                End<span className="sb-hidden">&nbsp;the key {key.name}</span>
              </Button>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={ending !== undefined}
        title={`End the key ${ending?.name ?? ''}`}
        confirm="End the key"
        danger
        busy={revoke.isPending}
        problem={revoke.error}
        onConfirm={() => ending && revoke.mutate({ params: { accountId: account.id, keyId: ending.id } })}
        onClose={() => {
          revoke.reset();
          close();
        }}
      >
        <p style={{ margin: 0 }}>
          Whatever uses it is refused from now on, until it gets another. An ended key does not come back.
        </p>
      </ConfirmDialog>
    </>
  );
}
