import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DoctorFinding } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import { headsFolder, readHeads } from '../audit/heads.ts';
import { readRecord } from '../backup/record.ts';
import { configuredBackups } from '../backup/upkeep.ts';
import type { EditionStore } from '../codesets/edition-store.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { pendingMigrations } from '../db/migrate.ts';
import { readDisk } from '../disk.ts';
import { listOrganizations } from '../practice/create-practice.ts';
import { checkAuditHeads } from './audit-heads.ts';
import { checkBackupFolder, checkBackups } from './backups.ts';
import { checkCodeSets } from './code-sets.ts';
import { examineDatabase } from './database.ts';
import { fault, type Subject } from './finding.ts';
import { checkDataDirectory, checkDisk, checkKeys, checkLeftovers, checkMail, checkNode } from './machine.ts';
import { checkPort } from './port.ts';
import { examinePractice } from './practice.ts';
import { checkSealedKeys } from './sealed.ts';
import { checkSecretFiles } from './secrets.ts';

export interface Examined extends Subject {
  today: IsoDate;
  codeSets: EditionStore;
  /** Opens the database; a failure is a finding. */
  open: () => Promise<Pick<Database, 'db' | 'pool' | 'close'>>;
  /** The password of the demo's log-ins, which nobody else should have. */
  knownPassword: string;
  /** Only this practice, for whoever may see no other; all of them otherwise. */
  organizationId?: string;
}

/** Looks at everything there is to look at and changes nothing; the worst comes first. */
export async function examine(subject: Examined): Promise<DoctorFinding[]> {
  const { data, env, now } = subject;
  const { folder } = configuredBackups(env, data);
  const findings = [
    checkNode(process.versions.node),
    checkDataDirectory(subject),
    checkLeftovers(subject),
    checkDisk(readDisk(data)),
    checkKeys(subject),
    ...checkSecretFiles(subject),
    checkMail(subject),
    checkCodeSets(subject.codeSets, subject.today),
    ...checkBackups(readRecord(data), now),
    checkBackupFolder(folder, data),
    await checkPort(subject),
    ...(await examineStored(subject)),
  ];
  return findings.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

const order: DoctorFinding['severity'][] = ['fault', 'warning', 'fine'];

async function examineStored(subject: Examined): Promise<DoctorFinding[]> {
  let database: Awaited<ReturnType<Examined['open']>>;
  try {
    database = await subject.open();
  } catch (error) {
    return [
      fault('database', (error as Error).message, 'Start the database, or correct DATABASE_URL or --data.'),
    ];
  }
  try {
    const findings = await examineDatabase(database.pool, subject.now);
    if ((await pendingMigrations(database.pool)).length > 0) return findings;
    const all = await listOrganizations(database);
    const isDemo = existsSync(join(subject.data, 'demo'));
    for (const organizationId of all.filter((id) => id === (subject.organizationId ?? id))) {
      findings.push(...(await examinePractice(database.db, organizationId, { ...subject, isDemo })));
      const written = readHeads(headsFolder(subject.data, subject.env), organizationId);
      findings.push(
        ...(await inTransaction(database.db, { organizationId }, async (tx) => [
          await checkSealedKeys(tx, organizationId, subject.env),
          await checkAuditHeads(tx, organizationId, written),
        ])),
      );
    }
    return findings;
  } finally {
    await database.close();
  }
}
