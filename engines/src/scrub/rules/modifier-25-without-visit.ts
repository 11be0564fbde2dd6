import { placedProcedures } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

/**
 * Modifier 25 marks a separate visit beside a procedure of the same day, so it belongs on the visit. CPT visit
 * numbers are 99202 to 99499 and, for eyes, 92002 to 92014; HCPCS has visits of its own, so there it only warns.
 */
export const modifier25WithoutVisit: Rule = {
  id: 'modifier-25-without-visit',
  severity: 'error',
  source: 'NCCI Policy Manual, chapter I, section E',
  check(claim) {
    return placedProcedures(claim)
      .filter(({ line, procedure }) => line.modifiers.includes('25') && !isVisit(procedure))
      .map(({ procedure, at }) => ({
        at: `${at}.modifiers`,
        message: `Move modifier 25 from ${procedure} to the visit of that day, or remove it.`,
        ...(/^[A-Z]/.test(procedure) && { severity: 'warning' as const }),
      }));
  },
};

function isVisit(procedure: string): boolean {
  if (!/^\d{5}$/.test(procedure)) return /^G0(402|438|439|463)$/.test(procedure);
  const number = Number(procedure);
  return (number >= 99202 && number <= 99499) || (number >= 92002 && number <= 92014);
}
