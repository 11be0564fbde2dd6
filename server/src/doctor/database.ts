import type { DoctorFinding } from '@superbill/contract';
import type pg from 'pg';
import { checkDatabase } from '../db/health.ts';
import { fault, fine, warning } from './finding.ts';

/** How the database is: version, speed, schema, roles, fences and indexes. */
export async function examineDatabase(pool: pg.Pool, now: string): Promise<DoctorFinding[]> {
  const health = await checkDatabase(pool);
  const { rows } = await pool.query<Facts>(facts);
  const [found] = rows;
  if (!found) throw new Error('the catalogs gave no answer');
  return [
    fine('database', `PostgreSQL ${health.version} answers in ${health.roundTripMs.toFixed(1)} ms.`),
    health.isDurable
      ? fine('durability', 'What is committed is on the disk.')
      : fault('durability', 'fsync or synchronous_commit is off: a power cut loses work.', 'Turn both on.'),
    health.pending.length === 0
      ? fine('schema', 'The schema is the one of this program.')
      : warning(
          'schema',
          `${health.pending.length} migrations are waiting.`,
          'Back up, then start Superbill.',
        ),
    checkRole(found),
    checkFences(found),
    found.invalid.length === 0
      ? fine('indexes', 'Every index is valid.')
      : fault('indexes', `Not valid: ${found.invalid.join(', ')}.`, 'Run REINDEX INDEX for each of them.'),
    checkClock(now, found.now),
  ];
}

interface Facts {
  now: string;
  bypasses: boolean;
  canStepDown: boolean;
  open: string[];
  disabled: string[];
  invalid: string[];
}

const facts = `select
  to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now,
  (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as bypasses,
  exists (select from pg_roles where rolname = 'superbill_app')
    and pg_has_role(current_user, 'superbill_app', 'member') as "canStepDown",
  array(select relname::text from pg_class c join pg_attribute a on attrelid = c.oid and attname = 'organization_id'
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'sign_in_directory'
          and not (relrowsecurity and relforcerowsecurity) order by 1) as open,
  array(select distinct tgrelid::regclass::text from pg_trigger
        where not tgisinternal and tgenabled = 'D' order by 1) as disabled,
  array(select indexrelid::regclass::text from pg_index where not indisvalid) as invalid`;

function checkRole({ bypasses, canStepDown }: Facts): DoctorFinding {
  if (!canStepDown)
    return fault(
      'roles',
      'The database user may not become superbill_app.',
      'As an administrator of the server run: grant superbill_app to that user.',
    );
  if (bypasses)
    return warning(
      'roles',
      'The database user is a superuser or passes row-level security: outside of transactions no fence binds it.',
      'Use a role of its own that owns the database and is no superuser.',
    );
  return fine('roles', 'The database user owns the schema and is bound by its fences.');
}

function checkFences({ open, disabled }: Facts): DoctorFinding {
  if (open.length > 0)
    return fault(
      'fences',
      `Row-level security does not bind ${open.join(', ')}.`,
      'Find out who changed it; run: alter table … enable row level security, force row level security.',
    );
  if (disabled.length > 0)
    return fault(
      'fences',
      `Triggers are switched off on ${disabled.join(', ')}.`,
      'Find out who did it, run superbill verify, then: alter table … enable trigger user.',
    );
  return fine('fences', 'Every table is fenced, every trigger is on.');
}

/** Seconds by which the clocks of this machine and the database may differ. */
const tolerated = 5;

export function checkClock(machine: string, database: string): DoctorFinding {
  const seconds = Math.abs(Date.parse(machine) - Date.parse(database)) / 1000;
  if (seconds <= tolerated) return fine('clock', 'This machine and the database agree on the time.');
  return warning(
    'clock',
    `This machine and the database are ${Math.round(seconds)} s apart.`,
    'Let both follow a time server.',
  );
}
