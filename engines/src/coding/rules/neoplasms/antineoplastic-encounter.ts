import { added, type Case, type CodingRule } from '../rule.ts';
import { concluded, said } from '../stated.ts';

const reason =
  '(?:encounter|admi(?:t|tted|ssion)|here|presents|inpatient|hospitali[sz]ed)(?: \\w+){0,3} for(?: \\w+){0,3} ';
const cycle =
  /\b(?:electively|elective(?:ly)? admi\w+|admitted) for (?:\w+ ){0,3}(?:cycle|induction(?! of labou?r)|consolidation) ?#?\d?/gi;
const both = new RegExp(`${reason}(?:chemo-?immunotherapy|chemotherapy and immunotherapy)`, 'gi');
const chemotherapy = new RegExp(`${reason}(?:chemo(?:therapy)?|antineoplastic)\\b`, 'gi');
const immunotherapy = new RegExp(`${reason}(?:immunotherapy)\\b`, 'gi');
const radiation = new RegExp(`${reason}(?:radiation|radiotherapy|XRT)\\b`, 'gi');
const bare = /\bchemo-?immunotherapy\b/i;

/** A patient who came for the treatment of a cancer: the encounter comes first, the cancer after it. */
export const antineoplasticEncounter: CodingRule = {
  id: 'antineoplastic-encounter',
  source: 'ICD-10-CM Official Guidelines I.C.2.e.2',
  reason: 'An encounter only for chemotherapy, immunotherapy or radiation comes before the cancer.',
  apply(candidates, about) {
    if (!candidates.some(({ code }) => /^(?:C|D[0-4])/.test(code))) return [...candidates];
    const found = encounters(about);
    if (found.length === 0) return [...candidates];
    const known = new Set(candidates.map(({ code }) => code));
    const fresh = found.flatMap(([code, evidence], at) =>
      known.has(code)
        ? []
        : (added(code, [evidence], about, 'The encounter is for the treatment', -2 + at * 0.1) ?? []),
    );
    return [...candidates.filter(({ code }) => code !== 'Z76.89' && code !== 'Z51.89'), ...fresh];
  },
  standsFor: ({ code }) => /^Z51\.[01]/.test(code),
};

function encounters(about: Case) {
  type Encounter = [string, NonNullable<ReturnType<typeof said>>['evidence']];
  const found: Encounter[] = [];
  const joint = concluded(about, both);
  const chemo = joint ?? concluded(about, chemotherapy);
  const immune = joint ?? concluded(about, immunotherapy);
  const rays = concluded(about, radiation);
  if (rays) found.push(['Z51.0', rays.evidence]);
  if (chemo) found.push(['Z51.11', chemo.evidence]);
  const withImmune = immune ?? (chemo && bare.test(chemo.clause.text) ? chemo : undefined);
  if (withImmune) found.push(['Z51.12', withImmune.evidence]);
  if (found.length === 0) {
    const elective = said(about, cycle);
    if (elective) found.push(['Z51.11', elective.evidence]);
  }
  return found;
}
