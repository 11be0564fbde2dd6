import { added, type CodingRule } from '../rule.ts';
import { firstSaid } from '../stated.ts';

/** Diseases of which dementia is the manifestation. */
const underlying = /^(?:G30|G31\.(?:[01]|8(?!4))|G20|G10|B20|A81)/;
const dementia = new Set(['dementia']);

/** The disease first, dementia in it second; never the dementia of unknown cause. */
export const dementiaManifestation: CodingRule = {
  id: 'dementia-manifestation',
  source: 'ICD-10-CM Official Guidelines I.A.13; notes at F02 and G30',
  reason: 'Dementia in another disease is coded after that disease.',
  apply(candidates, about) {
    const disease = candidates.find(({ code }) => underlying.test(code));
    if (!disease) return [...candidates];
    const rest = candidates.filter(({ code }) => !/^F03/.test(code));
    if (rest.some(({ code }) => /^F02/.test(code))) return rest;
    const unknown = candidates.find(({ code }) => /^F03/.test(code));
    const said = unknown?.evidence[0] ?? firstSaid(about, dementia);
    if (!said) return rest;
    const { code } = about.book.complete('F02', `${disease.context} ; ${unknown?.context ?? ''}`);
    const reason = `Dementia in ${disease.title}: manifestation after the disease (I.A.13)`;
    const manifestation = added(code, [said], about, reason, disease.order + 0.5);
    return manifestation ? [...rest, manifestation] : rest;
  },
  standsFor: ({ code }) => /^F02/.test(code),
};
