import { addMilliseconds } from '@superbill/engines/model';
import { newId } from '../ids.ts';
import type { System, Work } from '../work.ts';
import { work } from '../work.ts';
import type { Letter } from './mailer.ts';

export type LetterKind = 'invite' | 'reset' | 'notice';

const minute = 60_000;
/** How long to wait after each failed attempt; after the last a letter has failed. */
const pauses = [1, 5, 30, 120].map((minutes) => minutes * minute);

/**
 * Puts a letter to a user into the outbox, in the transaction of the act it tells of. It is sent after the commit by
 * {@link sendLetters}. An earlier letter of its kind that still waits is withdrawn: its link works no longer.
 */
export async function writeLetter(
  unit: Work,
  { userId, kind, letter }: { userId: string; kind: LetterKind; letter: Letter },
): Promise<string> {
  const { db, organizationId, now, system } = unit;
  if (kind !== 'notice') await withdrawLetters(unit, userId);
  const letterId = newId();
  await db
    .insertInto('letter')
    .values({
      organization_id: organizationId,
      letter_id: letterId,
      user_id: userId,
      kind,
      content: system.keyring.seal(JSON.stringify(letter), placeOf(organizationId, letterId)),
      created_at: now,
      next_attempt_at: now,
    })
    .execute();
  return letterId;
}

/** Letters with a link that no longer works are not sent any more. */
export async function withdrawLetters({ db, organizationId, now }: Work, userId: string): Promise<void> {
  await db
    .updateTable('letter')
    .set({ state: 'withdrawn', content: null, next_attempt_at: null, settled_at: now })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('kind', '!=', 'notice')
    .where('state', '=', 'waiting')
    .execute();
}

/**
 * Sends an organization's letters whose time has come. A failure is kept with the letter and tried again four times
 * over two and a half hours. Two senders at once take different letters.
 */
export async function sendLetters(system: System, organizationId: string): Promise<void> {
  while (await sendNext(system, organizationId));
}

/** One letter in a transaction of its own: its row stays locked while it is on the wire. False when none is due. */
function sendNext(system: System, organizationId: string): Promise<boolean> {
  return work(system, { organizationId, userId: null, hat: 'system' }, async (unit) => {
    const { db, now } = unit;
    const due = await db
      .selectFrom('letter')
      .select(['letter_id', 'content', 'attempts'])
      .where('organization_id', '=', organizationId)
      .where('state', '=', 'waiting')
      .where('next_attempt_at', '<=', now)
      .orderBy('next_attempt_at')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!due?.content) return false;
    const plain = system.keyring.open(due.content, placeOf(organizationId, due.letter_id));
    const problem = await attempt(system, JSON.parse(plain.toString()) as Letter);
    const pause = pauses[due.attempts];
    const change =
      problem === undefined
        ? { state: 'sent', content: null, next_attempt_at: null, settled_at: now, last_problem: null }
        : pause === undefined
          ? { state: 'failed', content: null, next_attempt_at: null, settled_at: now, last_problem: problem }
          : { next_attempt_at: addMilliseconds(now, pause), last_problem: problem };
    await db
      .updateTable('letter')
      .set({ ...change, attempts: due.attempts + 1 })
      .where('organization_id', '=', organizationId)
      .where('letter_id', '=', due.letter_id)
      .execute();
    return true;
  });
}

/** What went wrong, in a word that quotes nothing of the letter; undefined when it was sent. */
async function attempt(system: System, letter: Letter): Promise<string | undefined> {
  try {
    await system.mailer.send(letter);
    return undefined;
  } catch (error) {
    const { code, responseCode, name } = error as { code?: string; responseCode?: number; name?: string };
    const problem = [code ?? name ?? 'failed', responseCode].filter((part) => part !== undefined).join(' ');
    system.log.error('letter', { code: problem });
    return problem;
  }
}

function placeOf(organizationId: string, letterId: string): string {
  return `${organizationId}/letter/content/${letterId}`;
}
