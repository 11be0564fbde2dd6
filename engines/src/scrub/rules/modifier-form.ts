import { placedLines } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

export const modifierForm: Rule = {
  id: 'modifier-form',
  severity: 'error',
  source: '005010X222A1, loop 2400, SV101-3 to SV101-6',
  check(claim) {
    return placedLines(claim).flatMap(({ line, at }) =>
      line.modifiers.flatMap((modifier, index) =>
        /^[0-9A-Z]{2}$/.test(modifier)
          ? []
          : [{ at: `${at}.modifiers[${index}]`, message: 'A modifier has two capital letters or digits.' }],
      ),
    );
  },
};
