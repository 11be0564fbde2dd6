import { Button, TextInput } from '@mantine/core';
import { roleNames, routes, type User } from '@superbill/contract';
import { useRef, useState } from 'react';
import { useRead, useSession } from '../../api/index.ts';
import { useSearchPart } from '../../router/use-place.ts';
import {
  type Column,
  EmptyState,
  FailedState,
  Grid,
  InstantText,
  KeyHint,
  Page,
  StatusBadge,
  useKeys,
} from '../../ui/index.ts';
import { SectionLinks } from '../section-links.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { UserDrawer } from './user-drawer.tsx';
import { UserState } from './user-state.tsx';

/** Everybody who may sign in, with roles, second step and when they were last here. */
export default function UsersPage() {
  const { may } = useSession();
  const read = useRead(routes.listUsers, {});
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useSearchPart('user');
  const [inviting, setInviting] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const mayWrite = may('user.write');
  const invite = () => setInviting(true);
  useKeys([
    { key: '/', does: 'Search users', run: () => field.current?.focus() },
    { key: 'n', does: 'Invite somebody', disabled: !mayWrite, run: invite },
  ]);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = read.data?.users.filter((user) => words.every((word) => textOf(user).includes(word)));
  const open = read.data?.users.find(({ id }) => id === opened);
  return (
    <Page
      title="People"
      toolbar={
        <>
          <TextInput
            ref={field}
            type="search"
            aria-label="Search users"
            placeholder="Name, login or role"
            w={220}
            value={search}
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
            rightSection={search === '' ? <KeyHint keys="/" /> : null}
          />
          {mayWrite && (
            <Button onClick={invite} rightSection={<KeyHint keys="n" />}>
              Invite somebody
            </Button>
          )}
        </>
      }
    >
      <SectionLinks of="people" />
      {read.error ? (
        <FailedState problem={read.error} retry={read.refetch} />
      ) : (
        <Grid
          label="Users"
          inline
          rows={found}
          columns={columns}
          rowId={({ id }) => id}
          onOpen={({ id }) => setOpened(id)}
          empty={
            <EmptyState
              title={search === '' ? 'Nobody may sign in yet.' : `Nobody is found by “${search}”.`}
              hint="Search takes parts of a name, a login or a role."
            />
          }
        />
      )}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {open && <UserDrawer user={open} onClose={() => setOpened(undefined)} />}
    </Page>
  );
}

function textOf({ name, login, roles, state }: User): string {
  return `${name} ${login} ${roles.map((role) => roleNames[role]).join(' ')} ${state}`.toLowerCase();
}

const columns: Column<User>[] = [
  { id: 'name', heading: 'Name', width: '2fr', cell: (u) => u.name, sort: (u) => u.name },
  { id: 'login', heading: 'Login', width: '1fr', wide: true, cell: (u) => u.login, sort: (u) => u.login },
  {
    id: 'roles',
    heading: 'Roles',
    width: '2fr',
    wide: true,
    cell: (u) => u.roles.map((role) => roleNames[role]).join(', '),
    sort: (u) => u.roles.map((role) => roleNames[role]).join(', '),
  },
  {
    id: 'second',
    heading: 'Second step',
    width: 110,
    wide: true,
    cell: (u) =>
      u.secondFactors.length > 0 ? (
        <StatusBadge tone="good">{u.secondFactors.includes('passkey') ? 'Passkey' : 'App'}</StatusBadge>
      ) : (
        <StatusBadge tone="still">None</StatusBadge>
      ),
    sort: (u) => u.secondFactors.length,
  },
  {
    id: 'seen',
    heading: 'Last here',
    width: 170,
    wide: true,
    cell: (u) => (u.lastSeenAt ? <InstantText at={u.lastSeenAt} /> : 'Never'),
    sort: (u) => u.lastSeenAt,
  },
  { id: 'state', heading: 'State', width: 100, cell: (u) => <UserState user={u} />, sort: (u) => u.state },
];
