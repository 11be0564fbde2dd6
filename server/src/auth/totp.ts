import { timingSafeEqual } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { newId } from '../ids.ts';
import type { Work } from '../work.ts';

const secondsPerStep = 30;
/** Clocks may differ by one step either way (RFC 6238, 5.2). */
const drift = 1;

interface StartedTotp {
  id: string;
  /** `otpauth://totp/…`, for a QR code. */
  uri: string;
  /** The same secret to type in, base32. */
  secret: string;
}

/** Makes a secret for an authenticator app; it is no factor before a code confirmed it. Replaces one not confirmed. */
export async function startTotp(
  unit: Work,
  userId: string,
  label: { login: string; organization: string },
): Promise<StartedTotp> {
  const { db, organizationId, now, system } = unit;
  await db
    .updateTable('totp_factor')
    .set({ removed_at: now })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is', null)
    .where('removed_at', 'is', null)
    .execute();
  const id = newId();
  const secret = new Secret({ size: 20 });
  await db
    .insertInto('totp_factor')
    .values({
      organization_id: organizationId,
      factor_id: id,
      user_id: userId,
      secret: system.keyring.seal(Buffer.from(secret.bytes), placeOf(organizationId, id)),
      created_at: now,
    })
    .execute();
  const totp = new TOTP({
    issuer: `Superbill ${label.organization}`,
    label: label.login,
    secret,
    period: secondsPerStep,
  });
  return { id, uri: totp.toString(), secret: secret.base32 };
}

interface TotpRow {
  factor_id: string;
  secret: Buffer;
  last_step: number;
}

/** The user's app, locked until the transaction ends; undefined when there is none. */
export function lockTotp(
  { db, organizationId }: Work,
  userId: string,
  { confirmed, factorId }: { confirmed: boolean; factorId?: string },
): Promise<TotpRow | undefined> {
  let query = db
    .selectFrom('totp_factor')
    .select(['factor_id', 'secret', 'last_step'])
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('removed_at', 'is', null)
    .where('confirmed_at', confirmed ? 'is not' : 'is', null);
  if (factorId !== undefined) query = query.where('factor_id', '=', factorId);
  return query.forUpdate().executeTakeFirst();
}

/**
 * Takes a code: right for now or one step beside it, and for a step newer than any that was used, so that a code seen
 * over a shoulder is worth nothing (RFC 6238, 5.2).
 */
export async function takeTotp(unit: Work, factor: TotpRow, code: string): Promise<boolean> {
  const { db, organizationId, now, system } = unit;
  const secret = system.keyring.open(factor.secret, placeOf(organizationId, factor.factor_id));
  const step = matchingStep(secret, code, Date.parse(now));
  if (step === undefined || step <= factor.last_step) return false;
  await db
    .updateTable('totp_factor')
    .set({ last_step: step, last_used_at: now })
    .where('organization_id', '=', organizationId)
    .where('factor_id', '=', factor.factor_id)
    .execute();
  return true;
}

/** The time step whose code this is; every step is compared, whichever matches. */
function matchingStep(secret: Buffer, code: string, at: number): number | undefined {
  const totp = new TOTP({ secret: new Secret({ buffer: Uint8Array.from(secret).buffer }) });
  const given = Buffer.from(code);
  const current = Math.floor(at / 1000 / secondsPerStep);
  let found: number | undefined;
  for (let step = current - drift; step <= current + drift; step += 1) {
    const wanted = Buffer.from(totp.generate({ timestamp: step * secondsPerStep * 1000 }));
    if (given.length === wanted.length && timingSafeEqual(given, wanted)) found = step;
  }
  return found;
}

function placeOf(organizationId: string, factorId: string): string {
  return `${organizationId}/totp_factor/secret/${factorId}`;
}
