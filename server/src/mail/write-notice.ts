import { sql } from 'kysely';
import type { Work } from '../work.ts';
import { writeLetter } from './letters.ts';

/** What a notice can say of its reader and of now. */
export interface Occasion {
  practice: string;
  /** At the practice: `March 20, 2027 at 10:00 AM PDT`. */
  moment: string;
}

/**
 * Puts a letter that tells a user of something into the outbox, in the transaction of what it tells of; nothing is
 * written for who has no address. A notice names no patient and carries no secret: mail is read on the way.
 * `former` is an address the user had until now, which gets the same letter.
 */
export async function writeNotice(
  unit: Work,
  userId: string,
  say: (occasion: Occasion) => { subject: string; lines: readonly string[] },
  { former = null }: { former?: string | null } = {},
): Promise<void> {
  const { db, organizationId, now } = unit;
  const { name, email, practice, moment } = await db
    .selectFrom('app_user as u')
    .innerJoin('organization as o', 'o.organization_id', 'u.organization_id')
    .select(['u.name', 'u.email', 'o.name as practice'])
    .select(sql<string>`to_char(${now}::timestamptz, 'FMMonth FMDD, YYYY "at" FMHH12:MI AM TZ')`.as('moment'))
    .where('u.organization_id', '=', organizationId)
    .where('u.user_id', '=', userId)
    .executeTakeFirstOrThrow();
  const { subject, lines } = say({ practice, moment });
  const text = [`Hello ${name},`, '', ...lines].join('\n');
  for (const to of new Set([email, former]))
    if (to !== null) await writeLetter(unit, { userId, kind: 'notice', letter: { to, subject, text } });
}
