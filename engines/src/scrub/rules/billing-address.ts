import { isCompleteAddress } from '../address.ts';
import type { Rule } from '../rule.ts';

/** The billing provider's address is where it works; a post office box belongs in the pay-to address. */
export const billingAddress: Rule = {
  id: 'billing-address',
  severity: 'error',
  source: '005010X222A1, loop 2010AA, N3 and N4',
  check({ billingProvider: { address } }) {
    const at = 'billingProvider.address';
    if (!isCompleteAddress(address)) {
      return [{ at, message: "Complete the practice's street, city, state and ZIP code." }];
    }
    if (/\bP\.? ?O\.? ?BOX\b/i.test(address.line1)) {
      return [
        { at: `${at}.line1`, message: 'Enter the street address of the practice, not a post office box.' },
      ];
    }
    if (address.zip.length === 9) return [];
    return [{ at: `${at}.zip`, severity: 'warning', message: 'Enter all nine digits of the ZIP code.' }];
  },
};
