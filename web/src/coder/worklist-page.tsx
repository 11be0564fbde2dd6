import { Button, Tabs, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { routes } from '@superbill/contract';
import { useEffect, useRef, useState } from 'react';
import { useRead } from '../api/index.ts';
import { places } from '../router/places.ts';
import { useGo, useSearchPart } from '../router/use-place.ts';
import { EmptyState, FailedState, Grid, KeyHint, Page, useKeys } from '../ui/index.ts';
import { type Desk, deskNames, deskQueues, desks, isDesk, onDesk } from './desks.ts';
import style from './worklist.module.css';
import { worklistColumns } from './worklist-columns.tsx';

const everyMinute = 60_000;

const emptyWords: Record<Desk, readonly [title: string, hint: string]> = {
  'to-code': ['Nothing waits to be coded.', 'A visit comes here when its note is in.'],
  query: ['No question waits for an answer.', 'A visit stands here while a physician is asked about it.'],
  returned: [
    'Nothing came back.',
    'A visit comes back with the physician’s answer, or when the biller returns it.',
  ],
  'handed-over': ['No handed-over visit waits at the biller.', 'The biller takes over what is coded.'],
};

/** The coder's worklist, longest waiting first. */
export default function WorklistPage() {
  const go = useGo();
  const [kept, keep] = useSearchPart('desk');
  const desk = isDesk(kept) ? kept : 'to-code';
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search.trim(), 150);
  const query = { search: asked, limit: 500 };
  const options = { keepPrevious: true, every: everyMinute };
  const coding = useRead(routes.listEncounters, { body: { ...query, queue: 'coding' } }, options);
  const other = deskQueues[desk] === 'coding' ? undefined : deskQueues[desk];
  const others = useRead(
    routes.listEncounters,
    { body: { ...query, queue: other } },
    { ...options, enabled: other !== undefined },
  );
  const shown = other === undefined ? coding : others;
  // While another tab's answer is on its way the former one's rows are no rows of this tab.
  const fits =
    shown.data && !(shown.isPlaceholderData && shown.data.encounters[0]?.queue !== deskQueues[desk]);
  const rows = fits ? onDesk(shown.data.encounters, desk) : undefined;

  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const open = (id: string | undefined) => id !== undefined && go(places.coding(id));
  const enterList = () => list.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus();
  const turn = (by: number) => keep(desks[(desks.indexOf(desk) + by + desks.length) % desks.length]);
  useKeys([
    { key: 'n', does: 'Open the next visit', disabled: !rows?.[0], run: () => open(rows?.[0]?.id) },
    { key: '/', does: 'Search the worklist', run: () => field.current?.focus() },
    { key: 'j', does: 'Go to the list', run: enterList },
    { key: ']', does: 'Next tab', run: () => turn(1) },
    { key: '[', does: 'Tab before', run: () => turn(-1) },
  ]);

  const loaded = rows !== undefined;
  useEffect(() => {
    // The arrow keys work at once, unless somebody is busy elsewhere on the page.
    const at = document.activeElement;
    const idle = at === document.body || at?.tagName === 'H1';
    if (loaded && idle) list.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus();
  }, [loaded]);

  const counts = coding.data?.counts;
  const returned = coding.data && onDesk(coding.data.encounters, 'returned').length;
  const fresh = coding.data && onDesk(coding.data.encounters, 'to-code').length;
  const count: Record<Desk, number | undefined> = {
    'to-code': fresh,
    query: counts?.query,
    returned,
    'handed-over': counts?.billing,
  };

  return (
    <Page
      title="Coding"
      fill
      detail={shown.data?.more ? 'The 500 that wait longest; search for the others.' : undefined}
      toolbar={
        <>
          <TextInput
            ref={field}
            type="search"
            aria-label="Search the worklist"
            placeholder="Patient, record, practitioner, date"
            w={260}
            value={search}
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
            onKeyDown={({ key }) => {
              if (key === 'ArrowDown' || key === 'Enter') enterList();
            }}
            rightSection={search === '' ? <KeyHint keys="/" /> : null}
          />
          <Button
            disabled={!rows?.[0]}
            onClick={() => open(rows?.[0]?.id)}
            rightSection={<KeyHint keys="n" />}
          >
            Open the next
          </Button>
        </>
      }
    >
      <Tabs value={desk} onChange={(value) => keep(value ?? undefined)} className={style.tabs ?? ''}>
        <Tabs.List aria-label="Where visits stand" className={style.list ?? ''}>
          {desks.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {deskNames[each]} <span className={style.count}>{count[each] ?? '…'}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={desk} className={style.panel ?? ''} ref={list}>
          {shown.error && !shown.data ? (
            <FailedState problem={shown.error} retry={shown.refetch} />
          ) : (
            <Grid
              key={desk}
              label={deskNames[desk]}
              rows={rows}
              columns={worklistColumns[desk]}
              rowId={({ id }) => id}
              onOpen={({ id }) => open(id)}
              empty={
                asked === '' ? (
                  <EmptyState title={emptyWords[desk][0]} hint={emptyWords[desk][1]} />
                ) : (
                  <EmptyState title={`Nothing here is found by “${asked}”.`} hint="Try another tab." />
                )
              }
            />
          )}
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
