import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import type { World } from '../../../test/world.ts';
import { changeProvider } from '../auth/provider/store.ts';
import { startTotp } from '../auth/totp.ts';
import { writeLetter } from '../mail/letters.ts';
import { verifyOrganization } from '../system/verify.ts';
import { aFullWorld, readAll } from './full-world.fixture.ts';
import { countKeyUses } from './key-use.ts';
import { type Key, type Keyring, keyringOf, newKey } from './keyring.ts';
import { rotateRows } from './seal-rows.ts';

const { db } = await testDatabase();

/** Also what the keyring itself seals: a second factor, a letter, a provider's secret. */
async function aSealedWorld(keyring: Keyring) {
  const full = await aFullWorld(db, { keyring });
  await full.world.as('administrator', async (unit) => {
    await startTotp(unit, unit.userId, { login: 'ada', organization: 'Example' });
    await writeLetter(unit, {
      userId: unit.userId,
      kind: 'notice',
      letter: { to: 'ada@example.org', subject: 'Example', text: 'Example' },
    });
    await changeProvider(unit, {
      label: 'Example',
      issuer: 'https://id.example.org',
      clientId: 'superbill',
      clientSecret: 'zq-secret',
      enabled: true,
      rowVersion: 0,
    });
  });
  return full;
}

/** A system with these keys, that is killed when it would seal or begin for the nth time. */
function killedAt(world: World, keys: readonly Key[], nth: number): World['system'] {
  let left = nth;
  const step = () => {
    if (left === 0) throw new Error('killed');
    left -= 1;
  };
  const ring = keyringOf(keys);
  return {
    ...world.system,
    keyring: {
      ...ring,
      seal(plain, context) {
        step();
        return ring.seal(plain, context);
      },
    },
    clock: {
      ...world.system.clock,
      now() {
        step();
        return world.system.clock.now();
      },
    },
  };
}

const dataKeyIds = ({ as }: World) =>
  as('administrator', async (unit) => {
    const rows = await unit.db.selectFrom('data_key').select('data_key_id').orderBy('made_at').execute();
    return rows.map((row) => row.data_key_id);
  });

// The clock stands still all the while: which key is the newest does not hang on it.
describe('another key', () => {
  test('takes over, killed at any step and run again; then the old one opens nothing and is not needed', async () => {
    let current = newKey();
    const full = await aSealedWorld(keyringOf([current]));
    const { world } = full;
    const { organizationId, system } = world;
    const before = await readAll(full, system);
    let kills = 0;
    // Each rotation has one data key more to wrap, so every second step comes once to each step that follows them.
    for (let nth = 0; ; nth += 2) {
      const older = current;
      current = newKey();
      const keys = [older, current];
      const dataKeysBefore = await dataKeyIds(world);
      const first = await rotateRows(killedAt(world, keys, nth), organizationId).catch((error: Error) => {
        expect(error.message).toBe('killed');
        return undefined;
      });
      const rotated = { ...system, keyring: keyringOf(keys) };
      expect(await readAll(full, rotated), `killed at step ${nth}`).toEqual(before);
      const resumed = first ?? (await rotateRows(rotated, organizationId));
      if (first === undefined) kills += 1;

      expect(await rotateRows(rotated, organizationId)).toEqual({ rewrapped: 0, resealed: 0 });
      const gone = [older.id, ...dataKeysBefore];
      const uses = await countKeyUses(db, organizationId, [...gone, current.id]);
      expect(
        gone.map((id) => uses.get(id)),
        `killed at step ${nth}`,
      ).toEqual(gone.map(() => 0));
      expect(uses.get(current.id)).toBe(dataKeysBefore.length + 1 + 3);
      const alone = keyringOf([current]);
      expect(await readAll(full, { ...system, keyring: alone })).toEqual(before);
      await expect(readAll(full, { ...system, keyring: keyringOf([older]) })).rejects.toThrow(
        `The key ${current.id}`,
      );
      if (first !== undefined) {
        const { checks } = await verifyOrganization(db, organizationId, { keyring: alone });
        expect(checks.find(({ name }) => name === 'sealed-values')).toMatchObject({ ok: true });
        expect(resumed.rewrapped).toBe(dataKeysBefore.length);
        expect(resumed.resealed).toBeGreaterThanOrEqual(4);
        break;
      }
    }
    // Data keys, second factor, letter, provider, a new data key, and every sealed row at least.
    expect(kills).toBeGreaterThan(10);
  }, 90_000);
});
