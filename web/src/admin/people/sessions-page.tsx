import { TextInput } from '@mantine/core';
import { type ResponseOf, routes } from '@superbill/contract';
import { useRef, useState } from 'react';
import { methodNames } from '../../account/session-list.tsx';
import { useChange, useRead, useSession } from '../../api/index.ts';
import {
  type Column,
  EmptyState,
  FailedState,
  Grid,
  InstantText,
  KeyHint,
  Page,
  StatusBadge,
  toast,
  toastProblem,
  useKeys,
} from '../../ui/index.ts';
import { RowAction } from '../practice/row-action.tsx';
import { SectionLinks } from '../section-links.tsx';

type Live = ResponseOf<typeof routes.listSessions>['sessions'][number];

/** Everybody who is signed in right now; a session nobody can explain is ended here. */
export default function SessionsPage() {
  const { may } = useSession();
  const read = useRead(routes.listSessions, {});
  const [search, setSearch] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ key: '/', does: 'Search sessions', run: () => field.current?.focus() }]);
  const end = useChange(routes.endUserSession, { invalidates: [routes.listSessions] });
  const columns: Column<Live>[] = [
    { id: 'who', heading: 'Who', width: '2fr', cell: (s) => s.user.name, sort: (s) => s.user.name },
    {
      id: 'device',
      heading: 'Browser',
      width: '1fr',
      cell: (s) => s.device ?? 'Unknown',
      sort: (s) => s.device,
    },
    { id: 'method', heading: 'Signed in by', width: '1fr', wide: true, cell: (s) => methodNames[s.method] },
    {
      id: 'since',
      heading: 'Since',
      width: 170,
      wide: true,
      cell: (s) => <InstantText at={s.startedAt} />,
      sort: (s) => s.startedAt,
    },
    {
      id: 'used',
      heading: 'Last used',
      width: 170,
      wide: true,
      cell: (s) => <InstantText at={s.lastUsedAt} />,
      sort: (s) => s.lastUsedAt,
    },
    {
      id: 'state',
      heading: 'State',
      width: 86,
      wide: true,
      cell: (s) => (
        <StatusBadge tone={s.locked ? 'still' : 'good'}>{s.locked ? 'Locked' : 'Open'}</StatusBadge>
      ),
    },
    {
      id: 'do',
      heading: '',
      width: 84,
      cell: (s) =>
        s.current ? (
          <StatusBadge tone="info">Yours</StatusBadge>
        ) : (
          may('user.write') && (
            <RowAction
              does="End"
              name={`the session of ${s.user.name}`}
              run={() =>
                end.mutate(
                  { params: { userId: s.user.id, sessionId: s.id } },
                  {
                    onError: toastProblem,
                    onSuccess: () => toast({ message: `The session of ${s.user.name} is ended.` }),
                  },
                )
              }
            />
          )
        ),
    },
  ];
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = read.data?.sessions.filter((session) =>
    words.every((word) => `${session.user.name} ${session.device}`.toLowerCase().includes(word)),
  );
  return (
    <Page
      title="Sessions"
      detail="Who is signed in right now"
      toolbar={
        <TextInput
          ref={field}
          type="search"
          aria-label="Search sessions"
          placeholder="Name or browser"
          w={220}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
          rightSection={search === '' ? <KeyHint keys="/" /> : null}
        />
      }
    >
      <SectionLinks of="people" />
      {read.error ? (
        <FailedState problem={read.error} retry={read.refetch} />
      ) : (
        <Grid
          label="Sessions"
          inline
          rows={found}
          columns={columns}
          rowId={({ id }) => id}
          empty={<EmptyState title={`No session is found by “${search}”.`} />}
        />
      )}
    </Page>
  );
}
