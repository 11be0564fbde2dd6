import { Button } from '@mantine/core';
import { type PractitionerView, routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange, useRead } from '../../api/index.ts';
import {
  type Column,
  EmptyState,
  FailedState,
  Grid,
  KeyHint,
  Page,
  personName,
  toast,
  toastProblem,
  useKeys,
} from '../../ui/index.ts';
import { SectionLinks } from '../section-links.tsx';
import { LastDayDialog } from './last-day-dialog.tsx';
import { PractitionerDialog } from './practitioner-dialog.tsx';
import { RowAction } from './row-action.tsx';
import { Standing } from './standing.tsx';
import { practitionerInput, reopened } from './view-input.ts';

type Open = { does: 'add' } | { does: 'correct' | 'end'; practitioner: PractitionerView };

/** Who treats patients here, and who did. */
export default function PractitionersPage() {
  const read = useRead(routes.listPractitioners, {});
  const [open, setOpen] = useState<Open>();
  const add = () => setOpen({ does: 'add' });
  const close = () => setOpen(undefined);
  useKeys([{ key: 'n', does: 'Add a practitioner', run: add }]);
  const end = useChange(routes.changePractitioner, {
    invalidates: [routes.listPractitioners, routes.readPractice],
  });
  const back = (practitioner: PractitionerView, rowVersion = practitioner.rowVersion) =>
    end.mutate(
      {
        params: { practitionerId: practitioner.id },
        body: { practitioner: reopened(practitionerInput(practitioner)), rowVersion },
      },
      {
        onError: toastProblem,
        onSuccess: () => toast({ message: `${personName(practitioner)} works here.` }),
      },
    );
  const columns: Column<PractitionerView>[] = [
    {
      id: 'name',
      heading: 'Name',
      width: '2fr',
      cell: (p) => `${personName(p)}${p.credential ? `, ${p.credential}` : ''}`,
      sort: personName,
    },
    { id: 'npi', heading: 'NPI', width: 110, wide: true, cell: (p) => p.npi, sort: (p) => p.npi },
    {
      id: 'specialty',
      heading: 'Specialty',
      width: '1fr',
      wide: true,
      cell: (p) => p.specialty ?? '',
      sort: (p) => p.specialty,
    },
    { id: 'taxonomy', heading: 'Taxonomy', width: 120, wide: true, cell: (p) => p.taxonomy ?? '' },
    {
      id: 'visits',
      heading: 'Visits',
      width: 70,
      align: 'right',
      wide: true,
      cell: (p) => p.visits.toLocaleString('en-US'),
      sort: (p) => -p.visits,
    },
    { id: 'standing', heading: 'Standing', width: 150, cell: (p) => <Standing {...p} ended="Left" /> },
    {
      id: 'do',
      heading: '',
      width: 84,
      cell: (p) => (
        <RowAction
          name={personName(p)}
          {...(p.effectiveTo
            ? { does: 'Is back', run: () => back(p) }
            : { does: 'Last day', run: () => setOpen({ does: 'end', practitioner: p }) })}
        />
      ),
    },
  ];
  return (
    <Page
      title="Practitioners"
      toolbar={
        <Button onClick={add} rightSection={<KeyHint keys="n" />}>
          Add a practitioner
        </Button>
      }
    >
      <SectionLinks of="practice" />
      {read.error ? (
        <FailedState problem={read.error} retry={read.refetch} />
      ) : (
        <Grid
          label="Practitioners"
          inline
          rows={read.data?.practitioners}
          columns={columns}
          rowId={({ id }) => id}
          onOpen={(practitioner) => setOpen({ does: 'correct', practitioner })}
          empty={
            <EmptyState
              title="No practitioner yet."
              hint="A visit is registered with the one who saw the patient."
            >
              <Button onClick={add}>Add a practitioner</Button>
            </EmptyState>
          }
        />
      )}
      {(open?.does === 'add' || open?.does === 'correct') && (
        <PractitionerDialog
          practitioner={open.does === 'correct' ? open.practitioner : undefined}
          onClose={close}
        />
      )}
      {open?.does === 'end' && (
        <LastDayDialog
          title={`Last day of ${personName(open.practitioner)}`}
          confirm="Save"
          busy={end.isPending}
          problem={end.error}
          onClose={() => {
            end.reset();
            close();
          }}
          onConfirm={(effectiveTo) =>
            end.mutate(
              {
                params: { practitionerId: open.practitioner.id },
                body: {
                  practitioner: { ...practitionerInput(open.practitioner), effectiveTo },
                  rowVersion: open.practitioner.rowVersion,
                },
              },
              {
                onSuccess: ({ rowVersion }) => {
                  toast({
                    message: 'The last day is set. Signing in is ended apart, under People.',
                    undo: () => back(open.practitioner, rowVersion),
                  });
                  close();
                },
              },
            )
          }
        >
          Visits up to the last day stay and are billed as always. Later ones cannot be registered.
        </LastDayDialog>
      )}
    </Page>
  );
}
