import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useState } from 'react';
import { useSession } from '../api/use-session.ts';
import { allPages } from '../router/all-pages.ts';
import { mayOpen } from '../router/page-route.ts';
import { useGo } from '../router/use-place.ts';
import { type PageAction, useOfferedActions } from './actions.ts';
import { KeyHint } from './key-hint.tsx';
import { useFoundRecords } from './use-found-records.ts';

/** Ctrl-K: what can be done here, every page, patients by name and claims by control number. */
export function CommandPalette() {
  const { session } = useSession();
  const go = useGo();
  const offered = useOfferedActions();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 150);
  const found = useFoundRecords(search);
  const matches = (words: string) => words.toLowerCase().includes(typed.trim().toLowerCase());

  const actionsOf = (offers: readonly PageAction[]) =>
    offers
      .filter(({ does }) => matches(does))
      .map(({ does, key, run }) => ({
        id: `do ${does}`,
        label: does,
        onClick: run,
        ...(key ? { rightSection: <KeyHint keys={key} /> } : {}),
      }));

  const groups: SpotlightActionGroupData[] = [
    { group: 'On this page', actions: actionsOf(offered.filter((action) => !action.everywhere)) },
    {
      group: 'Pages',
      actions: allPages
        .filter((page) => page.navigation && mayOpen(page, session.permissions) && matches(page.title))
        .map(({ path, title }) => ({ id: `page ${path}`, label: title, onClick: () => go(path) })),
    },
    ...found.map(({ group, records }) => ({
      group,
      actions: records.map(({ id, label, description, place }) => ({
        id: `${group} ${id}`,
        label,
        description,
        onClick: () => go(place),
      })),
    })),
    { group: 'Everywhere', actions: actionsOf(offered.filter((action) => action.everywhere)) },
  ];

  return (
    <Spotlight
      actions={groups.filter(({ actions }) => actions.length > 0)}
      query={typed}
      onQueryChange={setTyped}
      filter={(_, actions) => actions}
      shortcut={['mod + K']}
      tagsToIgnore={[]}
      nothingFound="Nothing by these words. Try a name, a record number or a claim's control number."
      searchProps={{
        placeholder: 'A page, an action, a patient, a claim',
        'aria-label': 'Search everything',
      }}
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
      attributes={{ content: { 'aria-label': 'Go to or do anything' } }}
    />
  );
}
