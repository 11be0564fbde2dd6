import { Button, TextInput } from '@mantine/core';
import { type ResponseOf, roleNames, routes } from '@superbill/contract';
import { useState } from 'react';
import { useRead } from '../api/index.ts';
import { useSearchPart } from '../router/use-place.ts';
import { type Column, EmptyState, FailedState, Grid, InstantText, Page } from '../ui/index.ts';

type AuditEvent = ResponseOf<typeof routes.listAudit>['events'][number];

const columns: Column<AuditEvent>[] = [
  { id: 'number', heading: 'Number', width: 84, align: 'right', wide: true, cell: (e) => e.sequence },
  { id: 'at', heading: 'When', width: 174, cell: (e) => <InstantText at={e.at} /> },
  {
    id: 'who',
    heading: 'Who',
    width: '1fr',
    cell: (e) => e.userName ?? 'The system',
    sort: (e) => e.userName,
  },
  { id: 'hat', heading: 'Hat', width: 110, wide: true, cell: (e) => hatName(e.hat), sort: (e) => e.hat },
  { id: 'action', heading: 'Did', width: '1fr', cell: (e) => e.action, sort: (e) => e.action },
  {
    id: 'kind',
    heading: 'To',
    width: 120,
    wide: true,
    cell: (e) => e.subjectKind,
    sort: (e) => e.subjectKind,
  },
  { id: 'subject', heading: 'Id', width: '2fr', wide: true, cell: (e) => e.subjectId },
];

const perPage = 500;

/** Who looked at or changed what, newest first, a page at a time; one patient's, when asked for. */
export default function AuditPage() {
  const [kept, keep] = useSearchPart('patient');
  const patientId = kept !== undefined && /^[0-9a-f-]{36}$/i.test(kept) ? kept : undefined;
  const [before, setBefore] = useState<number[]>([]);
  const read = useRead(
    routes.listAudit,
    { query: { patientId, before: before.at(-1), limit: perPage } },
    { keepPrevious: true },
  );
  const only = (patient: string) => {
    setBefore([]);
    keep(patient);
  };
  const events = read.data?.events;
  const oldest = events?.at(-1)?.sequence;
  return (
    <Page
      title="Audit"
      fill
      detail="Newest first; opening a row shows only that patient"
      toolbar={
        <>
          <TextInput
            aria-label="Only of the patient with this id"
            placeholder="Only of one patient: paste the id"
            w={270}
            value={kept ?? ''}
            error={kept !== undefined && patientId === undefined ? 'This is no id.' : undefined}
            onChange={({ currentTarget }) => only(currentTarget.value.trim())}
          />
          <Button
            variant="default"
            disabled={before.length === 0}
            onClick={() => setBefore(before.slice(0, -1))}
          >
            Newer
          </Button>
          <Button
            variant="default"
            disabled={!read.data?.more}
            onClick={() => oldest !== undefined && setBefore([...before, oldest])}
          >
            Older
          </Button>
        </>
      }
    >
      {read.error ? (
        <FailedState problem={read.error} retry={read.refetch} />
      ) : (
        <Grid
          label="Audit"
          rows={events}
          columns={columns}
          rowId={({ sequence }) => String(sequence)}
          onOpen={(event) => event.patientId && only(event.patientId)}
          empty={
            <EmptyState title="Nothing is recorded." hint="Every access to a patient's data adds a row." />
          }
        />
      )}
    </Page>
  );
}

function hatName(hat: string | null): string | null {
  if (hat === 'system') return null;
  return Object.entries(roleNames).find(([role]) => role === hat)?.[1] ?? hat;
}
