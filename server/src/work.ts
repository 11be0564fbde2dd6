import type { EveryRole } from '@superbill/contract';
import type { LanguageModel } from '@superbill/engines/coding/language-model';
import type { Instant, IsoDate } from '@superbill/engines/model';
import { type Kysely, sql, type Transaction } from 'kysely';
import { appendAudit } from './audit/append.ts';
import type { AuditEntry } from './audit/entry.ts';
import type { Upkeep } from './backup/upkeep.ts';
import { type Clock, dayIn } from './clock.ts';
import type { EditionStore } from './codesets/edition-store.ts';
import { inTransaction, type Tx } from './db/connect.ts';
import type { DB } from './db/tables.ts';
import type { DiskSpace } from './disk.ts';
import type { ClaimExchange } from './files/exchange.ts';
import type { Keyring } from './keys/keyring.ts';
import { describeFailure, type Log } from './log.ts';
import type { Letter, Mailer } from './mail/mailer.ts';

/** What the server runs on: one per process. */
export interface System {
  db: Kysely<DB>;
  clock: Clock;
  codeSets: EditionStore;
  exchange: ClaimExchange;
  keyring: Keyring;
  mailer: Mailer;
  /** Backups; only in the process that keeps the data directory. */
  upkeep?: Upkeep | undefined;
  /** The disk of the data directory as it is now; only in the process that keeps it. */
  disk?: (() => DiskSpace) | undefined;
  /** Only where the operator set one; an organization has to turn it on besides. */
  languageModel?: LanguageModel | undefined;
  log: Log;
  /** Set on the copy that a request is answered with: what its acts are tied to in the audit trail. */
  request?: RequestTrace | undefined;
}

/** The request under way. */
export interface RequestTrace {
  id: string;
  /** The route's name in the contract. */
  route: string;
  /** How many acts were audited so far. */
  acts: number;
}

/** On whose behalf something is done. A patient or the system itself has no user. */
export interface Actor {
  organizationId: string;
  userId: string | null;
  hat: EveryRole | 'system';
  /** The proxy who acts for a patient. */
  proxyId?: string | undefined;
}

/**
 * One unit of work: a transaction scoped to one organization, with the acts to be audited. Use cases get
 * this and nothing else of the database; what they audit is written in the same transaction as what they do.
 */
export interface Work extends Actor {
  db: Transaction<DB>;
  system: System;
  now: Instant;
  /** The day at the practice. In SQL `at::date` and `extract(hour from at)` are the practice's too. */
  today: IsoDate;
  /** Notes an act for the audit trail. Ids and codes only. */
  audit(action: string, subject: AuditEntry): void;
  /** Sends a letter once everything is committed. One that cannot be sent is logged and undoes nothing. */
  sendAfterwards(letter: Letter): void;
}

/** Of two units that wait for each other the database ends one (40P01), as of two it cannot put in an order (40001). */
const comesAfter = new Set<unknown>(['40P01', '40001']);
const tries = 4;

/**
 * Runs a unit of work; it happens whole, with its audit rows, or not at all. One that the database ended for the sake
 * of another is done again from its start, so that it comes after the other: what it does outside of the database it
 * may do more than once.
 */
export async function work<T>(system: System, actor: Actor, run: (work: Work) => Promise<T>): Promise<T> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await tryWork(system, actor, run);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (left === 0 || !comesAfter.has(code)) throw error;
    }
  }
}

async function tryWork<T>(system: System, actor: Actor, run: (work: Work) => Promise<T>): Promise<T> {
  let audited = 0;
  const letters: Letter[] = [];
  const done = await inTransaction(
    system.db,
    { organizationId: actor.organizationId, userId: actor.userId ?? undefined },
    async (db) => {
      const acts: { action: string; subject: AuditEntry }[] = [];
      const now = system.clock.now();
      const unit: Work = {
        ...actor,
        db,
        system,
        now,
        today: dayIn(now, await keepPracticeTime(db, actor.organizationId)),
        audit: (action, subject) => acts.push({ action, subject }),
        sendAfterwards: (letter) => letters.push(letter),
      };
      const result = await run(unit);
      // Last, because adding to the chain locks its end until the commit.
      await appendAudit(unit, acts);
      audited = acts.length;
      return result;
    },
  );
  if (system.request) system.request.acts += audited;
  await sendAll(system, letters);
  return done;
}

/** Puts the transaction into the practice's time zone and answers it; UTC while the practice is being set up. */
export async function keepPracticeTime(db: Tx, organizationId: string): Promise<string> {
  const { rows } = await sql<{ zone: string }>`
    select set_config('timezone', coalesce(time_zone, usual_time_zone(address->>'state')), true) as zone
    from organization where organization_id = ${organizationId}`.execute(db);
  return rows[0]?.zone ?? 'UTC';
}

async function sendAll({ mailer, log }: System, letters: readonly Letter[]): Promise<void> {
  for (const letter of letters) {
    try {
      await mailer.send(letter);
    } catch (error) {
      log.error('letter', { failure: describeFailure(error) });
    }
  }
}

/** The user of a unit of work that only staff may do. */
export function staffId(unit: Work): string {
  if (unit.userId === null) throw new Error('this act needs a member of staff');
  return unit.userId;
}
