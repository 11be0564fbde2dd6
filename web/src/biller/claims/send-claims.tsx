import { Button } from '@mantine/core';
import { routes } from '@superbill/contract';
import { useState } from 'react';
import { useRead, useSession } from '../../api/index.ts';
import { KeyHint, useKeys } from '../../ui/index.ts';
import { SendDialog } from './send-dialog.tsx';

/** Sends every ready claim; the button says how many that are. Stays in place when there is none. */
export function SendClaims() {
  const { may } = useSession();
  const mayWrite = may('claim.write');
  const [open, setOpen] = useState(false);
  const ready = useRead(routes.listClaims, { body: { state: 'ready', limit: 500 } }, { enabled: mayWrite });
  const count = ready.data?.counts.ready ?? 0;
  useKeys([
    { key: 'shift+s', does: 'Send all ready claims', disabled: count === 0, run: () => setOpen(true) },
  ]);
  if (!mayWrite) return null;
  return (
    <>
      <Button
        variant={count === 0 ? 'default' : 'filled'}
        disabled={count === 0}
        onClick={() => setOpen(true)}
        rightSection={<KeyHint keys="shift+s" />}
      >
        {count === 0 ? 'No claim is ready' : `Send ${count} ready ${count === 1 ? 'claim' : 'claims'}`}
      </Button>
      {open && ready.data && <SendDialog claims={ready.data.claims} onClose={() => setOpen(false)} />}
    </>
  );
}
