import { Button } from '@mantine/core';
import { type ControlAlert, type OwnerSummary, routes } from '@superbill/contract';
import { useRead } from '../api/index.ts';
import { useGo } from '../router/use-place.ts';
import { DateText, EmptyState, Money, Page, PageLink, Panel, ReadState } from '../ui/index.ts';
import style from './owner.module.css';

/** The owner's week on one page, read in under five minutes. */
export default function WeekPage() {
  const read = useRead(routes.readOwnerSummary, { query: {} });
  return (
    <Page title="Week" detail="Last week on one page">
      <ReadState read={read} lines={12}>
        {(summary) => <Week summary={summary} />}
      </ReadState>
    </Page>
  );
}

function Week({ summary }: { summary: OwnerSummary }) {
  const { week, until, money, unconfirmedDays, reviews, people, openApprovals } = summary;
  return (
    <>
      <Panel title="Look at these">
        <Alerts {...summary} />
        {openApprovals > 0 && (
          <p>
            {openApprovals === 1 ? 'One request waits' : `${openApprovals} requests wait`} for a countersign.{' '}
            <PageLink to="/approvals">Countersign</PageLink>
          </p>
        )}
        {unconfirmedDays.length > 0 && (
          <p>
            {unconfirmedDays.length === 1 ? 'One day' : `${unconfirmedDays.length} days`} with cash or checks
            have no figure of the bank yet. <PageLink to="/deposits">Enter the deposits</PageLink>
          </p>
        )}
      </Panel>
      <Panel title="Money">
        <p className={style.hint}>
          <DateText date={week} /> to <DateText date={until} />, beside the mean of the four weeks before.
        </p>
        <table className={style.figures}>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">That week</th>
              <th scope="col">Usual</th>
            </tr>
          </thead>
          <tbody>
            {money.map(({ title, thisWeek, usual }) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                <td>
                  <Money amount={thisWeek} />
                </td>
                <td>{usual === null ? 'not known yet' : <Money amount={usual} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <Panel title="Second looks at coded charts">
        {reviews.map(({ name, reviewed, agreement, low, high }) => (
          <p key={name}>
            {name}:{' '}
            {agreement === null || low === null || high === null
              ? 'no chart was looked at in four weeks.'
              : `${reviewed} charts, ${percent(agreement)} of codes agree (likely between ${percent(low)} and ${percent(high)}).`}
          </p>
        ))}
      </Panel>
      <Panel title="How people are">
        {people.length === 0 && <EmptyState title="Nobody coded or billed in this week." />}
        {people.map(({ name, sentence }) => (
          <p key={name}>
            {name}: {sentence}
          </p>
        ))}
      </Panel>
    </>
  );
}

const looks: Record<Exclude<ControlAlert['look'], 'none'>, [place: string, words: string]> = {
  approvals: ['/approvals', 'See what was decided'],
  deposits: ['/deposits', 'Compare the deposits'],
  audit: ['/audit', 'Open the audit trail'],
};

function Alerts({ alerts, score, alertFrom }: OwnerSummary) {
  const go = useGo();
  if (alerts.length === 0) return <p>Nothing unusual was found.</p>;
  return (
    <>
      <p className={style.hint}>
        Points add up: {score} of {alertFrom} from which on it is called an alert. Each line has an innocent
        explanation until somebody has looked.
      </p>
      <ul className={style.closed}>
        {alerts.map(({ detector, title, sentence, score: points, source, look }) => (
          <li key={`${detector} ${sentence}`}>
            <strong>{title}</strong> ({points}). {sentence} <span className={style.hint}>{source}.</span>{' '}
            {look !== 'none' && (
              <Button variant="default" size="compact-sm" onClick={() => go(looks[look][0])}>
                {looks[look][1]}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
