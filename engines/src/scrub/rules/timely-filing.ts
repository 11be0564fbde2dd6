import { addDays, daysBetween } from '../../model/index.ts';
import { serviceDates } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

/** A claim after the payer's limit is denied, and the patient may not be billed for it. The last day still counts. */
export const timelyFiling: Rule = {
  id: 'timely-filing',
  severity: 'error',
  source: "The payer's contract; for Medicare 42 CFR 424.44",
  check(claim, { today, timelyFilingDays }) {
    const [first] = serviceDates(claim);
    // A replacement or void goes by the payer's rules for corrections, counted from its own answer.
    if (first === undefined || timelyFilingDays === undefined || claim.frequency !== '1') return [];
    const lastDay = addDays(first, timelyFilingDays);
    const left = daysBetween(today, lastDay);
    if (left > 14) return [];
    const at = 'lines';
    if (left >= 0) {
      return [
        { at, severity: 'warning', message: `Send this claim first: the payer takes it until ${lastDay}.` },
      ];
    }
    const message = `The payer took this claim until ${lastDay}. Attach proof of earlier filing, or ask for a write-off.`;
    return [{ at, message }];
  },
};
