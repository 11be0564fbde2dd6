import { Button } from '@mantine/core';
import { type BackupRun, type BackupsView, routes } from '@superbill/contract';
import { useChange, useRead, useSession } from '../api/index.ts';
import {
  type Column,
  EmptyState,
  Facts,
  Grid,
  InstantText,
  KeyHint,
  Page,
  Panel,
  ProblemNote,
  ReadState,
  StatusBadge,
  toast,
  useKeys,
} from '../ui/index.ts';
import { megabytes } from './bytes.ts';
import style from './upkeep.module.css';

/** The backups of this installation: when, how large, whether one was ever tried; and one now. */
export default function BackupsPage() {
  const { may } = useSession();
  const read = useRead(routes.listBackups, {}, { every: 2000 });
  const make = useChange(routes.makeBackup, {
    invalidates: [routes.listBackups],
    onDone: () => toast({ message: 'The backup has begun.' }),
  });
  const running = read.data?.running;
  const mayMake = may('backup.write') && !running;
  const begin = () => make.mutate({});
  useKeys([{ key: 'b', does: 'Back up now', disabled: !mayMake, run: begin }]);
  return (
    <Page
      title="Backups"
      detail="Everything in the database and the files beside it, sealed with the key file"
      toolbar={
        may('backup.write') && (
          <Button
            variant="default"
            disabled={!mayMake}
            loading={make.isPending}
            onClick={begin}
            rightSection={<KeyHint keys="b" />}
          >
            Back up now
          </Button>
        )
      }
    >
      <ProblemNote problem={make.error} />
      <Panel title="Standing">
        <ReadState read={read} lines={4}>
          {(view) => <Standing view={view} />}
        </ReadState>
      </Panel>
      <Panel title="Backups made">
        <ReadState read={read} lines={3}>
          {({ runs }) => (
            <Grid
              label="Backups made"
              rows={runs}
              columns={columns}
              rowId={({ at, file }) => `${at} ${file}`}
              inline
              empty={<EmptyState title="No backup was made yet." hint="Make the first one now." />}
            />
          )}
        </ReadState>
      </Panel>
      <Panel title="When you need one">
        <p className={style.how}>
          Restoring is done at the machine of the server, with Superbill stopped:{' '}
          <code>npx superbill restore FILE --replace</code>. It takes the key file besides the backup: keep a
          copy of that file in another place. Try it now and then, which changes nothing here:{' '}
          <code>npx superbill restore --drill FILE</code>.
        </p>
      </Panel>
    </Page>
  );
}

function Standing({ view: { folder, everyHours, running, runs, lastDrill } }: { view: BackupsView }) {
  const good = runs.find(({ ok }) => ok);
  return (
    <>
      <div role="status" className={style.status}>
        {running ? (
          <>
            <StatusBadge tone="info">Being made</StatusBadge> {running.part || 'The beginning'},{' '}
            {megabytes(running.bytes)} before it
          </>
        ) : runs[0] && !runs[0].ok ? (
          <>
            <StatusBadge tone="bad">The last one failed</StatusBadge> {runs[0].failure}
          </>
        ) : (
          <StatusBadge tone={good ? 'good' : 'warn'}>{good ? 'Backed up' : 'Never backed up'}</StatusBadge>
        )}
      </div>
      <Facts
        facts={[
          ['Last backup', good && <InstantText at={good.at} />],
          ['Goes to', folder],
          [
            'By itself',
            everyHours === null ? 'No: the operator sets SUPERBILL_BACKUP_DIR' : `Every ${everyHours} hours`,
          ],
          ['Last drill', lastDrill && <InstantText at={lastDrill.at} />],
          ['Drills', lastDrill ? undefined : 'None yet'],
        ]}
      />
    </>
  );
}

const columns: Column<BackupRun>[] = [
  {
    id: 'at',
    heading: 'Made',
    width: 165,
    cell: (run) => <InstantText at={run.at} />,
    sort: (run) => run.at,
  },
  {
    id: 'ok',
    heading: 'Result',
    width: 80,
    cell: (run) => <StatusBadge tone={run.ok ? 'good' : 'bad'}>{run.ok ? 'Whole' : 'Failed'}</StatusBadge>,
  },
  {
    id: 'size',
    heading: 'Size',
    width: 80,
    align: 'right',
    cell: (run) => (run.ok ? megabytes(run.bytes) : ''),
    sort: (run) => run.bytes,
  },
  {
    id: 'rows',
    heading: 'Rows',
    width: 100,
    align: 'right',
    wide: true,
    cell: (run) => (run.ok ? run.rows.toLocaleString('en-US') : ''),
  },
  { id: 'file', heading: 'File', width: '1fr', wide: true, cell: (run) => run.failure ?? run.file },
];
