import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../../shared');

/** Whether the folder of official code files and sample files stands beside the checkout. */
export const hasShared = existsSync(root);

/** The path of a file in that folder; tests that use it skip when {@link hasShared} is false. */
export function sharedPath(...parts: string[]): string {
  return join(root, ...parts);
}
