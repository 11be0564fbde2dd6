import type { InterchangeView } from '@superbill/contract';
import { type Column, EmptyState, Grid, InstantText, Money } from '../../ui/index.ts';
import { InterchangeBadge } from './file-badges.tsx';

const columns: Column<InterchangeView>[] = [
  {
    id: 'control',
    heading: 'Control number',
    width: 124,
    cell: (f) => <span className="sb-number">{f.controlNumber}</span>,
    sort: (f) => f.controlNumber,
  },
  { id: 'name', heading: 'File', width: '2fr', wide: true, cell: (f) => f.fileName, sort: (f) => f.fileName },
  {
    id: 'state',
    heading: 'State',
    width: 100,
    cell: (f) => <InterchangeBadge state={f.state} />,
    sort: (f) => f.state,
  },
  {
    id: 'claims',
    heading: 'Claims',
    width: 70,
    align: 'right',
    wide: true,
    cell: (f) => f.claims,
    sort: (f) => f.claims,
  },
  {
    id: 'charges',
    heading: 'Charges',
    width: '1fr',
    align: 'right',
    cell: (f) => <Money amount={f.chargeCents} />,
    sort: (f) => f.chargeCents,
  },
  {
    id: 'prepared',
    heading: 'Prepared',
    width: 180,
    align: 'right',
    wide: true,
    cell: (f) => <InstantText at={f.preparedAt} />,
    sort: (f) => f.preparedAt,
  },
  {
    id: 'sent',
    heading: 'Sent',
    width: 180,
    align: 'right',
    wide: true,
    cell: (f) => f.sentAt && <InstantText at={f.sentAt} />,
    sort: (f) => f.sentAt,
  },
  {
    id: 'answered',
    heading: 'Answered',
    width: 180,
    align: 'right',
    wide: true,
    cell: (f) => f.answeredAt && <InstantText at={f.answeredAt} />,
    sort: (f) => f.answeredAt,
  },
];

interface Props {
  /** Undefined while loading. */
  files: readonly InterchangeView[] | undefined;
  onView: (id: string) => void;
}

/** The files of claims that went to payers, the newest first. */
export function SentFiles({ files, onView }: Props) {
  return (
    <Grid
      label="Files sent"
      rows={files}
      columns={columns}
      rowId={({ id }) => id}
      onOpen={({ id }) => onView(id)}
      empty={<EmptyState title="Nothing was sent yet." hint="Claims are sent from the claims page." />}
    />
  );
}
