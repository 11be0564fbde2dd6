import { Button, Group, Modal } from '@mantine/core';
import { type OwnAccount, routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange } from '../api/index.ts';
import { passkeysWork } from '../signin/passkey.ts';
import { ConfirmDialog, InstantText, Panel, StatusBadge, toast } from '../ui/index.ts';
import style from './account.module.css';
import { PasskeySetup } from './passkey-setup.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { RenamePasskey } from './rename-passkey.tsx';
import { TotpSetup, useTotpStart } from './totp-setup.tsx';

type Open =
  | { does: 'totp' | 'passkey' | 'renew' }
  | { does: 'codes'; codes: readonly string[] }
  | { does: 'rename'; id: string; name: string }
  | { does: 'remove'; id: string; kind: 'totp' | 'passkey'; name: string };

/** The second step at sign-in: the app, passkeys, and the codes for when they are lost. */
export function FactorsPanel({ account }: { account: OwnAccount }) {
  const { totp, passkeys, recoveryCodesLeft, secondFactorRequired } = account;
  const [open, setOpen] = useState<Open>();
  const totpStart = useTotpStart();
  const close = () => setOpen(undefined);
  const kept = (codes: readonly string[] | null) => {
    toast({ message: 'From now on signing in asks for it.' });
    setOpen(codes ? { does: 'codes', codes } : undefined);
  };
  const options = {
    invalidates: [routes.readOwnAccount],
    onDone: () => {
      toast({ message: 'It is taken away.' });
      close();
    },
  };
  const removeTotp = useChange(routes.removeTotp, options);
  const removePasskey = useChange(routes.removePasskey, options);
  const renew = useChange(routes.renewRecoveryCodes, {
    invalidates: [routes.readOwnAccount],
    onDone: ({ recoveryCodes }) => setOpen({ does: 'codes', codes: recoveryCodes }),
  });
  const any = totp !== null || passkeys.length > 0;
  return (
    <Panel
      title="Second step at sign-in"
      tools={
        <StatusBadge tone={any ? 'good' : secondFactorRequired ? 'bad' : 'warn'}>
          {any ? 'On' : secondFactorRequired ? 'Your practice asks for one' : 'Off'}
        </StatusBadge>
      }
    >
      <ul className={style.rows}>
        <li>
          <span>Authenticator app</span>
          {totp && (
            <span className={style.quiet}>
              since <InstantText at={totp.addedAt} />
            </span>
          )}
          {totp ? (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() =>
                setOpen({ does: 'remove', id: totp.id, kind: 'totp', name: 'the authenticator app' })
              }
            >
              Take away
            </Button>
          ) : (
            <Button
              size="compact-xs"
              onClick={() => {
                totpStart.mutate({});
                setOpen({ does: 'totp' });
              }}
            >
              Set up
            </Button>
          )}
        </li>
        {passkeys.map(({ id, name, addedAt, lastUsedAt }) => (
          <li key={id}>
            <span>Passkey “{name}”</span>
            <span className={style.quiet}>
              {lastUsedAt ? 'last used ' : 'since '}
              <InstantText at={lastUsedAt ?? addedAt} />
            </span>
            <Group gap="xs">
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => setOpen({ does: 'rename', id, name })}
              >
                Rename<span className="sb-hidden">&nbsp;{name}</span>
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                onClick={() =>
                  setOpen({ does: 'remove', id, kind: 'passkey', name: `the passkey “${name}”` })
                }
              >
                Take away<span className="sb-hidden">&nbsp;{name}</span>
              </Button>
            </Group>
          </li>
        ))}
        <li>
          <span>{passkeys.length === 0 ? 'Passkey' : 'Another passkey'}</span>
          {!passkeysWork && (
            <span className={style.quiet}>needs https, or the computer Superbill runs on</span>
          )}
          <Button
            size="compact-xs"
            variant={any ? 'default' : 'filled'}
            disabled={!passkeysWork}
            onClick={() => setOpen({ does: 'passkey' })}
          >
            Add
          </Button>
        </li>
        {any && (
          <li>
            <span>Recovery codes</span>
            <span className={style.quiet}>
              {recoveryCodesLeft === 0 ? 'none left' : `${recoveryCodesLeft} left`}
            </span>
            <Button size="compact-xs" variant="default" onClick={() => setOpen({ does: 'renew' })}>
              New codes
            </Button>
          </li>
        )}
      </ul>
      <Modal
        opened={open?.does === 'totp' || open?.does === 'passkey' || open?.does === 'codes'}
        onClose={close}
        title={titles[open?.does ?? 'totp']}
        closeOnClickOutside={false}
      >
        {open?.does === 'totp' && <TotpSetup start={totpStart} onDone={kept} onClose={close} />}
        {open?.does === 'passkey' && <PasskeySetup onDone={kept} onClose={close} />}
        {open?.does === 'codes' && <RecoveryCodes codes={open.codes} done="I keep them" onDone={close} />}
      </Modal>
      <ConfirmDialog
        open={open?.does === 'renew'}
        title="New recovery codes?"
        confirm="Make new codes"
        busy={renew.isPending}
        problem={renew.error}
        onConfirm={() => renew.mutate({})}
        onClose={close}
      >
        The codes you have now stop working.
      </ConfirmDialog>
      {open?.does === 'rename' && <RenamePasskey id={open.id} name={open.name} onClose={close} />}
      {open?.does === 'remove' && (
        <ConfirmDialog
          open
          title={`Take ${open.name} away?`}
          confirm="Take it away"
          danger
          busy={removeTotp.isPending || removePasskey.isPending}
          problem={removeTotp.error ?? removePasskey.error}
          onConfirm={() =>
            open.kind === 'totp'
              ? removeTotp.mutate({ params: { factorId: open.id } })
              : removePasskey.mutate({ params: { passkeyId: open.id } })
          }
          onClose={() => {
            removeTotp.reset();
            removePasskey.reset();
            close();
          }}
        >
          Signing in no longer asks for it. Without any second step your password stands alone.
        </ConfirmDialog>
      )}
    </Panel>
  );
}

const titles: Record<Open['does'], string> = {
  totp: 'Authenticator app',
  passkey: 'Add a passkey',
  codes: 'Your recovery codes',
  renew: '',
  rename: '',
  remove: '',
};
