import { Button } from '@mantine/core';
import { type LocationView, routes } from '@superbill/contract';
import { useState } from 'react';
import { type InputOf, useChange, useRead } from '../../api/index.ts';
import { type AddressInput, type Column, EmptyState, KeyHint, Panel, useKeys } from '../../ui/index.ts';
import { LastingList } from './lasting-list.tsx';
import { LocationDialog } from './location-dialog.tsx';
import { isEnded } from './standing.tsx';
import { useLastDay } from './use-last-day.ts';
import { locationInput, reopened } from './view-input.ts';

/** The one being corrected, or a new one. */
type Open = LocationView | 'new';

/** Where patients are seen; Enter corrects the row in focus. */
export function LocationsPanel({ address }: { address: AddressInput }) {
  const read = useRead(routes.listLocations, {});
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const add = () => setOpen('new');
  useKeys([{ key: 'n', does: 'Add a location', run: add }]);
  const lastDay = useLastDay<LocationView, InputOf<typeof routes.changeLocation>>({
    change: useChange(routes.changeLocation, { invalidates: [routes.listLocations, routes.readPractice] }),
    input: (location, last, rowVersion) => ({
      params: { locationId: location.id },
      body: { location: { ...reopened(locationInput(location)), ...last }, rowVersion },
    }),
    saysEnded: ({ name }, effectiveTo) =>
      isEnded({ effectiveTo }) ? `${name} is closed.` : `${name} closes after its last day.`,
    saysBack: ({ name }) => `${name} is in use.`,
  });
  const columns: Column<LocationView>[] = [
    { id: 'name', heading: 'Name', width: '2fr', cell: (l) => l.name, sort: (l) => l.name },
    { id: 'place', heading: 'Place of service', width: 120, wide: true, cell: (l) => l.placeOfService },
    { id: 'city', heading: 'City', width: '1fr', wide: true, cell: (l) => l.address.city },
    {
      id: 'visits',
      heading: 'Visits',
      width: 70,
      align: 'right',
      wide: true,
      cell: (l) => l.visits.toLocaleString('en-US'),
      sort: (l) => -l.visits,
    },
  ];
  return (
    <Panel
      title="Locations"
      tools={
        <Button size="compact-xs" variant="subtle" onClick={add} rightSection={<KeyHint keys="n" />}>
          Add
        </Button>
      }
    >
      <LastingList
        label="Locations"
        read={read}
        rows={read.data?.locations}
        columns={columns}
        nameOf={({ name }) => name}
        lastDay={lastDay}
        words={{
          ended: 'Closed',
          end: 'Close',
          takeUp: 'Use again',
          title: ({ name }) => `Close ${name}`,
          afterwards: () => 'Visits up to the last day stay and can still be registered; later ones cannot.',
          confirm: 'Close',
        }}
        onOpen={setOpen}
        empty={<EmptyState title="No location yet." hint="A visit is registered at one." />}
      />
      {open && (
        <LocationDialog location={open === 'new' ? undefined : open} address={address} onClose={close} />
      )}
    </Panel>
  );
}
