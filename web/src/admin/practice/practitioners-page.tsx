import { Button } from '@mantine/core';
import { type PractitionerView, routes } from '@superbill/contract';
import { useState } from 'react';
import { type InputOf, useChange, useRead } from '../../api/index.ts';
import { type Column, EmptyState, KeyHint, Page, personName, useKeys } from '../../ui/index.ts';
import { SectionLinks } from '../section-links.tsx';
import { LastingList } from './lasting-list.tsx';
import { PractitionerDialog } from './practitioner-dialog.tsx';
import { useLastDay } from './use-last-day.ts';
import { practitionerInput, reopened } from './view-input.ts';

/** The one being corrected, or a new one. */
type Open = PractitionerView | 'new';

/** Who treats patients here, and who did. */
export default function PractitionersPage() {
  const read = useRead(routes.listPractitioners, {});
  const [open, setOpen] = useState<Open>();
  const add = () => setOpen('new');
  const close = () => setOpen(undefined);
  useKeys([{ key: 'n', does: 'Add a practitioner', run: add }]);
  const lastDay = useLastDay<PractitionerView, InputOf<typeof routes.changePractitioner>>({
    change: useChange(routes.changePractitioner, {
      invalidates: [routes.listPractitioners, routes.readPractice],
    }),
    input: (practitioner, last, rowVersion) => ({
      params: { practitionerId: practitioner.id },
      body: { practitioner: { ...reopened(practitionerInput(practitioner)), ...last }, rowVersion },
    }),
    saysEnded: () => 'The last day is set. Signing in is ended apart, under People.',
    saysBack: (one) => `${personName(one)} works here.`,
  });
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
      <LastingList
        label="Practitioners"
        read={read}
        rows={read.data?.practitioners}
        columns={columns}
        nameOf={personName}
        lastDay={lastDay}
        words={{
          ended: 'Left',
          end: 'Last day',
          takeUp: 'Is back',
          title: (one) => `Last day of ${personName(one)}`,
          afterwards: () =>
            'Visits up to the last day stay and are billed as always. Later ones cannot be registered.',
          confirm: 'Save',
        }}
        onOpen={setOpen}
        empty={
          <EmptyState
            title="No practitioner yet."
            hint="A visit is registered with the one who saw the patient."
          >
            <Button onClick={add}>Add a practitioner</Button>
          </EmptyState>
        }
      />
      {open && <PractitionerDialog practitioner={open === 'new' ? undefined : open} onClose={close} />}
    </Page>
  );
}
