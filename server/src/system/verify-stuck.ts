import type { Check } from '@superbill/contract';
import type { Instant } from '@superbill/engines/model';
import { readSending } from '../files/sending.ts';
import { outcome, type Scope } from './check.ts';

/** Minutes after which work that the server does by itself is late. */
export const lateAfterMinutes = 10;

/**
 * Work that outlives a request is done: no file is prepared and not sent, none received and not read, no letter due and
 * not tried, since before `before`. While sending rests after a restore, prepared files wait for a person.
 */
export async function verifyStuck(scope: Scope, before: Instant): Promise<Check> {
  const { db, organizationId } = scope;
  const { paused } = await readSending(scope);
  const prepared = await db
    .selectFrom('interchange')
    .select('control_number')
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'prepared')
    .where('prepared_at', '<', before)
    .execute();
  const received = await db
    .selectFrom('inbound_file')
    .select('inbound_file_id')
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'received')
    .where('received_at', '<', before)
    .execute();
  const letters = await db
    .selectFrom('letter')
    .select('letter_id')
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'waiting')
    .where('next_attempt_at', '<', before)
    .execute();
  const faults = [
    ...(paused ? [] : prepared.map((file) => `file ${file.control_number} is prepared and was not sent`)),
    ...received.map((file) => `received file ${file.inbound_file_id} was not read`),
    ...letters.map((letter) => `letter ${letter.letter_id} is due and was not tried`),
  ];
  return outcome('nothing-stuck', {
    looked: `Files and letters due before ${before.slice(0, 16).replace('T', ' ')} UTC are done`,
    faults,
    next: 'Look whether the exchange folder can be written and what server.log says, then restart Superbill.',
  });
}
