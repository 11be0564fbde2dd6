import { Button } from '@mantine/core';
import { type Board, routes } from '@superbill/contract';
import { useState } from 'react';
import { useRead, useSession } from '../api/index.ts';
import { KeyHint, Page, PageLink, Panel, ReadState, useKeys } from '../ui/index.ts';
import { DeskTable } from './desk-table.tsx';
import { ItemsDialog, type Whose } from './items-dialog.tsx';
import { NoticeList } from './notice-list.tsx';
import { PeopleTable } from './people-table.tsx';
import { RebalanceDialog } from './rebalance-dialog.tsx';

const everyMinute = 60_000;

/** Load in minutes: who has how much, what comes, what is too much, and how good the work is beside it. */
export default function BoardPage() {
  const board = useRead(routes.readBoard, {}, { every: everyMinute });
  const { may } = useSession();
  const [balancing, setBalancing] = useState(false);
  const [whose, setWhose] = useState<Whose>();
  const mayMove = may('workload.write');
  useKeys([{ key: 'b', does: 'Balance the load', disabled: !mayMove, run: () => setBalancing(true) }]);
  return (
    <Page
      title="Workload"
      detail="Minutes of work against minutes of time"
      toolbar={
        mayMove && (
          <>
            <PageLink to="/workload/hours">Hours and absences</PageLink>
            <Button onClick={() => setBalancing(true)} rightSection={<KeyHint keys="b" />}>
              Balance the load
            </Button>
          </>
        )
      }
    >
      <ReadState read={board} lines={12}>
        {(whole) => (
          <>
            <NoticeList notices={noticesOf(whole)} />
            <Panel title="People">
              <PeopleTable board={whole} onOpen={setWhose} />
            </Panel>
            <Panel title="Desks">
              <DeskTable board={whole} onOpen={setWhose} />
            </Panel>
            <p>{learntWords(whole.learntFrom)}</p>
            {whose && <ItemsDialog whose={whose} board={whole} onClose={() => setWhose(undefined)} />}
          </>
        )}
      </ReadState>
      {balancing && <RebalanceDialog onClose={() => setBalancing(false)} />}
    </Page>
  );
}

function noticesOf({ people, desks }: Board) {
  return [...desks, ...people].flatMap(({ notices }) => notices);
}

function learntWords(items: number): string {
  const how =
    items === 0
      ? 'Expected minutes are start values of our own until the practice has history.'
      : `Expected minutes were learnt from ${items.toLocaleString('en-US')} finished items of the whole team, drawn towards start values of our own.`;
  return `${how} A share of 1.3 says that somebody finished 30 % more than an equal part in two weeks, each item counting what it usually takes and not what it took.`;
}
