import { Button } from '@mantine/core';
import { permissionWords, routes, type ServiceAccount } from '@superbill/contract';
import { useState } from 'react';
import { useRead, useSession } from '../../api/index.ts';
import { EmptyState, KeyHint, Page, Panel, ReadState, StatusBadge, useKeys } from '../../ui/index.ts';
import { SectionLinks } from '../section-links.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { ProgramDialog } from './program-dialog.tsx';
import { ProgramKeys } from './program-keys.tsx';

type Open = { does: 'add' } | { does: 'change' | 'key'; account: ServiceAccount };

/** Programs that act for the practice by keys, and what each was given. */
export default function ProgramsPage() {
  const { may } = useSession();
  const read = useRead(routes.listServiceAccounts, {});
  const [open, setOpen] = useState<Open>();
  const mayWrite = may('user.write');
  const add = () => setOpen({ does: 'add' });
  const close = () => setOpen(undefined);
  useKeys([{ key: 'n', does: 'Add a program', disabled: !mayWrite, run: add }]);
  return (
    <Page
      title="Programs"
      detail="Service accounts: they sign in with keys and decide nothing"
      toolbar={
        mayWrite && (
          <Button onClick={add} rightSection={<KeyHint keys="n" />}>
            Add a program
          </Button>
        )
      }
    >
      <SectionLinks of="people" />
      <ReadState read={read} lines={6}>
        {({ accounts }) =>
          accounts.length === 0 ? (
            <EmptyState
              title="No program acts for the practice."
              hint="A scheduling system or a clearinghouse's agent gets a key here, with only what it needs."
            />
          ) : (
            accounts.map((account) => (
              <Program
                key={account.id}
                account={account}
                {...(mayWrite && { onChoose: (does: 'change' | 'key') => setOpen({ does, account }) })}
              />
            ))
          )
        }
      </ReadState>
      {(open?.does === 'add' || open?.does === 'change') && (
        <ProgramDialog account={open.does === 'change' ? open.account : undefined} onClose={close} />
      )}
      {open?.does === 'key' && <KeyDialog account={open.account} onClose={close} />}
    </Page>
  );
}

interface ProgramProps {
  account: ServiceAccount;
  /** Undefined where nothing may be changed. */
  onChoose?: (does: 'change' | 'key') => void;
}

function Program({ account, onChoose }: ProgramProps) {
  return (
    <Panel
      title={account.name}
      tools={
        <span>
          {account.state === 'disabled' && <StatusBadge tone="still">Shut out</StatusBadge>}{' '}
          {onChoose && (
            <>
              <Button size="compact-xs" variant="subtle" onClick={() => onChoose('change')}>
                Change<span className="sb-hidden">&nbsp;{account.name}</span>
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                disabled={account.state === 'disabled'}
                onClick={() => onChoose('key')}
              >
                New key<span className="sb-hidden">&nbsp;for {account.name}</span>
              </Button>
            </>
          )}
        </span>
      }
    >
      <p style={{ marginTop: 0 }}>{account.permissions.map((one) => permissionWords[one]).join(' · ')}</p>
      <ProgramKeys account={account} mayEnd={onChoose !== undefined} />
    </Panel>
  );
}
