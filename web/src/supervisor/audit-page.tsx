import { Button, Select, TextInput } from '@mantine/core';
import { type ResponseOf, roleCatalog, routes } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import { useState } from 'react';
import { useRead, useSession } from '../api/index.ts';
import { addressOf } from '../api/request.ts';
import { useSearchPart } from '../router/use-place.ts';
import { type Column, DateField, EmptyState, FailedState, Grid, InstantText, Page } from '../ui/index.ts';

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
    id: 'outcome',
    heading: 'Ended',
    width: 84,
    wide: true,
    cell: (e) => (e.outcome === 'refused' ? 'Refused' : ''),
    sort: (e) => e.outcome,
  },
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

/** Who looked at or changed what, newest first, a page at a time; of a person, a patient, an action, some days. */
export default function AuditPage() {
  const { may } = useSession();
  const [kept, keep] = useSearchPart('patient');
  const [userId, setUserId] = useState<string | null>(null);
  const [action, setAction] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<string | null>(null);
  const [from, setFrom] = useState<IsoDate | ''>('');
  const [to, setTo] = useState<IsoDate | ''>('');
  const patientId = kept !== undefined && /^[0-9a-f-]{36}$/i.test(kept) ? kept : undefined;
  const [before, setBefore] = useState<number[]>([]);
  const choices = useRead(routes.listAuditActors, {}, { freshFor: 60_000 });
  const wanted = {
    patientId,
    userId: userId ?? undefined,
    action: action ?? undefined,
    outcome: outcome === 'done' || outcome === 'refused' ? outcome : undefined,
    from: from === '' ? undefined : from,
    to: to === '' ? undefined : to,
  } as const;
  const read = useRead(
    routes.listAudit,
    { query: { ...wanted, before: before.at(-1), limit: perPage } },
    { keepPrevious: true },
  );
  /** Another question starts at the newest row. */
  const anew =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      setBefore([]);
      set(value);
    };
  const only = anew(keep);
  const events = read.data?.events;
  const oldest = events?.at(-1)?.sequence;
  return (
    <Page
      title="Audit"
      fill
      detail="Newest first; opening a row shows only that patient"
      toolbar={
        <>
          <Select
            aria-label="Only of one person"
            placeholder="Who"
            clearable
            searchable
            w={150}
            data={choices.data?.people.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            value={userId}
            onChange={anew(setUserId)}
          />
          <Select
            aria-label="Only one action"
            placeholder="Did"
            clearable
            searchable
            w={150}
            data={choices.data?.actions ?? []}
            value={action}
            onChange={anew(setAction)}
          />
          <Select
            aria-label="Only by how it ended"
            placeholder="Ended"
            clearable
            w={110}
            data={['done', 'refused']}
            value={outcome}
            onChange={anew(setOutcome)}
          />
          <DateField label="From" value={from} onChange={anew(setFrom)} />
          <DateField label="To" value={to} onChange={anew(setTo)} />
          <TextInput
            aria-label="Only of the patient with this id"
            placeholder="Patient: paste the id"
            w={170}
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
          {may('audit.export') &&
            (['csv', 'jsonl'] as const).map((format) => (
              <Button
                key={format}
                component="a"
                variant="default"
                href={addressOf(routes.exportAudit, { query: { ...wanted, format } })}
                download
              >
                {format === 'csv' ? 'As a table (CSV)' : 'With hashes'}
              </Button>
            ))}
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
  return Object.entries(roleCatalog).find(([role]) => role === hat)?.[1].name ?? hat;
}
