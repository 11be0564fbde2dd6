import { placedLines } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';
import { isSameService, repeatModifiers, serviceName } from '../same-service.ts';

/** Two equal lines look like a mistake to a payer, which pays one and denies the other. */
export const lineRepeated: Rule = {
  id: 'line-repeated',
  severity: 'warning',
  source: 'Medicare Claims Processing Manual, chapter 1, section 120',
  check({ lines }) {
    return placedLines({ lines })
      .filter(({ line }) => !line.modifiers.some((modifier) => repeatModifiers.has(modifier)))
      .filter(({ line }) => lines.some((other) => other !== line && isSameService(line, other)))
      .map(({ line, at }) => ({
        at,
        message: `${serviceName(line)} stands twice for the same day. Use units, or modifier 76 or 77 when it was repeated.`,
      }));
  },
};
