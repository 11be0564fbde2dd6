import { placedLines } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

export const modifierTooMany: Rule = {
  id: 'modifier-too-many',
  severity: 'error',
  source: '005010X222A1, loop 2400, SV101-3 to SV101-6',
  check(claim) {
    return placedLines(claim)
      .filter(({ line }) => line.modifiers.length > 4)
      .map(({ at }) => ({
        at: `${at}.modifiers[4]`,
        message: 'Keep at most four modifiers, those that pay first.',
      }));
  },
};
