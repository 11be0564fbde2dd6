import { Button, Group, Textarea } from '@mantine/core';
import { type InboundFileView, routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange, useSession } from '../../api/index.ts';
import { ConfirmDialog, InstantText, ProblemNote, toast } from '../../ui/index.ts';
import { FileProblem } from './file-problem.tsx';
import style from './files.module.css';

const invalidates = [
  routes.listInboundFiles,
  routes.listInterchanges,
  routes.listRemits,
  routes.listClaims,
  routes.readClaim,
  routes.listEncounters,
  routes.readEncounter,
];

interface Props {
  file: InboundFileView;
  onView: () => void;
}

/** A file that waits for a person: why, and the ways on. Nothing of it is posted until then. */
export function WaitingFile({ file, onView }: Props) {
  const { may } = useSession();
  const [open, setOpen] = useState<'suspense' | 'aside'>();
  const [reason, setReason] = useState('');
  const close = () => setOpen(undefined);
  const onDone = ({ state, problem }: InboundFileView) => {
    close();
    if (state === 'set-aside') toast({ message: `${file.fileName} is set aside.` });
    else if (state === 'waiting')
      toast({ message: `${file.fileName} still waits: ${problem?.message ?? ''}` });
    else toast({ message: `${file.fileName} is taken in.` });
  };
  const retry = useChange(routes.retryInboundFile, { invalidates, onDone });
  const aside = useChange(routes.setInboundFileAside, { invalidates, onDone });
  const { rowVersion } = file;
  const params = { inboundFileId: file.id };
  const again = (unknownClaims: 'wait' | 'suspense') =>
    retry.mutate({ params, body: { unknownClaims, rowVersion } });
  const line = reason.replace(/\s+/g, ' ').trim();
  return (
    <li className={style.waiting} aria-label={file.fileName}>
      <div className={style.head}>
        <strong>{file.fileName}</strong>
        <span className={style.quiet}>
          {file.kind} {file.kind && '· '}
          {file.bytes.toLocaleString('en-US')} bytes · <InstantText at={file.receivedAt} />
        </span>
        <Group gap={6} ml="auto">
          <Button size="compact-sm" variant="subtle" onClick={onView}>
            View<span className="sb-hidden">&nbsp;{file.fileName}</span>
          </Button>
          {may('file.write') && (
            <>
              <Button
                size="compact-sm"
                variant="default"
                loading={retry.isPending && open === undefined}
                onClick={() => again('wait')}
              >
                Read again<span className="sb-hidden">&nbsp;{file.fileName}</span>
              </Button>
              {file.problem?.code === 'remit.claim-unknown' && (
                <Button size="compact-sm" variant="default" onClick={() => setOpen('suspense')}>
                  Post with suspense
                </Button>
              )}
              <Button size="compact-sm" variant="default" onClick={() => setOpen('aside')}>
                Set aside<span className="sb-hidden">&nbsp;{file.fileName}</span>
              </Button>
            </>
          )}
        </Group>
      </div>
      <FileProblem problem={file.problem} />
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
        <p>
          The claims of this payment that are known are posted as usual. The money for the others is booked to
          suspense: it counts as received, belongs to nobody yet, and waits there until somebody finds out
          whose it is.
        </p>
        <p>The payment balances either way. A posting is not deleted later, only reversed.</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={open === 'aside'}
        title={`Set ${file.fileName} aside`}
        confirm="Set aside"
        busy={aside.isPending}
        problem={aside.error}
        onConfirm={() => line !== '' && aside.mutate({ params, body: { reason: line, rowVersion } })}
        onClose={close}
      >
        <p>Nothing of it is posted. Its bytes and your reason stay on record.</p>
        <Textarea
          label="Reason"
          required
          data-autofocus
          autosize
          maxLength={400}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </ConfirmDialog>
    </li>
  );
}
