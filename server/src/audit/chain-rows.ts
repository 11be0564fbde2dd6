import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Work } from '../work.ts';
import { bigintAt, CoveredBytes } from './covered-bytes.ts';

const perPage = 5000;

/** A row of a chain. */
export interface ChainRow {
  sequence: number;
  /** What its fields and the row before it really give. */
  hash: Buffer;
  /** Whether both hashes that it holds are the ones that were computed. */
  isWhole: boolean;
}

/**
 * The rows of an unbroken chain, page after page; whoever finds a break stops. The next page is on its way while one is
 * hashed: where it begins is known beforehand.
 */
export async function* readChain(
  scope: Pick<Work, 'db' | 'organizationId'>,
  genesis: Uint8Array,
): AsyncGenerator<ChainRow[]> {
  let previous = genesis;
  let ahead = readAhead(scope, 0);
  try {
    for (let after = perPage; ; after += perPage) {
      const page = await ahead;
      if (page === null) return;
      ahead = readAhead(scope, after);
      // Lets the question out before the hashing, and others of this process have their turn.
      await setImmediate();
      const rows = hashRows(page, scope.organizationId, previous);
      previous = rows.at(-1)?.hash ?? previous;
      yield rows;
    }
  } finally {
    await ahead;
  }
}

/** A page whose failure waits, as its rows do, until it is asked for: whoever reads the one before may take their time. */
function readAhead(scope: Pick<Work, 'db' | 'organizationId'>, after: number): Promise<Buffer | null> {
  const page = readPage(scope, after);
  page.catch(() => undefined);
  return page;
}

/**
 * Rows in the database's own binary form, end to end in one value, which takes a fraction of the work of a value for
 * each field: the fields that a hash covers, in its order, then the two hashes. Null where there are none.
 */
async function readPage({ db, organizationId }: Pick<Work, 'db' | 'organizationId'>, after: number) {
  const { rows } = await sql<{ page: Buffer | null }>`
    select string_agg(record_send(row(sequence, at, user_id, hat, action, subject_kind, subject_id, patient_id, detail,
      outcome, route, request_id, previous_hash, hash)), '' order by sequence) as page
    from (select * from audit_event where organization_id = ${organizationId} and sequence > ${after}
      order by sequence limit ${perPage}) page`.execute(db);
  return rows[0]?.page ?? null;
}

/** Where fields stand that are not treated like the others. */
const sequenceAt = 0;
const outcomeAt = 9;
const previousHashAt = 12;
const hashAt = 13;
const fieldsOfRow = 14;

const covered = new CoveredBytes();

/** Hashes each row as `hashRow` does, from its own fields and the hash of the row before it, not the stored one. */
function hashRows(page: Buffer, organizationId: string, first: Uint8Array): ChainRow[] {
  const rows: ChainRow[] = [];
  let previous = first;
  let at = 0;
  while (at < page.length) {
    covered.start(previous, organizationId);
    const fields = page.readInt32BE(at);
    at += 4;
    let sequence = Number.NaN;
    let isOlder = false;
    let isWhole = false;
    let hashLength = 0;
    if (fields !== fieldsOfRow) throw new RangeError(`a row of ${fields} fields is none of a chain`);
    for (let index = 0; index < fields; index += 1) {
      const type = page.readInt32BE(at);
      const length = page.readInt32BE(at + 4);
      at += 8;
      if (index === sequenceAt) sequence = bigintAt(page, at);
      // A row of before outcomes were written: its hash covers the fields up to there alone.
      if (index === outcomeAt) isOlder = length === -1;
      if (index === previousHashAt) isWhole = length === previous.length && standsAt(page, at, previous);
      else if (index === hashAt) hashLength = length;
      else if (!isOlder) covered.add(page, type, at, length);
      at += Math.max(0, length);
    }
    const hash = covered.hash();
    isWhole &&= hashLength === hash.length && standsAt(page, at - hashLength, hash);
    rows.push({ sequence, hash, isWhole });
    previous = hash;
  }
  return rows;
}

function standsAt(page: Buffer, at: number, bytes: Uint8Array): boolean {
  for (let n = 0; n < bytes.length; n += 1) if (page[at + n] !== bytes[n]) return false;
  return true;
}
