import type { DoctorFinding } from '@superbill/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/connect.ts';
import { keyFile, openKeyring } from '../keys/keyring.ts';
import { underKeyring } from '../keys/sealed.ts';
import { fault, fine } from './finding.ts';

/** Whether the keyring at hand holds every key that something stored was sealed with. */
export async function checkSealedKeys(
  tx: Tx,
  organizationId: string,
  env: NodeJS.ProcessEnv,
): Promise<DoctorFinding> {
  const ids = new Set<string>();
  for (const { table, column } of [{ table: 'data_key', column: 'wrapped' }, ...underKeyring]) {
    // The second to ninth byte of what is sealed name its key.
    const { rows } = await sql<{ id: string }>`
      select distinct encode(substring(${sql.ref(column)} from 2 for 8), 'hex') as id from ${sql.table(table)}
      where organization_id = ${organizationId} and ${sql.ref(column)} is not null`.execute(tx);
    for (const { id } of rows) ids.add(id);
  }
  const held = heldKeys(env);
  const missing = [...ids].filter((id) => !held.includes(id));
  if (missing.length === 0) return fine('sealed-keys', 'The key of everything that is sealed is at hand.');
  return fault(
    'sealed-keys',
    `Something is sealed with ${missing.join(', ')}, which neither ${keyFile(env)} nor SUPERBILL_KEYS holds.`,
    'Put the key back from where you keep it, or name the file that holds it: SUPERBILL_KEY_FILE.',
  );
}

/** The ids at hand; none where there are no keys to be read, which the check of the key file tells. */
function heldKeys(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    return openKeyring(env).ids;
  } catch {
    return [];
  }
}
