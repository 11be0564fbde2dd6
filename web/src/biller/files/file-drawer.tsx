import { Drawer } from '@mantine/core';
import { type InboundFileView, type InterchangeView, routes } from '@superbill/contract';
import { useMemo } from 'react';
import { useRead, useSession } from '../../api/index.ts';
import { InstantText, Money, ReadState } from '../../ui/index.ts';
import { useWorkOn } from '../../workload/use-work-on.ts';
import { InboundBadge, InterchangeBadge } from './file-badges.tsx';
import { FileContent } from './file-content.tsx';
import { FileProblem } from './file-problem.tsx';
import style from './files.module.css';
import { faultySegment, segmentsOf } from './segments.ts';
import { WaitingActions } from './waiting-actions.tsx';

/** Which file is looked at, and what the list knows of it. */
export type Looked =
  | { kind: 'received'; id: string; file: InboundFileView | undefined }
  | { kind: 'sent'; id: string; file: InterchangeView | undefined };

/** A file beside the list: its state, what is wrong with it, its text. */
export function FileDrawer({ looked, onClose }: { looked: Looked; onClose: () => void }) {
  const mayOpen = useSession().may('file.open');
  const sent = useRead(
    routes.readInterchange,
    { params: { interchangeId: looked.id } },
    { enabled: mayOpen && looked.kind === 'sent', freshFor: Number.POSITIVE_INFINITY },
  );
  const received = useRead(
    routes.readInboundFile,
    { params: { inboundFileId: looked.id } },
    { enabled: mayOpen && looked.kind === 'received', freshFor: Number.POSITIVE_INFINITY },
  );
  const read = looked.kind === 'sent' ? sent : received;
  useWorkOn(
    'waiting-file',
    looked.kind === 'received' && looked.file?.state === 'waiting' ? looked.id : undefined,
  );
  const content = read.data?.content;
  const segments = useMemo(() => (content === undefined ? [] : segmentsOf(content)), [content]);
  const problem = looked.kind === 'received' ? looked.file?.problem : undefined;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="xl"
      title={read.data?.fileName ?? looked.file?.fileName ?? 'File'}
      classNames={{ content: style.drawer, body: style.drawerBody }}
    >
      {looked.kind === 'received'
        ? looked.file && <Received file={looked.file} onGone={onClose} />
        : looked.file && <Sent file={looked.file} />}
      {mayOpen && (
        <ReadState read={read} lines={12}>
          {({ fileName }) => (
            <FileContent
              fileName={fileName}
              segments={segments}
              faulty={problem ? faultySegment(segments, problem) : undefined}
            />
          )}
        </ReadState>
      )}
    </Drawer>
  );
}

function Received({ file, onGone }: { file: InboundFileView; onGone: () => void }) {
  return (
    <div className={style.about}>
      <div className={style.head}>
        <InboundBadge state={file.state} />
        {file.kind}
        <span className={style.quiet}>
          received <InstantText at={file.receivedAt} />
        </span>
      </div>
      <FileProblem problem={file.problem} />
      {file.state === 'waiting' && <WaitingActions file={file} onGone={onGone} />}
    </div>
  );
}

function Sent({ file }: { file: InterchangeView }) {
  return (
    <div className={style.head}>
      <InterchangeBadge state={file.state} />
      <span>Control number {file.controlNumber}</span>
      <span>
        {file.claims} {file.claims === 1 ? 'claim' : 'claims'}, <Money amount={file.chargeCents} />
      </span>
      <span className={style.quiet}>
        prepared <InstantText at={file.preparedAt} />
      </span>
    </div>
  );
}
