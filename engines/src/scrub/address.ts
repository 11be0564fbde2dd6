import type { Address } from '../model/index.ts';
import { isBlank } from './claim-parts.ts';

/** Whether an address in the United States has all that a claim needs. */
export function isCompleteAddress(address: Address | undefined): boolean {
  return (
    address !== undefined &&
    !isBlank(address.line1) &&
    !isBlank(address.city) &&
    /^[A-Z]{2}$/.test(address.state) &&
    /^\d{5}(?:\d{4})?$/.test(address.zip)
  );
}
