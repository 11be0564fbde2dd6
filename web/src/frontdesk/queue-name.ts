import { type Queue, queues } from '@superbill/contract';

/** A patient's page gets the queue as text. */
export function isQueue(text: string): text is Queue {
  return queues.some((queue) => queue === text);
}
