import { Button, FileButton } from '@mantine/core';
import { type InboundFileView, type InterchangeView, routes } from '@superbill/contract';
import { type DragEvent, useEffect, useState } from 'react';
import { useRead, useSession } from '../../api/index.ts';
import { useSearchPart } from '../../router/use-place.ts';
import {
  type Column,
  EmptyState,
  FailedState,
  Grid,
  InstantText,
  Money,
  Page,
  ProblemNote,
} from '../../ui/index.ts';
import { usePace } from '../use-pace.ts';
import { ViewTabs } from '../view-tabs.tsx';
import { InboundBadge, InterchangeBadge } from './file-badges.tsx';
import { FileDrawer, type Looked } from './file-drawer.tsx';
import { FileProblem } from './file-problem.tsx';
import style from './files.module.css';
import { useUpload } from './use-upload.ts';
import { WaitingFile } from './waiting-file.tsx';

const receivedColumns: Column<InboundFileView>[] = [
  { id: 'name', heading: 'File', width: '2fr', cell: (f) => f.fileName, sort: (f) => f.fileName },
  { id: 'kind', heading: 'Kind', width: 74, cell: (f) => f.kind ?? '?', sort: (f) => f.kind },
  {
    id: 'state',
    heading: 'State',
    width: 120,
    cell: (f) => <InboundBadge state={f.state} />,
    sort: (f) => f.state,
  },
  {
    id: 'said',
    heading: 'Note',
    width: '3fr',
    wide: true,
    cell: (f) =>
      f.problem && <span title={f.problem.message}>{f.problem.nextStep ?? f.problem.message}</span>,
  },
  {
    id: 'bytes',
    heading: 'Bytes',
    width: 90,
    align: 'right',
    wide: true,
    cell: (f) => f.bytes.toLocaleString('en-US'),
    sort: (f) => f.bytes,
  },
  {
    id: 'received',
    heading: 'Received',
    width: 180,
    wide: true,
    cell: (f) => <InstantText at={f.receivedAt} />,
    sort: (f) => f.receivedAt,
  },
];

const sentColumns: Column<InterchangeView>[] = [
  { id: 'name', heading: 'File', width: '2fr', cell: (f) => f.fileName, sort: (f) => f.fileName },
  {
    id: 'state',
    heading: 'State',
    width: 110,
    cell: (f) => <InterchangeBadge state={f.state} />,
    sort: (f) => f.state,
  },
  {
    id: 'claims',
    heading: 'Claims',
    width: 80,
    align: 'right',
    wide: true,
    cell: (f) => f.claims,
    sort: (f) => f.claims,
  },
  {
    id: 'charges',
    heading: 'Charges',
    width: 110,
    align: 'right',
    cell: (f) => <Money amount={f.chargeCents} />,
    sort: (f) => f.chargeCents,
  },
  {
    id: 'sent',
    heading: 'Sent',
    width: 180,
    wide: true,
    cell: (f) => f.sentAt && <InstantText at={f.sentAt} />,
    sort: (f) => f.sentAt,
  },
  {
    id: 'answered',
    heading: 'Answered',
    width: 180,
    wide: true,
    cell: (f) => f.answeredAt && <InstantText at={f.answeredAt} />,
    sort: (f) => f.answeredAt,
  },
];

