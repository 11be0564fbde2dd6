import { type EditionView, routes } from '@superbill/contract';
import { useRead } from '../api/index.ts';
import {
  type Column,
  DateText,
  EmptyState,
  editionName,
  editionWarning,
  FailedState,
  Grid,
  LoadingState,
  Page,
  Panel,
  ReadState,
  StatusBadge,
  systemNames,
  useEditionInUse,
} from '../ui/index.ts';
import style from './code-sets.module.css';

/** Which edition answers for each system today, every edition there is, and how to import another. */
export default function CodeSetsPage() {
  const read = useRead(routes.listEditions, {});
  return (
    <Page title="Code sets" detail="The date of service decides which edition answers">
      <Panel title="In use today">
        <EditionInUse system="icd10cm" />
        <EditionInUse system="icd10pcs" />
        <EditionInUse system="hcpcs" />
      </Panel>
      <Panel title="Editions">
        {read.error ? (
          <FailedState problem={read.error} retry={read.refetch} />
        ) : (
          <Grid
            label="Editions"
            rows={read.data?.editions}
            columns={columns}
            rowId={({ system, edition, source }) => `${system} ${edition} ${source}`}
            inline
            empty={<EmptyState title="No edition is loaded." hint="Import one as described below." />}
          />
        )}
      </Panel>
      <Panel title="Import an edition">
        <ReadState read={read} lines={3}>
          {({ howToImport }) => <p className={style.how}>{howToImport}</p>}
        </ReadState>
      </Panel>
    </Page>
  );
}

const columns: Column<EditionView>[] = [
  { id: 'system', heading: 'System', width: 106, cell: (e) => systemNames[e.system], sort: (e) => e.system },
  {
    id: 'edition',
    heading: 'Edition',
    width: '1fr',
    cell: (e) => (e.starter ? <StatusBadge tone="warn">Starter set</StatusBadge> : e.edition),
    sort: (e) => e.edition,
  },
  {
    id: 'from',
    heading: 'From',
    width: 106,
    wide: true,
    cell: (e) => <DateText date={e.effectiveFrom} />,
    sort: (e) => e.effectiveFrom,
  },
  {
    id: 'to',
    heading: 'To',
    width: 106,
    wide: true,
    cell: (e) => (e.effectiveTo ? <DateText date={e.effectiveTo} /> : 'Open'),
    sort: (e) => e.effectiveTo,
  },
  {
    id: 'codes',
    heading: 'Billable codes',
    width: 116,
    align: 'right',
    cell: (e) => e.codes.toLocaleString('en-US'),
    sort: (e) => e.codes,
  },
  { id: 'notes', heading: 'Notes from', width: 100, wide: true, cell: (e) => e.notesFrom ?? 'None' },
  { id: 'index', heading: 'Index from', width: 100, wide: true, cell: (e) => e.indexFrom ?? 'None' },
  {
    id: 'source',
    heading: 'Source',
    width: '2fr',
    wide: true,
    cell: (e) => <span title={e.source}>{e.source}</span>,
  },
];

function EditionInUse({ system }: { system: EditionView['system'] }) {
  const { data, error } = useEditionInUse(system);
  if (!data && !error) return <LoadingState lines={1} />;
  const warning = data ? editionWarning(data.edition) : undefined;
  return (
    <p className={style.inUse}>
      <StatusBadge tone={error ? 'bad' : warning ? 'warn' : 'good'}>{standing(data?.edition)}</StatusBadge>
      <span>
        {data ? (warning ?? editionName(data.edition)) : `${systemNames[system]}: ${error?.message ?? ''}`}
      </span>
    </p>
  );
}

function standing(edition: (EditionView & { outOfDate: boolean }) | undefined): string {
  if (!edition) return 'Missing';
  if (edition.starter) return 'Starter set';
  return edition.outOfDate ? 'Out of date' : 'In force';
}
