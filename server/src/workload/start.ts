import { readFileSync } from 'node:fs';
import { readStartValues, type StartValues } from '@superbill/engines/workload';
import { shippedPath } from '../data-directory.ts';

let read: StartValues | undefined;

/** Where a practice without history begins; read once. Throws when the shipped file is not as it should be. */
export function startValues(): StartValues {
  read ??= readStartValues(readFileSync(shippedPath('workload', 'start-values.json'), 'utf8'));
  return read;
}