/** What went to payers and what came from them; what waits for a person stands on top. */
export default function FilesPage() {
  const { may } = useSession();
  const [kept, keep] = useSearchPart('view');
  const view = kept === 'sent' ? 'sent' : 'received';
  const [fileId, setFileId] = useSearchPart('file');
  const looked: Looked | undefined = fileId === undefined ? undefined : { kind: view, id: fileId };
  const [underWay, setUnderWay] = useState(false);
  const pace = usePace(underWay);
  const every = pace === undefined ? {} : { every: pace };
  const received = useRead(routes.listInboundFiles, { query: { limit: 500 } }, every);
  const sent = useRead(routes.listInterchanges, { query: { limit: 500 } }, every);
  const unanswered = sent.data?.interchanges.some(({ state }) => state === 'sent' || state === 'prepared');
  useEffect(() => setUnderWay(unanswered === true), [unanswered]);
  const upload = useUpload();
  const [over, setOver] = useState(false);
  const waiting = received.data?.files.filter(({ state }) => state === 'waiting') ?? [];
  const mayWrite = may('file.write');

  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!mayWrite) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      if (!mayWrite) return;
      event.preventDefault();
      setOver(false);
      void upload.upload([...event.dataTransfer.files]);
    },
  };
  const read = view === 'sent' ? sent : received;
  return (
    <Page
      title="Files"
      fill
      toolbar={
        mayWrite && (
          <FileButton
            multiple
            onChange={(files) => void upload.upload(files)}
            inputProps={{ 'aria-label': 'Files from a payer' }}
          >
            {(props) => (
              <Button {...props} variant="default" loading={upload.busy}>
                Take in a file
              </Button>
            )}
          </FileButton>
        )
      }
    >
      <div className={over ? `${style.page} ${style.over}` : style.page} {...drop}>
        <Taken upload={upload} />
        {waiting.length > 0 && (
          <section className={style.queue} aria-label="Files that wait for you">
            <h2>
              {waiting.length === 1 ? 'One file waits for you' : `${waiting.length} files wait for you`}
            </h2>
            <ul>
              {waiting.map((file) => (
                <WaitingFile key={file.id} file={file} onView={() => setFileId(file.id)} />
              ))}
            </ul>
          </section>
        )}
        <ViewTabs
          label="Files"
          value={view}
          onChange={(next) => keep(next === 'sent' ? 'sent' : undefined)}
          tabs={[
            { value: 'received', name: 'Received', count: received.data?.files.length },
            { value: 'sent', name: 'Sent', count: sent.data?.interchanges.length },
          ]}
        >
          {read.isLoadingError ? (
            <FailedState problem={read.error} retry={read.refetch} />
          ) : view === 'sent' ? (
            <Grid
              label="Files sent"
              rows={sent.data?.interchanges}
              columns={sentColumns}
              rowId={({ id }) => id}
              onOpen={({ id }) => setFileId(id)}
              empty={
                <EmptyState title="Nothing was sent yet." hint="Claims are sent from the claims page." />
              }
            />
          ) : (
            <Grid
              label="Files received"
              rows={received.data?.files.filter(({ state }) => state !== 'waiting')}
              columns={receivedColumns}
              rowId={({ id }) => id}
              onOpen={({ id }) => setFileId(id)}
              empty={
                <EmptyState
                  title="Nothing was received yet."
                  hint="Answers of payers come in by themselves. A file you have by other means is dropped here."
                />
              }
            />
          )}
        </ViewTabs>
      </div>
      {looked && (
        <FileDrawer
          looked={looked}
          file={
            looked.kind === 'received' ? received.data?.files.find(({ id }) => id === looked.id) : undefined
          }
          onClose={() => setFileId(undefined)}
        />
      )}
    </Page>
  );
}

/** What became of the files just handed over. */
function Taken({ upload: { taken, unreadable, problem } }: { upload: ReturnType<typeof useUpload> }) {
  return (
    <div role="status">
      {taken.map((file) => (
        <div key={file.id} className={style.taken}>
          <InboundBadge state={file.state} /> <strong>{file.fileName}</strong>
          {file.state === 'duplicate' && <span>The same content came before. Nothing was posted twice.</span>}
          {file.state === 'processed' && <span>Read and applied.</span>}
          <FileProblem problem={file.problem} />
        </div>
      ))}
      {unreadable !== undefined && (
        <p className={style.taken}>{unreadable} is empty. Nothing was taken in.</p>
      )}
      <ProblemNote problem={problem} />
    </div>
  );
}
