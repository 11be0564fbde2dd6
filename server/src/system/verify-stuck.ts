import type { Check } from '@superbill/contract';
import type { Instant } from '@superbill/engines/model';
import { readSending } from '../files/sending.ts';
import { outcome, type Scope } from './check.ts';
import { readLateWork } from './late-work.ts';

/**
 * Work that outlives a request is done: no file is prepared and not sent, none received and not read, no letter due and
 * not tried, since before `before`. While sending rests after a restore, prepared files wait for a person.
 */
export async function verifyStuck(scope: Scope, before: Instant): Promise<Check> {
  const { paused } = await readSending(scope);
  const { prepared, received, letters } = await readLateWork(scope, before);
  const faults = [
    ...(paused ? [] : prepared.map((control) => `file ${control} is prepared and was not sent`)),
    ...received.map((id) => `received file ${id} was not read`),
    ...letters.map((id) => `letter ${id} is due and was not tried`),
  ];
  return outcome('nothing-stuck', {
    looked: `Files and letters due before ${before.slice(0, 16).replace('T', ' ')} UTC are done`,
    faults,
    next: 'Look whether the exchange folder can be written and what server.log says, then restart Superbill.',
  });
}
