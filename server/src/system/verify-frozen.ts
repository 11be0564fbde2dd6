import type { Check } from '@superbill/contract';
import type { Claim } from '@superbill/engines/model';
import { sql } from 'kysely';
import { readDataKeys } from '../keys/data-keys.ts';
import { type Keyring, SealError } from '../keys/keyring.ts';
import { hashOf, openWith, rowId } from '../keys/sealed.ts';
import { outcome, type Scope } from './check.ts';

/** Versions read at once. */
const page = 500;

/** A version that was sent, and what its stored lines add up to. */
interface Frozen extends Record<string, unknown> {
  claim_id: string;
  version: number;
  control_number: string;
  content: unknown;
  sealed: Buffer | null;
  content_sha256: Buffer | null;
  lines: number;
  charge: number;
}

/**
 * Every sent claim has its version frozen in exactly one file, unchanged by its hash, with the lines that it says. What
 * a version says is sealed: without the keyring only those are compared that an older release left in clear.
 */
export async function verifySentClaims(scope: Scope, keyring?: Keyring): Promise<Check> {
  const { db, organizationId } = scope;
  const sent = await sql<{ control_number: string; frozen: number }>`
    select c.control_number, count(v.version)::integer as frozen
    from claim c left join claim_version v
      on (v.organization_id, v.claim_id, v.version) = (c.organization_id, c.claim_id, c.version)
      and v.interchange_id is not null
    where c.organization_id = ${organizationId} and c.state in ('sent', 'accepted', 'rejected', 'paid', 'denied')
    group by c.organization_id, c.claim_id`.execute(db);
  const faults = sent.rows
    .filter(({ frozen }) => frozen !== 1)
    .map(({ control_number: number }) => `claim ${number} was sent but is frozen in no file`);
  const ring = keyring && (await orNothing(() => readDataKeys({ ...scope, keyring })));
  let after = sql``;
  for (;;) {
    const versions = await readFrozen(scope, after);
    for (const version of versions) {
      const fault = version.sealed !== null && !keyring ? undefined : await faultOf(scope, version, ring);
      if (fault !== undefined) faults.push(fault);
    }
    const last = versions.at(-1);
    if (!last || versions.length < page) break;
    after = sql`and (v.claim_id, v.version) > (${last.claim_id}, ${last.version})`;
  }
  return outcome('sent-claims-frozen', {
    looked: `${sent.rows.length} claims that were sent`,
    faults,
    next: 'Compare the claim with the file that was sent.',
  });
}

async function readFrozen({ db, organizationId }: Scope, after: ReturnType<typeof sql>): Promise<Frozen[]> {
  const { rows } = await sql<Frozen>`
    select c.control_number, v.claim_id, v.version, v.content, v.sealed, v.content_sha256,
      count(l.line_number)::integer as lines, coalesce(sum(l.charge_cents), 0)::bigint as charge
    from claim_version v join claim c using (organization_id, claim_id)
    left join claim_line l
      on (l.organization_id, l.claim_id, l.version) = (v.organization_id, v.claim_id, v.version)
    where v.organization_id = ${organizationId} and v.interchange_id is not null ${after}
    group by c.control_number, v.organization_id, v.claim_id, v.version
    order by v.claim_id, v.version limit ${sql.lit(page)}`.execute(db);
  return rows;
}

async function faultOf(
  { organizationId }: Scope,
  row: Frozen,
  ring: Keyring | undefined,
): Promise<string | undefined> {
  const { sealed, control_number: number, version } = row;
  const values = await orNothing(async () =>
    sealed === null
      ? { content: row.content }
      : ring && openWith(ring, organizationId, 'claim_version', rowId('claim_version', row), sealed),
  );
  if (!values) return `what was sent of claim ${number}, version ${version}, does not open`;
  const claim = values.content as Claim;
  const hash = row.content_sha256;
  const asFrozen = hash === null || hash.equals(hashOf('claim_version', values));
  if (asFrozen && claim.lines.length === row.lines && claim.charge === row.charge) return undefined;
  return `the lines of claim ${number}, version ${version}, are not those that were sent`;
}

async function orNothing<T>(open: () => Promise<T>): Promise<T | undefined> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    return undefined;
  }
}
