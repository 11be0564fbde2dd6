import { setTimeout as wait } from 'node:timers/promises';
import type { IsoDate } from '@superbill/engines/model';
import { openPatientSession } from '../auth/sessions.ts';
import { hashToken, organizationOf } from '../auth/tokens.ts';
import { AppError } from '../errors.ts';
import { findProxy, isInForce } from '../proxies/store.ts';
import { type System, type Work, work } from '../work.ts';

const triesAllowed = 5;

/** No answer comes sooner than this, so that its time does not tell whether the link exists. */
const leastMilliseconds = 250;

const nowhere = '00000000-0000-0000-0000-000000000000';

/**
 * Opens a bill with its one-time link and the birth date of whom the link was made for: the patient, or a proxy whose
 * authority is in force. Answers the token of a session that sees this bill and nothing else. A wrong birth date is counted, and after five the link is dead. An unknown link
 * gets the same answer as a wrong birth date.
 */
export async function openBill(system: System, token: string, birthDate: IsoDate): Promise<string> {
  const earliest = wait(leastMilliseconds);
  const actor = { organizationId: organizationOf(token) ?? nowhere, userId: null, hat: 'patient' } as const;
  // The refusal is thrown after the transaction, so that the failed try stays counted.
  const outcome = await work(system, actor, (unit) => tryLink(unit, hashToken(token), birthDate));
  await earliest;
  if (outcome instanceof AppError) throw outcome;
  return outcome;
}

async function tryLink(unit: Work, hash: Buffer, birthDate: IsoDate): Promise<string | AppError> {
  const link = await lockLink(unit, hash);
  if (!link || link.used_at !== null || link.expires_at <= unit.now) return new AppError('link.refused');
  if (link.failed_attempts >= triesAllowed) return new AppError('link.locked');

  const proxy = link.proxy_id === null ? undefined : await findProxy(unit, link.patient_id, link.proxy_id);
  if (link.proxy_id !== null && !(proxy && isInForce(proxy, unit.today))) return new AppError('link.refused');
  const subject = {
    kind: 'statement',
    id: link.statement_id,
    patientId: link.patient_id,
    ...(link.proxy_id === null ? {} : { detail: { proxy: link.proxy_id } }),
  };
  if (birthDate !== (proxy ?? link).birth_date) {
    const failed = link.failed_attempts + 1;
    await changeLink(unit, hash, { failed_attempts: failed });
    unit.audit('bill.refuse', subject);
    return new AppError(failed >= triesAllowed ? 'link.locked' : 'link.refused');
  }
  await changeLink(unit, hash, { used_at: unit.now });
  unit.audit('bill.open', subject);
  return openPatientSession(unit, {
    patientId: link.patient_id,
    statementId: link.statement_id,
    proxyId: link.proxy_id ?? undefined,
  });
}

function lockLink({ db, organizationId }: Work, hash: Buffer) {
  return db
    .selectFrom('statement_link as k')
    .innerJoin('statement as s', (join) =>
      join
        .onRef('s.organization_id', '=', 'k.organization_id')
        .onRef('s.statement_id', '=', 'k.statement_id'),
    )
    .innerJoin('patient as p', (join) =>
      join.onRef('p.organization_id', '=', 's.organization_id').onRef('p.patient_id', '=', 's.patient_id'),
    )
    .select(['k.statement_id', 'k.proxy_id', 'k.expires_at', 'k.failed_attempts', 'k.used_at'])
    .select(['s.patient_id', 'p.birth_date'])
    .where('k.organization_id', '=', organizationId)
    .where('k.token_hash', '=', hash)
    .forUpdate('k')
    .executeTakeFirst();
}

async function changeLink(
  { db, organizationId }: Work,
  hash: Buffer,
  change: { failed_attempts: number } | { used_at: Work['now'] },
): Promise<void> {
  await db
    .updateTable('statement_link')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('token_hash', '=', hash)
    .execute();
}
