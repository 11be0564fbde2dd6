import type { Database } from '@superbill/server/db/connect';
import { inTransaction } from '@superbill/server/db/connect';
import { newId } from '@superbill/server/ids';
import { sql } from 'kysely';
import { Dice } from '../scripts/dice.ts';
import type { World } from '../test/world.ts';

/** People at each desk, besides the one of each role that every practice of the tests has. */
const team = { coder: 9, biller: 7, 'front-desk': 3 } as const;
/** Visits by where they stand; each of `query` waits for an answer. */
const visits = {
  documentation: 600,
  coding: 2000,
  billing: 1600,
  'follow-up': 500,
  query: 200,
  closed: 5000,
} as const;
const waitingFiles = 100;
const patients = 2000;
const deskOf = {
  documentation: 'front-desk',
  coding: 'coder',
  billing: 'biller',
  'follow-up': 'biller',
} as const;

/**
 * Fills a practice with nineteen more people at three desks and 5,000 open items, two of three of them somebody's and more of them
 * the first people's; with one to three documents to a visit, charges, two weeks of measured work and 5,000 visits that
 * are closed. All days lie before the practice's today.
 */
export async function fillBoard({ db }: Pick<Database, 'db'>, world: World): Promise<void> {
  const { organizationId, practitionerId, locationId, staff } = world;
  const dice = new Dice(24);
  const now = world.system.clock.now();
  const people = Object.entries(team).flatMap(([role, count]) =>
    Array.from({ length: count }, (_, at) => ({ id: newId(), role, name: `Example ${role} ${at + 2}` })),
  );
  const at = (desk: string) => [
    staff[desk as keyof typeof team].userId,
    ...people.filter(({ role }) => role === desk).map(({ id }) => id),
  ];
  const own = new Map(Object.keys(team).map((desk) => [desk, at(desk)]));
  const owner = (queue: string) => {
    const ids = own.get(deskOf[queue as keyof typeof deskOf]) ?? [];
    if (ids.length === 0 || dice.oneIn(3)) return null;
    return ids[Math.min(dice.below(ids.length), dice.below(ids.length))] ?? null;
  };
  const known = Array.from({ length: patients }, (_, number) => ({ id: newId(), number, coverage: newId() }));
  const made = Object.entries(visits).flatMap(([queue, count]) =>
    Array.from({ length: count }, () => ({
      id: newId(),
      queue,
      owner: owner(queue),
      patient: dice.pick(known).id,
      daysAgo: dice.between(1, queue === 'closed' ? 300 : 12),
      charge: newId(),
      question: newId(),
      documents: Array.from({ length: dice.between(1, 3) }, () => ({
        id: newId(),
        size: dice.between(300, 9000),
      })),
    })),
  );
  const spans = [...own.values()].flat().flatMap((user) =>
    Array.from({ length: 200 }, () => ({
      id: newId(),
      user,
      subject: dice.pick(made).id,
      minutesAgo: dice.between(10, 14 * 24 * 60),
      seconds: dice.between(60, 1500),
    })),
  );
  const documents = made.flatMap(({ id: visit, daysAgo, documents: some }) =>
    some.map((one) => ({ ...one, visit, daysAgo })),
  );
  await inTransaction(db, { organizationId }, async (tx) => {
    await sql`insert into app_user (organization_id, user_id, login, name)
      select ${organizationId}, id, id::text, name from ${rows(people, 'id uuid, name text')}`.execute(tx);
    await sql`insert into user_role (organization_id, user_id, role)
      select ${organizationId}, id, role from ${rows(people, 'id uuid, role text')}`.execute(tx);
    await sql`insert into patient (organization_id, patient_id, record_number, first_name, last_name, birth_date, sex,
        created_at)
      select ${organizationId}, id, 'B' || number, 'Example', 'Person ' || number, '1970-01-01', 'F', ${now}
      from ${rows(known, 'id uuid, number integer')}`.execute(tx);
    await sql`insert into coverage (organization_id, coverage_id, patient_id, payer_id, benefit_order, member_id,
        relationship, effective_from)
      select ${organizationId}, coverage, id, ${world.payerId}, 1, 'EX' || number, 'self', '2020-01-01'
      from ${rows(known, 'id uuid, number integer, coverage uuid')}`.execute(tx);
    await sql`insert into encounter (organization_id, encounter_id, patient_id, practitioner_id, location_id,
        service_date, place_of_service, queue, queue_since, owner_id, created_at)
      select ${organizationId}, id, patient, ${practitionerId}, ${locationId}, ${now}::date - "daysAgo", '11', queue,
        ${now}::timestamptz - "daysAgo" * interval '1 day', owner, ${now}::timestamptz - "daysAgo" * interval '1 day'
      from ${rows(made, 'id uuid, patient uuid, queue text, owner uuid, "daysAgo" integer')}`.execute(tx);
    await sql`insert into document (organization_id, document_id, encounter_id, kind, title, created_at)
      select ${organizationId}, id, visit, 'note', 'Visit', ${now} from ${rows(documents, 'id uuid, visit uuid')}`.execute(
      tx,
    );
    await sql`insert into document_version (organization_id, document_id, version, text, created_at)
      select ${organizationId}, id, 1, left(repeat('Blood pressure 152/94 again today. ', 300), size), ${now}
      from ${rows(documents, 'id uuid, size integer')}`.execute(tx);
    await sql`insert into charge (organization_id, charge_id, encounter_id, procedure, wording, units, charge_cents,
        service_date, entered_by, entered_at)
      select ${organizationId}, charge, id, case when "daysAgo" % 5 = 0 then '70551' else '99213' end, 'Office visit', 1,
        15000, ${now}::date - "daysAgo", ${staff.biller.userId}, ${now}
      from ${rows(made, 'id uuid, queue text, charge uuid, "daysAgo" integer')}
      where queue in ('billing', 'follow-up', 'closed')`.execute(tx);
    await sql`insert into query (organization_id, query_id, encounter_id, practitioner_id, question, options, asked_by,
        asked_at)
      select ${organizationId}, question, id, ${practitionerId}, 'Is it controlled?', '[]', ${staff.coder.userId},
        ${now}::timestamptz - "daysAgo" * interval '1 day'
      from ${rows(made, 'id uuid, queue text, question uuid, "daysAgo" integer')} where queue = 'query'`.execute(
      tx,
    );
    await sql`insert into inbound_file (organization_id, inbound_file_id, file_name, content, sha256, received_at, kind,
        state)
      select ${organizationId}, gen_random_uuid(), number || '.835', 'ISA', md5(number::text), ${now}, '835', 'waiting'
      from generate_series(1, ${waitingFiles}::integer) as number`.execute(tx);
    await sql`insert into work_span (organization_id, span_id, user_id, hat, kind, subject_id, setting, documents, pages,
        expected_minutes, started_at, last_seen_at, active_seconds, ended_at, ended_how)
      select ${organizationId}, id, "user", 'coder', 'code-visit', subject, 'outpatient', 1, 1, 8, at, at, seconds,
        at + seconds * interval '1 second', 'left'
      from ${rows(spans, 'id uuid, "user" uuid, subject uuid, seconds integer, "minutesAgo" integer')},
        lateral (select ${now}::timestamptz - "minutesAgo" * interval '1 minute' as at) began`.execute(tx);
  });
  await sql`vacuum analyze`.execute(db);
}

function rows(list: readonly object[], columns: string) {
  return sql`jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as row (${sql.raw(columns)})`;
}
