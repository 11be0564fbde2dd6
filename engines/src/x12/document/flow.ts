import type { Guide } from '../guide.ts';

/** Of guides that share set and version, which: the response has purpose 11 (BHT02). Else undefined. */
export function flowOf({ purposes }: Guide): 'request' | 'response' | undefined {
  if (purposes === undefined) return undefined;
  return purposes.includes('11') ? 'response' : 'request';
}
