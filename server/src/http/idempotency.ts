import { createHash } from 'node:crypto';
import { takeTurn } from '../db/turn.ts';
import { AppError } from '../errors.ts';
import type { Once } from './handle.ts';
import { findAnswer, keepAnswer } from './kept-answers.ts';

/**
 * A POST that carries an Idempotency-Key is done once: sent again with the same body it gets the stored
 * answer, with another body it is refused; sent twice at once, the second waits for the first. The answer is
 * stored in the transaction of the act itself.
 */
export function onceFor(method: string, path: string, key: string | undefined, body: string): Once {
  if (method !== 'POST' || !key) return (_unit, act) => act();
  const requestHash = createHash('sha256').update(`${path}\n${body}`).digest('hex');

  return async (unit, act) => {
    const { db, organizationId, userId } = unit;
    if (userId === null) return act();
    await takeTurn(db, organizationId, [`key ${userId} ${key}`]);
    const earlier = await findAnswer(unit, { userId, key });
    if (earlier && earlier.requestHash !== requestHash) throw new AppError('request.key-reused');
    if (earlier) return earlier.answer;

    const answer = await act();
    await keepAnswer(unit, { userId, key, requestHash }, answer);
    return answer;
  };
}
