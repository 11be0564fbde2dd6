import { Button } from '@mantine/core';
import { type LocationView, routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange, useRead } from '../../api/index.ts';
import {
  type AddressInput,
  type Column,
  EmptyState,
  FailedState,
  Grid,
  KeyHint,
  Panel,
  toast,
  toastProblem,
  useKeys,
} from '../../ui/index.ts';
import { LastDayDialog } from './last-day-dialog.tsx';
import { LocationDialog } from './location-dialog.tsx';
import { RowAction } from './row-action.tsx';
import { isEnded, Standing } from './standing.tsx';
import { locationInput, reopened } from './view-input.ts';

type Open = { does: 'add' } | { does: 'correct' | 'close'; location: LocationView };

const changed = [routes.listLocations, routes.readPractice];

/** Where patients are seen; Enter corrects the row in focus. */
export function LocationsPanel({ address }: { address: AddressInput }) {
  const read = useRead(routes.listLocations, {});
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const add = () => setOpen({ does: 'add' });
  useKeys([{ key: 'n', does: 'Add a location', run: add }]);
  const reopen = useChange(routes.changeLocation, { invalidates: changed });
  const end = useChange(routes.changeLocation, { invalidates: changed });
  const takeUp = (location: LocationView, rowVersion = location.rowVersion) =>
    reopen.mutate(
      {
        params: { locationId: location.id },
        body: { location: reopened(locationInput(location)), rowVersion },
      },
      { onError: toastProblem, onSuccess: () => toast({ message: `${location.name} is in use.` }) },
    );

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
    { id: 'standing', heading: 'Standing', width: 150, cell: (l) => <Standing {...l} ended="Closed" /> },
    {
      id: 'do',
      heading: '',
      width: 84,
      cell: (l) => (
        <RowAction
          name={l.name}
          {...(l.effectiveTo
            ? { does: 'Use again', run: () => takeUp(l) }
            : { does: 'Close', run: () => setOpen({ does: 'close', location: l }) })}
        />
      ),
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
      {read.error ? (
        <FailedState problem={read.error} retry={read.refetch} />
      ) : (
        <Grid
          label="Locations"
          inline
          rows={read.data?.locations}
          columns={columns}
          rowId={({ id }) => id}
          onOpen={(location) => setOpen({ does: 'correct', location })}
          empty={<EmptyState title="No location yet." hint="A visit is registered at one." />}
        />
      )}
      {(open?.does === 'add' || open?.does === 'correct') && (
        <LocationDialog
          location={open.does === 'correct' ? open.location : undefined}
          address={address}
          onClose={close}
        />
      )}
      {open?.does === 'close' && (
        <LastDayDialog
          title={`Close ${open.location.name}`}
          confirm="Close"
          busy={end.isPending}
          problem={end.error}
          onClose={() => {
            end.reset();
            close();
          }}
          onConfirm={(effectiveTo) =>
            end.mutate(
              {
                params: { locationId: open.location.id },
                body: {
                  location: { ...locationInput(open.location), effectiveTo },
                  rowVersion: open.location.rowVersion,
                },
              },
              {
                onSuccess: ({ rowVersion }) => {
                  const ended = isEnded({ effectiveTo });
                  toast({
                    message: ended
                      ? `${open.location.name} is closed.`
                      : `${open.location.name} closes after its last day.`,
                    undo: () => takeUp(open.location, rowVersion),
                  });
                  close();
                },
              },
            )
          }
        >
          Visits up to the last day stay and can still be registered; later ones cannot.
        </LastDayDialog>
      )}
    </Panel>
  );
}
