import { Button, Group, Textarea } from '@mantine/core';
import { type InboundFileView, routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange, useSession } from '../../api/index.ts';
import { ConfirmDialog, ProblemNote, toast } from '../../ui/index.ts';
import { changedByFiles as invalidates } from './invalidated.ts';

interface Props {
  file: InboundFileView;
  /** After it left the queue. */
  onGone?: () => void;
}

/** The ways on for a file that waits: read it again, post it with suspense, set it aside. */
export function WaitingActions({ file, onGone }: Props) {
  const { may } = useSession();
  const [open, setOpen] = useState<'suspense' | 'aside'>();
  const close = () => setOpen(undefined);
  const onDone = ({ state, problem }: InboundFileView) => {
    close();
    toast({ message: told(file.fileName, state, problem?.message) });
    if (state !== 'waiting') onGone?.();
  };
  const retry = useChange(routes.retryInboundFile, { invalidates, onDone });
  const again = (unknownClaims: 'wait' | 'suspense') =>
    retry.mutate({
      params: { inboundFileId: file.id },
      body: { unknownClaims, rowVersion: file.rowVersion },
    });
  if (!may('file.write')) return null;
  const which = <span className="sb-hidden">&nbsp;{file.fileName}</span>;
  return (
    <>
      <Group gap={6}>
        <Button
          size="compact-sm"
          variant="default"
          loading={retry.isPending && open === undefined}
          onClick={() => again('wait')}
        >
          Read again{which}
        </Button>
        {file.problem?.code === 'remit.claim-unknown' && (
          <Button size="compact-sm" variant="default" onClick={() => setOpen('suspense')}>
            Post with suspense{which}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => setOpen('aside')}>
          Set aside{which}
        </Button>
      </Group>
      {open === undefined && <ProblemNote problem={retry.error} />}
      <ConfirmDialog
        open={open === 'suspense'}
        title="Post with unknown claims in suspense"
        confirm="Post with suspense"
        busy={retry.isPending}
        problem={retry.error}
        onConfirm={() => again('suspense')}
        onClose={close}
      >
        <p>{file.problem?.message}</p>
        <p>
          The claims of this file that are known are posted as usual. The money for the others goes to
          suspense: it counts as received, belongs to nobody yet, and waits there until somebody finds out
          whose it is.
        </p>
        <p>The payment balances either way. A posting is never deleted, only reversed.</p>
      </ConfirmDialog>
      {open === 'aside' && <SetAside file={file} onDone={onDone} onClose={close} />}
    </>
  );
}

interface SetAsideProps {
  file: InboundFileView;
  onDone: (file: InboundFileView) => void;
  onClose: () => void;
}

function SetAside({ file, onDone, onClose }: SetAsideProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const aside = useChange(routes.setInboundFileAside, { invalidates, onDone });
  const line = reason.replace(/\s+/g, ' ').trim();
  const confirm = () => {
    setAsked(true);
    if (line === '' || aside.isPending) return;
    aside.mutate({ params: { inboundFileId: file.id }, body: { reason: line, rowVersion: file.rowVersion } });
  };
  return (
    <ConfirmDialog
      open
      title={`Set ${file.fileName} aside`}
      confirm="Set aside"
      busy={aside.isPending}
      problem={aside.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>Nothing of it is posted, and it leaves the queue. Its content and your reason stay on record.</p>
      <Textarea
        label="Reason"
        placeholder="The payer sent a corrected file"
        required
        data-autofocus
        autosize
        maxLength={400}
        error={asked && line === '' ? 'Say why, for whoever looks for this file later.' : undefined}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          confirm();
        }}
      />
    </ConfirmDialog>
  );
}

function told(fileName: string, state: InboundFileView['state'], problem: string | undefined): string {
  if (state === 'set-aside') return `${fileName} is set aside.`;
  if (state === 'waiting') return `${fileName} still waits. ${problem ?? ''}`;
  if (state === 'duplicate') return `${fileName} was posted before; nothing was posted twice.`;
  return `${fileName} is taken in.`;
}
