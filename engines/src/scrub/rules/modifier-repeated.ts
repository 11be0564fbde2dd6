import { placedLines } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

export const modifierRepeated: Rule = {
  id: 'modifier-repeated',
  severity: 'error',
  source: '005010X222A1, loop 2400, SV101',
  check(claim) {
    return placedLines(claim).flatMap(({ line: { modifiers }, at }) =>
      modifiers.flatMap((modifier, index) =>
        modifiers.indexOf(modifier) < index
          ? [{ at: `${at}.modifiers[${index}]`, message: `Remove the second modifier ${modifier}.` }]
          : [],
      ),
    );
  },
};
