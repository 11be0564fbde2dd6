import { Tabs } from '@mantine/core';
import { type Query, routes } from '@superbill/contract';
import { useParams } from '@tanstack/react-router';
import { useRead } from '../api/index.ts';
import { places } from '../router/places.ts';
import { useGo, useSearchPart } from '../router/use-place.ts';
import { EmptyState, Page, ReadState, useKeys } from '../ui/index.ts';
import style from './queries.module.css';
import { QueryDesk } from './query-desk.tsx';
import { QueryList } from './query-list.tsx';

type State = 'open' | 'answered';

/** The physician's own questions: the oldest is open at once, and its answer takes two keys. */
export default function QueriesPage() {
  const go = useGo();
  const { queryId }: { queryId?: string } = useParams({ strict: false });
  const [kept, keep] = useSearchPart('state');
  const state: State = kept === 'answered' ? 'answered' : 'open';
  const open = useRead(routes.listQueries, { query: { state: 'open' } }, { every: 60_000 });
  const answered = useRead(
    routes.listQueries,
    { query: { state: 'answered' } },
    { enabled: state === 'answered' },
  );
  const shown = state === 'open' ? open : answered;
  const queries = state === 'open' ? (shown.data?.queries ?? []) : newestFirst(shown.data?.queries ?? []);
  const current = queries.find(({ id }) => id === queryId) ?? queries[0];
  const place = queries.findIndex(({ id }) => id === current?.id);
  const search = state === 'answered' ? '?state=answered' : '';
  const stand = (query: Query | undefined) => query && go(places.query(query.id) + search);

  useKeys([
    {
      key: 'j',
      does: 'Next question',
      disabled: place + 1 >= queries.length,
      run: () => stand(queries[place + 1]),
    },
    { key: 'k', does: 'Question before', disabled: place <= 0, run: () => stand(queries[place - 1]) },
    {
      key: 's',
      does: state === 'open' ? 'Show the answered questions' : 'Show the open questions',
      run: () => keep(state === 'open' ? 'answered' : undefined),
    },
  ]);

  return (
    <Page title="Questions" fill detail="From the coders, about your notes. The oldest comes first.">
      <Tabs
        value={state}
        onChange={(value) => keep(value === 'answered' ? value : undefined)}
        className={style.tabs ?? ''}
      >
        <Tabs.List aria-label="Questions by state" className={style.tabList ?? ''}>
          <Tabs.Tab value="open">Open {open.data?.queries.length ?? '…'}</Tabs.Tab>
          <Tabs.Tab value="answered">Answered</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={state} className={style.panel ?? ''}>
          <ReadState read={shown} lines={10}>
            {() =>
              current ? (
                <div className={style.desk}>
                  {queries.length > 1 && <QueryList queries={queries} current={current.id} onStand={stand} />}
                  <QueryDesk
                    key={current.id}
                    query={current}
                    next={queries[place + 1] ?? queries[place - 1]}
                  />
                </div>
              ) : (
                <EmptyState
                  title={
                    state === 'open' ? 'No question waits for you.' : 'You have answered no question yet.'
                  }
                  hint="A coder asks when a note can be read in more than one way."
                />
              )
            }
          </ReadState>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function newestFirst(queries: readonly Query[]): Query[] {
  return [...queries].sort((a, b) => ((a.answeredAt ?? '') < (b.answeredAt ?? '') ? 1 : -1));
}
