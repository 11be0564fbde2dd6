import { StartError } from '../db/start-error.ts';

/** Our address as browsers know it (`SUPERBILL_URL`), as an origin; undefined when the operator named none. */
export function publicUrl({ SUPERBILL_URL: address }: NodeJS.ProcessEnv): string | undefined {
  if (!address) return undefined;
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return new URL(address).origin;
  throw new StartError('SUPERBILL_URL is not an address like https://superbill.example.org.');
}
