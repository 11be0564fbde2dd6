import { claimState, claimStateNames, queueNames, queues, routes } from '@superbill/contract';
import { useRead } from '../api/index.ts';
import { ClaimBadge, Page, Panel, QueueBadge, ReadState } from '../ui/index.ts';
import { CountTable } from './count-table.tsx';
import style from './overview.module.css';

const everyMinute = 60_000;

/** Where the work stands: visits by desk and claims by state, read again each minute. */
export default function OverviewPage() {
  const visits = useRead(routes.listEncounters, { body: { limit: 1 } }, { every: everyMinute });
  const claims = useRead(routes.listClaims, { body: { limit: 1 } }, { every: everyMinute });
  return (
    <Page title="Overview">
      <div className={style.columns}>
        <Panel title="Visits by desk">
          <ReadState read={visits} lines={queues.length}>
            {({ counts }) => (
              <CountTable
                label="Visits by desk"
                rows={queues.map((queue) => ({
                  id: queue,
                  name: queueNames[queue],
                  badge: <QueueBadge queue={queue} />,
                  count: counts[queue],
                  place: `/front-desk/visits?queue=${queue}`,
                }))}
              />
            )}
          </ReadState>
        </Panel>
        <Panel title="Claims by state">
          <ReadState read={claims} lines={claimState.options.length}>
            {({ counts }) => (
              <CountTable
                label="Claims by state"
                rows={claimState.options.map((state) => ({
                  id: state,
                  name: claimStateNames[state],
                  badge: <ClaimBadge state={state} />,
                  count: counts[state],
                  place: `/claims?state=${state}`,
                }))}
              />
            )}
          </ReadState>
        </Panel>
      </div>
    </Page>
  );
}
