import { Button, NumberInput } from '@mantine/core';
import { type CapacityPerson, routes } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import { useState } from 'react';
import { useChange, useRead } from '../api/index.ts';
import { DateField, DateText, EmptyState, Page, Panel, ProblemNote, ReadState, toast } from '../ui/index.ts';
import style from './workload.module.css';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const stale = [routes.readCapacity, routes.readBoard];

/** Who works when and who is away: what every plan stands on. */
export default function CapacityPage() {
  const read = useRead(routes.readCapacity, {});
  return (
    <Page
      title="Hours and absences"
      detail="Minutes at work; a share of them is kept free for what nobody planned"
    >
      <ReadState read={read} lines={10}>
        {({ people }) =>
          people.length === 0 ? (
            <EmptyState title="Nobody’s work is planned here yet." hint="Give people roles first." />
          ) : (
            people.map((person) => (
              <Panel key={person.userId} title={person.name}>
                <Week key={person.minutes.join()} person={person} />
                <Absences person={person} />
              </Panel>
            ))
          )
        }
      </ReadState>
    </Page>
  );
}

function Week({ person }: { person: CapacityPerson }) {
  const [minutes, setMinutes] = useState(person.minutes);
  const [unplanned, setUnplanned] = useState(person.unplannedPercent);
  const save = useChange(routes.setCapacity, {
    invalidates: stale,
    onDone: () => toast({ message: `The week of ${person.name} is changed.` }),
  });
  return (
    <>
      <ProblemNote problem={save.error} />
      <div className={style.week}>
        {weekdays.map((weekday, index) => (
          <NumberInput
            key={weekday}
            label={weekday}
            aria-label={`${weekday}, minutes of ${person.name}`}
            className={style.minute}
            min={0}
            max={1440}
            step={30}
            value={minutes[index] ?? 0}
            onChange={(value) => setMinutes(minutes.map((each, at) => (at === index ? Number(value) : each)))}
          />
        ))}
        <NumberInput
          label="Kept free, %"
          aria-label={`Kept free of ${person.name}, percent`}
          className={style.minute}
          min={0}
          max={90}
          step={5}
          value={unplanned}
          onChange={(value) => setUnplanned(Number(value))}
        />
        <Button
          variant="default"
          loading={save.isPending}
          onClick={() =>
            save.mutate({ params: { userId: person.userId }, body: { minutes, unplannedPercent: unplanned } })
          }
        >
          Save the week
          <span className="sb-hidden"> of {person.name}</span>
        </Button>
      </div>
    </>
  );
}

function Absences({ person }: { person: CapacityPerson }) {
  const [from, setFrom] = useState<IsoDate | ''>('');
  const [to, setTo] = useState<IsoDate | ''>('');
  const add = useChange(routes.addAbsence, {
    invalidates: stale,
    onDone: () => {
      setFrom('');
      setTo('');
    },
  });
  const takeBack = useChange(routes.voidAbsence, { invalidates: stale });
  return (
    <>
      <ProblemNote problem={add.error ?? takeBack.error} />
      <ul className={style.moves}>
        {person.absences.map((absence) => (
          <li key={absence.id}>
            Away from <DateText date={absence.from} /> to <DateText date={absence.to} />{' '}
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => takeBack.mutate({ params: { absenceId: absence.id } })}
            >
              Take back<span className="sb-hidden"> the absence of {person.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <div className={style.week}>
        <DateField className={style.date} label="First day away" value={from} onChange={setFrom} />
        <DateField className={style.date} label="Last day away" value={to} onChange={setTo} />
        <Button
          variant="default"
          disabled={from === '' || to === ''}
          loading={add.isPending}
          onClick={() =>
            from !== '' && to !== '' && add.mutate({ body: { userId: person.userId, from, to } })
          }
        >
          Add the absence
          <span className="sb-hidden"> of {person.name}</span>
        </Button>
      </div>
    </>
  );
}
