import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Serves a file as a beginner would: decodes the address and joins it to the folder. */
export function carelessFile(folder: string, address: string): string | undefined {
  try {
    const path = join(folder, decodeURIComponent(address));
    return existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined; // no address at all
  }
}
