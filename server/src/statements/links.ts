import { addMilliseconds } from '@superbill/engines/model';
import { issueToken } from '../auth/tokens.ts';
import { AppError } from '../errors.ts';
import { findProxy, isInForce } from '../proxies/store.ts';
import type { Work } from '../work.ts';

/** A link that nobody used ends after 60 days. */
const linkLife = 60 * 24 * 60 * 60_000;

/**
 * Makes a one-time link for a bill, for the patient or for a proxy whose authority is in force; earlier links of the
 * same person stop working. The secret stands after `#`, which a browser
 * sends to no server, so it gets into no log; only its hash is stored.
 */
export async function issueLink(unit: Work, statementId: string, proxyId?: string): Promise<string> {
  const { db, organizationId, now } = unit;
  const statement = await db
    .selectFrom('statement')
    .select('patient_id')
    .where('organization_id', '=', organizationId)
    .where('statement_id', '=', statementId)
    .executeTakeFirst();
  if (!statement) throw new AppError('statement.not-found', { statementId });
  if (proxyId !== undefined) await mustActFor(unit, statement.patient_id, proxyId);
  await db
    .updateTable('statement_link')
    .set({ expires_at: now })
    .where('organization_id', '=', organizationId)
    .where('statement_id', '=', statementId)
    .where('expires_at', '>', now)
    .where('proxy_id', 'is not distinct from', proxyId ?? null)
    .execute();
  const { token, hash } = issueToken(organizationId);
  await db
    .insertInto('statement_link')
    .values({
      organization_id: organizationId,
      token_hash: hash,
      statement_id: statementId,
      proxy_id: proxyId ?? null,
      expires_at: addMilliseconds(now, linkLife),
      created_at: now,
    })
    .execute();
  unit.audit('statement.link', {
    kind: 'statement',
    id: statementId,
    patientId: statement.patient_id,
    ...(proxyId === undefined ? {} : { detail: { proxy: proxyId } }),
  });
  return `/bill#${token}`;
}

async function mustActFor(unit: Work, patientId: string, proxyId: string): Promise<void> {
  const proxy = await findProxy(unit, patientId, proxyId);
  if (!proxy) throw new AppError('proxy.not-found', { proxyId }, 'proxyId');
  if (!isInForce(proxy, unit.today)) throw new AppError('proxy.not-in-force', { proxyId }, 'proxyId');
}
