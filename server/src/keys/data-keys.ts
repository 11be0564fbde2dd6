import type { Instant } from '@superbill/engines/model';
import { sql } from 'kysely';
import type { Work } from '../work.ts';
import { type Key, type Keyring, keyFrom, keyIdOf, keyringOf, newKey } from './keyring.ts';

type KeyScope = Pick<Work, 'db' | 'organizationId'> & { keyring: Keyring; now: Instant };

/** The data keys that a transaction has opened; a key it made is forgotten with it when it does not commit. */
const opened = new WeakMap<object, Promise<Keyring>>();

/**
 * The keys that an organization's identifiers are sealed with, the newest last and in use. They are stored wrapped by
 * the keyring (envelope encryption, NIST SP 800-57 part 1, 6.2.1), so that changing a key of the keyring rewraps
 * a few bytes. The first is made when it is asked for.
 */
export function dataKeys({ db, organizationId, system, now }: Work): Promise<Keyring> {
  const known = opened.get(db);
  if (known !== undefined) return known;
  const ring = openDataKeys({ db, organizationId, keyring: system.keyring, now });
  opened.set(db, ring);
  return ring;
}

/** As {@link dataKeys}, with the key that sealed this value also where a rotation made it after the transaction began. */
export async function dataKeysFor(unit: Work, sealed: Uint8Array): Promise<Keyring> {
  const ring = await dataKeys(unit);
  const id = keyIdOf(sealed);
  if (id === undefined || ring.ids.includes(id)) return ring;
  opened.delete(unit.db);
  return dataKeys(unit);
}

/** As {@link dataKeys}, where there is no unit of work; undefined when the organization has none yet. */
export async function readDataKeys({
  db,
  organizationId,
  keyring,
}: Omit<KeyScope, 'now'>): Promise<Keyring | undefined> {
  const rows = await db
    .selectFrom('data_key')
    .select(['data_key_id', 'wrapped'])
    .where('organization_id', '=', organizationId)
    .orderBy('made_at')
    .orderBy('data_key_id')
    .execute();
  if (rows.length === 0) return undefined;
  return keyringOf(
    rows.map((row) => keyFrom(keyring.open(row.wrapped, placeOf(organizationId, row.data_key_id)))),
  );
}

async function openDataKeys(scope: KeyScope): Promise<Keyring> {
  return (await readDataKeys(scope)) ?? keyringOf([await makeDataKey(scope)]);
}

/** Makes the key that seals from now on: it is dated after every other, also where a clock was set back. */
export async function makeDataKey({ db, organizationId, keyring, now }: KeyScope): Promise<Key> {
  const key = newKey();
  await db
    .insertInto('data_key')
    .values({
      organization_id: organizationId,
      data_key_id: key.id,
      wrapped: keyring.seal(key.secret, placeOf(organizationId, key.id)),
      made_at: sql<Instant>`greatest(${now}::timestamptz, (select max(made_at) + interval '1 millisecond'
        from data_key where organization_id = ${organizationId}))`,
    })
    .execute();
  return key;
}

/** Wraps again under the keyring's current key what an older one wrapped; answers how many. */
export async function rewrapDataKeys({
  db,
  organizationId,
  keyring,
}: Omit<KeyScope, 'now'>): Promise<number> {
  const rows = await db
    .selectFrom('data_key')
    .select(['data_key_id', 'wrapped'])
    .where('organization_id', '=', organizationId)
    .forUpdate()
    .execute();
  const old = rows.filter(({ wrapped }) => keyIdOf(wrapped) !== keyring.currentId);
  for (const { data_key_id, wrapped } of old) {
    const place = placeOf(organizationId, data_key_id);
    await db
      .updateTable('data_key')
      .set({ wrapped: keyring.seal(keyring.open(wrapped, place), place) })
      .where('organization_id', '=', organizationId)
      .where('data_key_id', '=', data_key_id)
      .execute();
  }
  return old.length;
}

function placeOf(organizationId: string, dataKeyId: string): string {
  return `${organizationId}/data_key/wrapped/${dataKeyId}`;
}
