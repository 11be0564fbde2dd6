import { placedLines } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

const telehealthModifiers = new Set(['93', '95', 'GT', 'GQ', 'G0', 'FQ', 'FR']);

/** Most payers want the way of meeting (video or voice) named beside a telehealth place of service. */
export const telehealthWithoutModifier: Rule = {
  id: 'telehealth-without-modifier',
  severity: 'warning',
  source: 'CMS place of service codes 02 and 10; CPT modifiers 93 and 95',
  check(claim) {
    return placedLines(claim)
      .filter(({ line }) => ['02', '10'].includes(line.placeOfService ?? claim.placeOfService ?? ''))
      .filter(({ line }) => !line.modifiers.some((modifier) => telehealthModifiers.has(modifier)))
      .map(({ at }) => ({
        at: `${at}.modifiers`,
        message: 'The place of service is telehealth. Add modifier 95 (video) or 93 (voice only).',
      }));
  },
};
