import { Button } from '@mantine/core';
import { type MyDay, routes, type WorkItem } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import { workKindNames } from '@superbill/engines/workload';
import { useChange, useRead, useSession } from '../api/index.ts';
import { useGo } from '../router/use-place.ts';
import {
  DateText,
  Facts,
  KeyHint,
  Page,
  Panel,
  ProblemNote,
  personName,
  ReadState,
  useKeys,
} from '../ui/index.ts';
import { Due } from './due.tsx';
import { itemsText, minutesText } from './minutes.ts';
import { NoticeList } from './notice-list.tsx';
import { placeOf } from './place-of.ts';
import { WorkMinutes } from './work-minutes.tsx';
import style from './workload.module.css';

/** The person's own day: minutes against hours, what is next, what can wait. */
export default function MyDayPage() {
  const read = useRead(routes.readMyDay, {}, { every: 60_000 });
  return (
    <Page title="My day" detail={read.data && <DateText date={read.data.day} />}>
      <ReadState read={read} lines={10}>
        {(day) => <Day day={day} />}
      </ReadState>
    </Page>
  );
}

function Day({ day }: { day: MyDay }) {
  const { session } = useSession();
  const go = useGo();
  const stale = [routes.readMyDay, routes.readBoard, routes.listWorkItems];
  const take = useChange(routes.takeWork, { invalidates: stale });
  const giveBack = useChange(routes.giveWorkBack, { invalidates: stale });
  const next = day.today[0] ?? day.later[0] ?? day.pool[0];
  const open = (item: WorkItem | undefined) => {
    const place = item && placeOf(session.hat, item);
    if (place) go(place);
  };
  useKeys([{ key: 'n', does: 'Open what is next', disabled: !next, run: () => open(next) }]);
  const name = ({ kind, subjectId }: WorkItem) => ({ body: { kind, subjectId } });
  return (
    <>
      <NoticeList notices={day.notices} />
      <ProblemNote problem={take.error ?? giveBack.error} />
      <Panel
        title="Today"
        tools={
          <Button disabled={!next} onClick={() => open(next)} rightSection={<KeyHint keys="n" />}>
            Open what is next
          </Button>
        }
      >
        <Progress day={day} />
        <ItemList
          items={day.today}
          today={day.day}
          empty="Nothing of yours is due today."
          does={{ word: 'Give back', run: (item) => giveBack.mutate(name(item)) }}
          onOpen={open}
        />
      </Panel>
      <Panel title="Can wait">
        <ItemList
          items={day.later}
          today={day.day}
          empty="Nothing else is yours."
          does={{ word: 'Give back', run: (item) => giveBack.mutate(name(item)) }}
          onOpen={open}
        />
      </Panel>
      <Panel title={`Nobody’s yet (${day.poolItems})`}>
        <ItemList
          items={day.pool}
          today={day.day}
          empty="Nothing waits for somebody to take it."
          does={{ word: 'Take', run: (item) => take.mutate(name(item)) }}
          onOpen={open}
        />
      </Panel>
      <Panel title="What is measured">
        <p className={style.text}>
          While a work item is open, the server counts minutes, pauses, calls and switches to other windows:
          durations and counts, never keys or what you read. The team sees minutes of today and the number of
          interruptions. Your own pace is shown here and to nobody else, and work is planned by the whole
          team’s usual minutes.
        </p>
      </Panel>
    </>
  );
}

function Progress({ day }: { day: MyDay }) {
  const { availableMinutes, workedMinutes, dueMinutes, finishedItems, interruptions, pace } = day;
  const whole = Math.max(availableMinutes, workedMinutes + dueMinutes, 1);
  return (
    <>
      <div className={`${style.track} ${style.progress}`} aria-hidden>
        <span className={style.done} style={{ width: `${(workedMinutes / whole) * 100}%` }} />
        <span
          className={workedMinutes + dueMinutes > availableMinutes ? style.over : style.held}
          style={{ width: `${(dueMinutes / whole) * 100}%` }}
        />
      </div>
      <Facts
        facts={[
          ['Worked', minutesText(workedMinutes)],
          ['Due today', minutesText(dueMinutes)],
          ['Time for planned work', minutesText(availableMinutes)],
          ['Finished', itemsText(finishedItems)],
          [
            'Interruptions',
            interruptions.count === 0
              ? 'none'
              : `${interruptions.count}, ${minutesText(interruptions.minutes)} of calls`,
          ],
          ['Your pace', pace === null ? 'too few items to say' : `${pace.toFixed(2)} of the team’s minutes`],
        ]}
      />
    </>
  );
}

interface ListProps {
  items: readonly WorkItem[];
  today: IsoDate;
  empty: string;
  does: { word: string; run: (item: WorkItem) => void };
  onOpen: (item: WorkItem) => void;
}

function ItemList({ items, today, empty, does, onOpen }: ListProps) {
  if (items.length === 0) return <p className={style.text}>{empty}</p>;
  return (
    <ul className={style.items}>
      {items.map((item) => (
        <li key={`${item.kind} ${item.subjectId}`}>
          <span>
            <button type="button" className={style.name} onClick={() => onOpen(item)}>
              {workKindNames[item.kind]}
              {item.patient ? ` · ${personName(item.patient)}` : ''}
            </button>
            <Due item={item} today={today} />
          </span>
          <WorkMinutes item={item} />
          {item.kind !== 'answer-query' && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${does.word}: ${workKindNames[item.kind]} ${item.patient ? personName(item.patient) : ''}`}
              onClick={() => does.run(item)}
            >
              {does.word}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
