import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = resolve(fileURLToPath(import.meta.url), '../../..');

/** The folder that holds everything the product keeps: as told, else `SUPERBILL_DATA`, else `.superbill` here. */
export function dataDirectory(told?: string): string {
  const chosen = told || process.env.SUPERBILL_DATA;
  return chosen ? resolve(chosen) : resolve(repository, '.superbill');
}

/** A file of those that ship with the product, under `data/`. */
export function shippedPath(...parts: string[]): string {
  return resolve(repository, 'data', ...parts);
}
