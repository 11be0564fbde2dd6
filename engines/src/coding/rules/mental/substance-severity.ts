import type { Candidate } from '../../candidates.ts';
import { added, type CodingRule, moved } from '../rule.ts';
import { concludes, type Statement, statements } from '../stated.ts';

/** Substances by the category of their disorders. Source: index, Disorder, … use. */
const substances: { name: string; category: string }[] = [
  { name: 'alcohol|EtOH', category: 'F10' },
  { name: 'opioid|opiate|heroin|fentanyl|oxycodone|hydrocodone', category: 'F11' },
  { name: 'cannabis|marijuana|THC', category: 'F12' },
  { name: 'sedative|benzodiazepine|benzo|hypnotic|anxiolytic|alprazolam|barbiturate', category: 'F13' },
  { name: 'cocaine|crack', category: 'F14' },
  { name: 'methamphetamine|meth|amphetamine|stimulant', category: 'F15' },
  { name: 'hallucinogen|PCP|phencyclidine|LSD', category: 'F16' },
  { name: 'inhalant|volatile solvent', category: 'F18' },
];
const degrees = 'mild|moderate|severe';
const disorder = new RegExp(
  `\\b(?:(${degrees}) )?(${substances.map(({ name }) => name).join('|')})[- ]use (?:disorder|d/o)(?:,? \\(?(${degrees}))?`,
  'gi',
);

/** A use disorder by its severity: mild is abuse, moderate and severe are dependence. */
export const substanceSeverity: CodingRule = {
  id: 'substance-severity',
  source: 'ICD-10-CM Official Guidelines I.C.5.b; index, Disorder, substance use, by severity',
  reason: 'A use disorder is coded by the substance and its severity.',
  apply(candidates, about) {
    let settled = [...candidates];
    for (const stated of statements(about, disorder, (clause) => concludes(clause, about))) {
      settled = withDisorder(settled, stated, about);
    }
    return settled;
  },
};

function withDisorder(
  candidates: Candidate[],
  { match, evidence }: Statement,
  about: Parameters<CodingRule['apply']>[1],
): Candidate[] {
  const [, before, name = '', after] = match;
  const degree = (before ?? after)?.toLowerCase();
  const category = substances.find((one) => new RegExp(`^(?:${one.name})$`, 'i').test(name))?.category;
  if (!degree || !category) return candidates;
  const isHere = ({ code, evidence: spans }: Candidate) =>
    /^F1[0-9]/.test(code) &&
    spans.some(
      (span) =>
        span.documentId === evidence.documentId && span.start < evidence.end && evidence.start < span.end,
    );
  // What goes with it (withdrawal, a psychosis, remission) says more than the severity alone.
  if (candidates.some(({ code }) => code.startsWith(category) && !/\.(?:9\d*|10|20)$/.test(code)))
    return candidates;
  const code = `${category}.${degree === 'mild' ? '10' : '20'}`;
  const wrong = candidates.find((one) => isHere(one) && one.code !== code);
  const kept = candidates.filter((one) => one === wrong || !(isHere(one) && one.code !== code));
  if (kept.some((one) => one.code === code)) return kept.filter((one) => one !== wrong);
  if (wrong)
    return kept.map((one) => (one === wrong ? moved(one, code, about.book, `Use disorder, ${degree}`) : one));
  const order =
    candidates.filter((one) => one.evidence.some((span) => span.start < evidence.start)).length - 0.5;
  const found = added(code, [evidence], about, `Use disorder, ${degree}`, order);
  return found ? [...kept, found] : kept;
}
