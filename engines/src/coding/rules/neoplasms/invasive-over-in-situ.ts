import type { Candidate } from '../../candidates.ts';
import { sameSide } from '../general/specific-over-unspecified.ts';
import type { CodingRule } from '../rule.ts';

/** Carcinomas in situ and the invasive ones of the same organ. */
const pairs: { inSitu: RegExp; invasive: RegExp }[] = [
  { inSitu: /^D05/, invasive: /^C50/ },
  { inSitu: /^D06/, invasive: /^C53/ },
  { inSitu: /^D07\.5/, invasive: /^C61/ },
  { inSitu: /^D09\.0/, invasive: /^C67/ },
];

/** The part of a growth that is still in situ is no growth of its own beside the invasive one. */
export const invasiveOverInSitu: CodingRule = {
  id: 'invasive-over-in-situ',
  source: 'ICD-10-CM Official Guidelines I.C.2, behavior of the neoplasm; Excludes1 at D05',
  reason: 'An invasive growth with a part in situ is coded as invasive.',
  apply(candidates) {
    return candidates.filter((one) => !candidates.some((other) => standsOver(other, one)));
  },
  standsFor: standsOver,
};

function standsOver(other: Candidate, one: Candidate): boolean {
  return (
    sameSide(one, other) &&
    pairs.some(({ inSitu, invasive }) => inSitu.test(one.code) && invasive.test(other.code))
  );
}
