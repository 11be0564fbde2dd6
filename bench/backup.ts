import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { readBackup } from '@superbill/server/backup/read-backup';
import { drillRestore } from '@superbill/server/backup/restore';
import { writeBackup } from '@superbill/server/backup/write-backup';
import type { Database } from '@superbill/server/db/connect';
import { type Verdict, verifyOrganization } from '@superbill/server/system/verify';
import { sql } from 'kysely';
import { aWorld } from '../test/world.ts';
import { lengthenTrail } from './audit-trail.ts';
import { figureOf, type Measured } from './figure.ts';
import { fillPractice } from './many-charts.ts';
import { observed } from './observed.ts';
import { withDatabase, withFolder } from './throw-away.ts';

const size = { charts: 20_000, auditRows: 200_000 };

/** Backing up a practice of 20,000 patients and 200,000 claim lines, proving the file, restoring it and proving that. */
export function measureBackup({ charts, auditRows } = size): Promise<Measured> {
  return withDatabase((database, data) =>
    withFolder(async (folder) => {
      const world = await aWorld(database);
      const { organizationId, system } = world;
      const { keyring } = system;
      await fillPractice(world, charts);
      const people = Object.values(world.staff).map(({ userId }) => userId);
      const patients = Array.from({ length: charts }, () => randomUUID());
      await lengthenTrail(database.db, { organizationId, people, patients }, auditRows);

      const now = system.clock.now();
      const proof = await observed(() => verifyOrganization(database.db, organizationId, { keyring }));
      mustHold(proof.result);
      const file = join(folder, 'practice.backup');
      const backup = await observed(() =>
        writeBackup({ url: database.url, data, file, keyring, takenAt: now }),
      );
      const list = await observed(() => readBackup(file, { keyring }));
      let filled = 0;
      const started = performance.now();
      const restore = await observed(() =>
        drillRestore({
          ...{ file, folder: dirname(file), opener: { keyring }, now },
          onProgress: (part) => {
            if (part === 'proofs') filled = performance.now() - started;
          },
        }),
      );
      for (const verdict of restore.result.verdicts) mustHold(verdict);

      const { bytes, rows } = backup.result;
      const { tables } = list.result.closing;
      const plain = tables.reduce((sum, table) => sum + table.bytes, 0);
      const largest = ['patient', 'claim', 'claim_line', 'ledger_entry', 'inbound_file', 'audit_event'].map(
        (name) =>
          `${(tables.find((table) => table.name === name)?.rows ?? 0).toLocaleString('en-US')} ${name}`,
      );
      const on = [
        `${charts.toLocaleString('en-US')} patients, each with two visits and claims of five lines, all paid, their files sealed (the first made through the product, the others its rows with ids of their own), and ${auditRows.toLocaleString('en-US')} audit rows, fewer than as much work leaves`,
        `${rows.toLocaleString('en-US')} rows (${largest.join(', ')}), ${await onDisk(database)} on the disk, ${megabytes(plain)} as text, ${megabytes(bytes)} as archive`,
        `the process held at most ${backup.peak} MiB in the backup (${backup.grew} more than before), ${list.peak} in proving the file (${list.grew} more), ${restore.peak} in the restore (${restore.grew} more), ${proof.peak} in verify (${proof.grew} more); it had made the practice before`,
        'every proof of verify holds before and after',
      ].join('; ');
      return {
        on,
        figures: [
          once('backup', backup.seconds * 1000),
          once('proving the file, as --list does', list.seconds * 1000),
          once('restore drill: filled, foreign keys proven', filled),
          once('restore drill in all, verify included', restore.seconds * 1000),
          once('verify, every sealed value opened', proof.seconds * 1000),
        ],
      };
    }),
  );
}

const once = (what: string, time: number) => figureOf(what, [time]);
const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

async function onDisk({ db }: Database): Promise<string> {
  const { rows } = await sql<{ bytes: number }>`
    select pg_database_size(current_database())::bigint as bytes`.execute(db);
  return megabytes(Number(rows[0]?.bytes));
}

function mustHold({ ok, checks }: Verdict): void {
  if (ok) return;
  const faults = checks.filter((check) => !check.ok).map(({ name, detail }) => `${name}: ${detail}`);
  throw new Error(`the practice is not whole: ${faults.join('; ')}`);
}
