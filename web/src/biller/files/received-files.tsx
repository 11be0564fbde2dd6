import type { InboundFileView } from '@superbill/contract';
import { useSession } from '../../api/index.ts';
import { type Column, EmptyState, Grid, InstantText } from '../../ui/index.ts';
import { InboundBadge } from './file-badges.tsx';
import style from './files.module.css';
import { WaitingFile } from './waiting-file.tsx';

const columns: Column<InboundFileView>[] = [
  { id: 'name', heading: 'File', width: '2fr', cell: (f) => f.fileName, sort: (f) => f.fileName },
  { id: 'kind', heading: 'Kind', width: 74, cell: (f) => f.kind, sort: (f) => f.kind },
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
    align: 'right',
    wide: true,
    cell: (f) => <InstantText at={f.receivedAt} />,
    sort: (f) => f.receivedAt,
  },
];

interface Props {
  /** Undefined while loading. */
  files: readonly InboundFileView[] | undefined;
  onView: (id: string) => void;
}

/** What came from payers: what waits for a person on top, the rest below, the newest first. */
export function ReceivedFiles({ files, onView }: Props) {
  const { may } = useSession();
  const waiting = files?.filter(({ state }) => state === 'waiting') ?? [];
  return (
    <>
      {waiting.length > 0 && (
        <section className={style.queue} aria-label="Files that wait for you">
          <h2>
            {waiting.length === 1 ? 'One file waits' : `${waiting.length} files wait`} for{' '}
            {may('file.write') ? 'you' : 'a biller'}
          </h2>
          <ul>
            {waiting.map((file) => (
              <WaitingFile key={file.id} file={file} onView={() => onView(file.id)} />
            ))}
          </ul>
        </section>
      )}
      <Grid
        label="Files received"
        rows={files?.filter(({ state }) => state !== 'waiting')}
        columns={columns}
        rowId={({ id }) => id}
        onOpen={({ id }) => onView(id)}
        empty={
          <EmptyState
            title={waiting.length > 0 ? 'Nothing else was received.' : 'Nothing was received yet.'}
            hint="Answers of payers come in by themselves. A file you have by other means is dropped here."
          />
        }
      />
    </>
  );
}
