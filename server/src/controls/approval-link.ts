import { setTimeout as wait } from 'node:timers/promises';
import type { ResponseOf, routes } from '@superbill/contract';
import type { Instant } from '@superbill/engines/model';
import { hashToken, issueToken, organizationOf } from '../auth/tokens.ts';
import { AppError } from '../errors.ts';
import { type System, type Work, work } from '../work.ts';
import { loadApproval } from './approval-view.ts';
import { tryPin } from './owner-pin.ts';
import { loadControls, loadPeople } from './settings.ts';

const triesAllowed = 5;

/** No answer comes sooner than this, so that its time does not tell whether the link exists. */
const leastMilliseconds = 250;

const nowhere = '00000000-0000-0000-0000-000000000000';

/**
 * Writes to the owner that something waits, with a one-time link. The letter names no patient, no amount and no
 * kind of act. The secret stands after `#`, which a browser sends to no server; only its hash is stored.
 */
export async function sendToOwner(
  unit: Work,
  { approvalId, ownerId, expiresAt }: { approvalId: string; ownerId: string; expiresAt: Instant },
  { ownerEmail, linkAddress }: { ownerEmail: string | null; linkAddress: string | null },
): Promise<void> {
  if (ownerEmail === null) return;
  const { token, hash } = issueToken(unit.organizationId);
  await unit.db
    .insertInto('approval_link')
    .values({
      organization_id: unit.organizationId,
      token_hash: hash,
      approval_id: approvalId,
      owner_id: ownerId,
      expires_at: expiresAt,
      created_at: unit.now,
    })
    .execute();
  unit.sendAfterwards({
    to: ownerEmail,
    subject: 'Something waits for your countersign',
    text: [
      'An act in your practice waits for your countersign. Nothing is booked before you decide.',
      '',
      linkAddress === null
        ? `Open your Superbill at /countersign#${token}`
        : `${linkAddress}/countersign#${token}`,
      '',
      'Open it with your number of six digits. The link works once and is for you alone: do not pass it on.',
    ].join('\n'),
  });
}

/** Shows a request by the letter's link and the owner's number. Looking does not spend the link. */
export async function openApprovalLink(
  system: System,
  token: string,
  pin: string,
): Promise<ResponseOf<typeof routes.openApprovalLink>> {
  return byLink(system, token, pin, async (unit, approvalId) => {
    const { name } = await unit.db
      .selectFrom('organization')
      .select('name')
      .where('organization_id', '=', unit.organizationId)
      .executeTakeFirstOrThrow();
    return { practice: name, approval: await loadApproval(unit, approvalId) };
  });
}

/**
 * Runs an act of the owner who holds the link and knows the number. Each needs both, each time: there is no
 * session that a borrowed telephone could keep. A wrong number is counted on the link, which dies after five,
 * and on the number itself. An unknown link gets the same answer as a wrong number, in the same time.
 */
export async function byLink<T>(
  system: System,
  token: string,
  pin: string,
  act: (unit: Work & { userId: string }, approvalId: string, spend: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const earliest = wait(leastMilliseconds);
  const organizationId = organizationOf(token) ?? nowhere;
  const hash = hashToken(token);
  try {
    // Counted in a transaction of its own, so that a failed try stays counted whatever comes after.
    const found = await work(system, { organizationId, userId: null, hat: 'system' }, (unit) =>
      tryLink(unit, hash, pin),
    );
    if (found instanceof AppError) throw found;
    const actor = { organizationId, userId: found.ownerId, hat: 'supervisor' } as const;
    return await work(system, actor, (unit) =>
      act({ ...unit, userId: found.ownerId }, found.approvalId, () => spendLink(unit, hash)),
    );
  } finally {
    await earliest;
  }
}

async function tryLink(
  unit: Work,
  hash: Buffer,
  pin: string,
): Promise<AppError | { approvalId: string; ownerId: string }> {
  const { db, organizationId, now } = unit;
  const link = await db
    .selectFrom('approval_link')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('token_hash', '=', hash)
    .forUpdate()
    .executeTakeFirst();
  if (!link || link.used_at !== null || link.expires_at <= now) {
    await tryPin(unit, nowhere, pin);
    return new AppError('approval-link.refused');
  }
  if (link.failed_attempts >= triesAllowed) return new AppError('approval-link.locked');
  const { ownerId } = await loadControls(unit);
  const stillOwner = (await loadPeople(unit)).some(({ id, supervisor }) => supervisor && id === ownerId);
  if (ownerId !== link.owner_id || !stillOwner) return new AppError('approval-link.refused');

  const outcome = await tryPin(unit, link.owner_id, pin);
  if (outcome === 'right') return { approvalId: link.approval_id, ownerId: link.owner_id };
  const failed = link.failed_attempts + 1;
  await db
    .updateTable('approval_link')
    .set({ failed_attempts: failed })
    .where('organization_id', '=', organizationId)
    .where('token_hash', '=', hash)
    .execute();
  unit.audit('approval.refuse', { kind: 'approval', id: link.approval_id });
  const locked = outcome === 'resting' || failed >= triesAllowed;
  return new AppError(locked ? 'approval-link.locked' : 'approval-link.refused');
}

async function spendLink({ db, organizationId, now }: Work, hash: Buffer): Promise<void> {
  const spent = await db
    .updateTable('approval_link')
    .set({ used_at: now })
    .where('organization_id', '=', organizationId)
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  if (spent.numUpdatedRows === 0n) throw new AppError('approval-link.refused');
}
