import { uuidv7 } from 'uuidv7';

/** A new row id: a UUID version 7, so that ids sort by the time they were made. */
export function newId(): string {
  return uuidv7();
}
