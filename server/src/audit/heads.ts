import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '@superbill/engines/model';
import { inTransaction } from '../db/connect.ts';
import { listOrganizations } from '../practice/create-practice.ts';
import { keepGoing, type Rounds } from '../rounds.ts';
import type { System } from '../work.ts';

/** The end of an organization's chain at a moment, written where whoever changes the database does not reach. */
export interface WrittenHead {
  sequence: number;
  /** Hexadecimal. */
  hash: string;
  at: Instant;
}

/** The folder of heads: `SUPERBILL_AUDIT_HEADS`, best on another machine or medium, else inside the data directory. */
export function headsFolder(data: string, environment: NodeJS.ProcessEnv): string {
  return environment.SUPERBILL_AUDIT_HEADS || join(data, 'audit-heads');
}

const fileOf = (folder: string, organizationId: string) => join(folder, `${organizationId}.jsonl`);

/** Adds the present end of every chain to its file; one that did not move is not written again. */
export async function writeHeads({ db, clock }: Pick<System, 'db' | 'clock'>, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const organizationId of await listOrganizations({ db })) {
    const head = await inTransaction(db, { organizationId }, (tx) =>
      tx.selectFrom('audit_head').select(['sequence', 'hash']).executeTakeFirst(),
    );
    if (!head || readHeads(folder, organizationId).at(-1)?.sequence === head.sequence) continue;
    const line: WrittenHead = { sequence: head.sequence, hash: head.hash.toString('hex'), at: clock.now() };
    appendFileSync(fileOf(folder, organizationId), `${JSON.stringify(line)}\n`, { mode: 0o600, flush: true });
  }
}

/**
 * The heads that were written for an organization, oldest first; none when there is no file. A last line that was cut
 * off while it was written is left out.
 */
export function readHeads(folder: string, organizationId: string): WrittenHead[] {
  const file = fileOf(folder, organizationId);
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as WrittenHead);
}

/** The heads of an organization as a running server keeps them; none where it keeps no data directory. */
export function headsBeside({ upkeep }: Pick<System, 'upkeep'>, organizationId: string): WrittenHead[] {
  return upkeep ? readHeads(headsFolder(upkeep.data, process.env), organizationId) : [];
}

/** Writes heads at the start, each hour, and once more when the server stops. */
export function keepHeads(system: System, folder: string): Rounds {
  return keepGoing(system.log, 'audit-heads', () => writeHeads(system, folder), { onceMore: true });
}
