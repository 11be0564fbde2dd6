import type { IsoDate } from '@superbill/engines/model';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ApiProblem } from '../../api/problem.ts';
import { type Column, FailedState, Grid } from '../../ui/index.ts';
import { LastDayDialog } from './last-day-dialog.tsx';
import { RowAction } from './row-action.tsx';
import { Standing } from './standing.tsx';
import type { LastDay } from './use-last-day.ts';

interface Words<Row> {
  /** What is over, how it is ended and how it is taken up again: `Closed`, `Close`, `Use again`. */
  ended: string;
  end: string;
  takeUp: string;
  /** Of the dialog that asks for the last day: `Close Main Street`, what happens then, the verb. */
  title: (row: Row) => string;
  afterwards: (row: Row) => string;
  confirm: string;
}

interface Props<Row> {
  label: string;
  read: Pick<UseQueryResult<unknown, ApiProblem>, 'error' | 'refetch'>;
  rows: readonly Row[] | undefined;
  columns: readonly Column<Row>[];
  /** How a row is called, for those who hear the buttons. */
  nameOf: (row: Row) => string;
  lastDay: LastDay<Row>;
  words: Words<Row>;
  onOpen: (row: Row) => void;
  empty: ReactNode;
}

/** A list of what the practice uses until a last day: how each stands, and ending it or taking it up again. */
export function LastingList<Row extends { id: string; effectiveTo?: IsoDate | undefined }>(
  props: Props<Row>,
) {
  const { label, read, rows, columns, nameOf, lastDay, words, onOpen, empty } = props;
  if (read.error) return <FailedState problem={read.error} retry={read.refetch} />;
  const { asking } = lastDay;
  return (
    <>
      <Grid
        label={label}
        inline
        rows={rows}
        columns={[
          ...columns,
          {
            id: 'standing',
            heading: 'Standing',
            width: 150,
            cell: (row) => <Standing effectiveTo={row.effectiveTo} ended={words.ended} />,
          },
          {
            id: 'do',
            heading: '',
            width: 84,
            cell: (row) => (
              <RowAction
                name={nameOf(row)}
                {...(row.effectiveTo
                  ? { does: words.takeUp, run: () => lastDay.takeUp(row) }
                  : { does: words.end, run: () => lastDay.ask(row) })}
              />
            ),
          },
        ]}
        rowId={({ id }) => id}
        onOpen={onOpen}
        empty={empty}
      />
      {asking && (
        <LastDayDialog
          title={words.title(asking)}
          confirm={words.confirm}
          busy={lastDay.busy}
          problem={lastDay.problem}
          onClose={lastDay.close}
          onConfirm={(effectiveTo) => lastDay.end(asking, effectiveTo)}
        >
          {words.afterwards(asking)}
        </LastDayDialog>
      )}
    </>
  );
}
