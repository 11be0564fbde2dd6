import type { Instant } from '@superbill/engines/model';
import { addMilliseconds } from '@superbill/engines/model';
import { type AuditRow, canonicalJson, hashRow } from '@superbill/server/audit/append';
import type { Db } from '@superbill/server/db/connect';
import { sql } from 'kysely';

const batch = 5000;
/** A row every 25 seconds: a million are three hundred days. */
const everyMs = 25_000;
const acts = [
  ...[
    'encounter.read',
    'claim.read',
    'patient.read',
    'document.read',
    'charge.add',
    'code.assign',
    'claim.submit',
  ],
  ...[
    'claim.list',
    'encounter.list',
    'statement.make',
    'remit.read',
    'coverage.add',
    'query.ask',
    'trace.read',
  ],
];

/** Whose acts a long trail tells, and of which patients. */
export interface Cast {
  organizationId: string;
  people: readonly string[];
  patients: readonly string[];
}

/**
 * Makes an organization's trail this long, as a year of work would: rows of many people, patients and acts, the last
 * patient of the list seen rarely, one act in fifty refused. Each is chained as the product chains it.
 */
export async function lengthenTrail(db: Db, { organizationId, people, patients }: Cast, rows: number) {
  await db.transaction().execute(async (tx) => {
    await sql`select set_config('app.organization_id', ${organizationId}, true)`.execute(tx);
    const head = await tx
      .selectFrom('audit_head')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .executeTakeFirstOrThrow();
    let { sequence, hash } = head;
    let at = '2026-01-05T08:00:00.000Z' as Instant;
    if (sequence > 100) at = addMilliseconds(at, sequence * everyMs);
    while (sequence < rows) {
      const made: (AuditRow & { previous: string; hash: string })[] = [];
      while (made.length < batch && sequence < rows) {
        sequence += 1;
        at = addMilliseconds(at, everyMs);
        const row: AuditRow = {
          organizationId,
          sequence,
          at,
          userId: pick(people, sequence * 7),
          hat: 'biller',
          action: pick(acts, sequence * 13 + (sequence >> 5)),
          subjectKind: 'encounter',
          subjectId: pick(patients, sequence * 31),
          patientId: pick(patients, sequence * 31),
          detail: canonicalJson({ count: sequence % 100 }),
          outcome: sequence % 50 === 0 ? 'refused' : 'done',
          route: 'readEncounter',
          requestId: pick(patients, sequence * 17),
        };
        const previous = hash;
        hash = hashRow(previous, row);
        made.push({ ...row, previous: previous.toString('hex'), hash: hash.toString('hex') });
      }
      await sql`insert into audit_event (organization_id, sequence, at, user_id, hat, action, subject_kind, subject_id,
          patient_id, detail, outcome, route, request_id, previous_hash, hash)
        select "organizationId", sequence, at, "userId", hat, action, "subjectKind", "subjectId", "patientId",
          detail::jsonb, outcome, route, "requestId", decode(previous, 'hex'), decode(hash, 'hex')
        from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as row ("organizationId" uuid, sequence bigint,
          at timestamptz, "userId" uuid, hat text, action text, "subjectKind" text, "subjectId" text, "patientId" uuid,
          detail text, outcome text, route text, "requestId" uuid, previous text, hash text)`.execute(tx);
    }
    await tx
      .updateTable('audit_head')
      .set({ sequence, hash })
      .where('organization_id', '=', organizationId)
      .execute();
  });
  await sql`vacuum analyze audit_event`.execute(db);
}

function pick<T>(list: readonly T[], at: number): T {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}
