import { added, type CodingRule, isDiabetes } from '../rule.ts';
import { firstSaid } from '../stated.ts';

const pump = new Set(['pump']);

/** A pump that a patient with diabetes wears is a status of its own. */
export const insulinPump: CodingRule = {
  id: 'insulin-pump',
  source: 'ICD-10-CM Official Guidelines I.C.21.c.3; index, Presence, insulin pump',
  reason: 'Wearing an insulin pump is coded beside diabetes.',
  apply(candidates, about) {
    const isCoded = candidates.some(({ code }) => code === 'Z96.41');
    if (isCoded || !candidates.some(({ code }) => isDiabetes(code))) return [...candidates];
    const said = firstSaid(about, pump, ({ text }) =>
      /\b(?:insulin|on|by|via) (?:a |the |an )?(?:insulin )?pump\b(?! (?:CABG|bypass|coronary|surgery|inhibitor))/i.test(
        text,
      ),
    );
    const status =
      said && added('Z96.41', [said], about, 'Insulin pump with diabetes', candidates.length + 350);
    return status ? [...candidates, status] : [...candidates];
  },
};
