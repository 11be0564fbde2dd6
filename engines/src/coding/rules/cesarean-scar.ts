import { evidenceOf } from '../candidates.ts';
import { added, type Case, type CodingRule } from './rule.ts';

const earlier =
  /\b(?:prior|previous|past|history of|hx of|h\/o|hx|repeat)(?: (?:low transverse|classical|\d|one|two))? ?(?:c[- ]?sections?|c\/s|cs|cesareans?(?: (?:sections?|deliver(?:y|ies)))?|LTCS)\b|\bVBAC\b|\bTOLAC\b/i;
const lowTransverse = /\blow[- ]transverse\b|\bLTCS\b/i;

/** The scar of an earlier cesarean delivery concerns each later pregnancy. */
export const cesareanScar: CodingRule = {
  id: 'cesarean-scar',
  source: 'ICD-10-CM index, Pregnancy, complicated by, previous cesarean delivery; tabular list, O34.21-',
  reason: 'The scar of an earlier cesarean delivery is coded in a pregnancy.',
  apply(candidates, about) {
    const pregnant = candidates.some(({ code }) => /^(?:O(?!0[0-8]|8[6-9])|Z3A|Z34)/.test(code));
    if (!pregnant || candidates.some(({ code }) => /^O34\.21/.test(code))) return [...candidates];
    const said = scarSaid(about);
    if (!said) return [...candidates];
    const code = said.isLow && about.book.lookup('O34.211')?.billable ? 'O34.211' : 'O34.219';
    const scar = added(
      code,
      [said.evidence],
      about,
      'Scar of an earlier cesarean delivery',
      candidates.length + 300,
    );
    return scar ? [...candidates.filter((one) => one.code !== 'Z98.891'), scar] : [...candidates];
  },
  standsFor: ({ code }) => /^O34/.test(code),
};

function scarSaid({ read }: Case) {
  const all = read.flatMap(({ document, clauses }) => clauses.map((clause) => ({ document, clause })));
  const isLow = all.some(({ clause }) => lowTransverse.test(clause.text));
  for (const { document, clause } of all) {
    if (clause.section.kind === 'family-history') continue;
    const match = earlier.exec(clause.text);
    if (!match) continue;
    const start = clause.start + match.index;
    return { evidence: evidenceOf(document, start, start + match[0].length), isLow };
  }
  return undefined;
}
