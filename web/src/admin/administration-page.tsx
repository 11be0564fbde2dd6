import { type ResponseOf, routes } from '@superbill/contract';
import type { ReactNode } from 'react';
import { useRead, useSession } from '../api/index.ts';
import { allPages } from '../router/all-pages.ts';
import { mayOpen } from '../router/page-route.ts';
import {
  EmptyState,
  editionName,
  editionWarning,
  Page,
  PageLink,
  Panel,
  ReadState,
  useEditionInUse,
} from '../ui/index.ts';
import style from './administration.module.css';

/** What needs an administrator, and where everything else stands. */
export default function AdministrationPage() {
  const users = useRead(routes.listUsers, {});
  const letters = useRead(routes.listLetters, {});
  const settings = useRead(routes.readSecuritySettings, {});
  const { data: edition, error: noEdition } = useEditionInUse('icd10cm');
  const warning = edition ? editionWarning(edition.edition) : noEdition?.message;
  return (
    <Page title="Administration">
      <Panel title="What needs you">
        <ReadState read={users} lines={3}>
          {({ users: list }) => {
            const notes = [
              ...peopleNotes(list, settings.data?.secondFactorRoles ?? []),
              ...letterNotes(letters.data?.letters ?? []),
              ...(warning ? [{ id: 'codes', says: warning, to: '/code-sets', link: 'Code sets' }] : []),
            ];
            if (notes.length === 0)
              return (
                <EmptyState
                  title="Nothing needs you."
                  hint={`Everybody can sign in${edition ? `, and ${editionName(edition.edition)} answers` : ''}.`}
                />
              );
            return (
              <ul className={style.notes}>
                {notes.map(({ id, says, to, link }) => (
                  <li key={id}>
                    <span>{says}</span>
                    <PageLink to={to}>{link}</PageLink>
                  </li>
                ))}
              </ul>
            );
          }}
        </ReadState>
      </Panel>
      <div className={style.cards}>
        <Area to="/people" title="People">
          Who may sign in, with which roles and which second step
        </Area>
        <Area to="/people/roles" title="Roles">
          What each role may do, and what you took away
        </Area>
        <Area to="/practice" title="Practice">
          Name and numbers on claims, locations, practitioners
        </Area>
        <Area to="/practice/payers" title="Payers">
          Whom you bill, their filing limits and authorizations
        </Area>
        <Area to="/practice/fees" title="Fees">
          Prices by the day they begin; in from a file, out to one
        </Area>
        <Area to="/code-sets" title="Code sets">
          Which edition answers, and how to import the next
        </Area>
        <Area to="/audit" title="Audit">
          Who looked at or changed what
        </Area>
        <Area to="/backups" title="Backups">
          The last one, and a new one
        </Area>
        <Area to="/health" title="Health">
          What is wrong with the installation, and what to do
        </Area>
        <Area to="/system" title="System">
          Proves books, thread and audit trail whole
        </Area>
      </div>
    </Page>
  );
}

type User = ResponseOf<typeof routes.listUsers>['users'][number];
interface Note {
  id: string;
  says: string;
  to: string;
  link: string;
}

function peopleNotes(users: readonly User[], wanted: readonly string[]): Note[] {
  const active = users.filter(({ state }) => state === 'active');
  const lapsed = users.filter(({ state, invitation }) => state === 'invited' && invitation === null);
  const missing = active.filter(
    ({ roles, secondFactors }) => secondFactors.length === 0 && roles.some((role) => wanted.includes(role)),
  );
  const administrators = active.filter(({ roles }) => roles.includes('administrator'));
  const open = administrators.filter(({ secondFactors }) => secondFactors.length === 0);
  return [
    ...lapsed.map(({ id, name }) => ({
      id,
      says: `The link of ${name} ran out before it was used.`,
      to: `/people?user=${id}`,
      link: 'Make a new one',
    })),
    ...(missing.length > 0
      ? [
          {
            id: 'missing',
            says: `${missing.length === 1 ? 'One person sets' : `${missing.length} people set`} up a second step at the next sign-in.`,
            to: '/people',
            link: 'People',
          },
        ]
      : []),
    ...(open.length > 0 && missing.length === 0
      ? [
          {
            id: 'open',
            says: `${open.length === 1 ? 'One administrator signs' : `${open.length} administrators sign`} in by password alone.`,
            to: '/people/settings',
            link: 'Ask for a second step',
          },
        ]
      : []),
    ...(administrators.length === 1
      ? [
          {
            id: 'alone',
            says: 'There is only one administrator. If they lose their device, nobody here can help them.',
            to: '/people',
            link: 'People',
          },
        ]
      : []),
  ];
}

function letterNotes(letters: ResponseOf<typeof routes.listLetters>['letters']): Note[] {
  const failed = letters.filter(({ state }) => state === 'failed').length;
  if (failed === 0) return [];
  return [
    {
      id: 'letters',
      says: `${failed === 1 ? 'One letter' : `${failed} letters`} could not be sent.`,
      to: '/people',
      link: 'Hand the links over',
    },
  ];
}

/** A part of the administration; left out where there is no such page or this hat may not open it. */
function Area({ to, title, children }: { to: string; title: string; children: ReactNode }) {
  const { session } = useSession();
  const page = allPages.find(({ path }) => path === to);
  if (!page || !mayOpen(page, session.permissions)) return null;
  return (
    <section className={style.card}>
      <h2>
        <PageLink to={to}>{title}</PageLink>
      </h2>
      <p>{children}</p>
    </section>
  );
}
