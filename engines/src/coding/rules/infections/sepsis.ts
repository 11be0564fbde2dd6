import type { Evidence } from '../../../model/index.ts';
import { type Candidate, evidenceOf } from '../../candidates.ts';
import { added, type Case, type CodingRule, moved } from '../rule.ts';
import { concluded, readingOf, type Statement } from '../stated.ts';
import { culturesIn } from './cultures.ts';
import { organismIn } from './organisms.ts';

const words =
  /\b(?:sepsis|septic(?: shock)?|septic(?:a)?emia)\b(?! (?:\w+ )?(?:arthritis|joint|embol\w+|abortion|bursitis|knee|hip|work-?up|screen\w*|bundle|protocol|alert|criteria|pathway|order))/gi;
const shock = /\bseptic shock\b|\b(?:severe )?sepsis (?:with|w\/|and|c\/b) (?:septic )?shock\b/gi;
const severe = /\bsevere sepsis\b/gi;

const systemic = /^(?:A40|A41|A02\.1|A22\.7|A26\.7|A32\.7|A42\.7|A54\.86|B37\.7|P36|O85|O75\.3|T81\.44)/;
const unspecified = 'A41.9';

/**
 * Sepsis is coded by its organism, named with it or grown from the blood; severe sepsis and septic shock
 * have a second code, which never stands alone or first.
 */
export const sepsis: CodingRule = {
  id: 'sepsis',
  source: 'ICD-10-CM Official Guidelines I.C.1.d.1 to I.C.1.d.4',
  reason: 'Sepsis is coded by its organism, and severe sepsis or septic shock beside it.',
  apply(candidates, about) {
    const stated = concluded(about, words);
    if (!stated) return [...candidates];
    const infection = systemicInfection(candidates, stated, about);
    const kept = candidates.filter(
      (candidate) => candidate.code !== unspecified && !(infection && isCircumscribed(candidate)),
    );
    const settled = infection ? [...kept.filter(({ code }) => code !== infection.code), infection] : kept;
    const severity = severityCode(settled, infection ?? stated, about);
    return severity ? [...settled, severity] : settled;
  },
  standsFor: ({ code }) => systemic.test(code) || /^R65\.2/.test(code),
};

/** Shock and bacteremia are the sepsis told otherwise. */
const isCircumscribed = ({ code }: Candidate) => /^(?:R57\.[89]|R78\.81)/.test(code);

/** The candidate for the sepsis itself, made exact; added where the record's words led only to its source. */
function systemicInfection(
  candidates: readonly Candidate[],
  stated: Statement,
  about: Case,
): Candidate | undefined {
  if (candidates.some(({ code }) => systemic.test(code) && code !== unspecified && !/^T81/.test(code))) {
    return undefined;
  }
  const plain = candidates.find(({ code }) => code === unspecified);
  const order = plain?.order ?? Math.max(0, firstOrder(candidates, stated.evidence) - 0.5);
  const base = plain ?? added(unspecified, [stated.evidence], about, 'Index: Sepsis → A41.9', order);
  const exact = organismOf(stated, about);
  if (!base || !exact || !about.book.lookup(exact.code)?.billable) return base;
  const named = moved(base, exact.code, about.book, 'Sepsis by the organism that the record names');
  return { ...named, order, evidence: [...base.evidence, exact.evidence] };
}

/** Where the sepsis would stand among the diagnoses: before the first that its own sentence names. */
function firstOrder(candidates: readonly Candidate[], { documentId, start }: Evidence): number {
  const near = candidates.filter(({ evidence }) =>
    evidence.some((one) => one.documentId === documentId && one.end >= start),
  );
  return Math.min(candidates.length, ...near.map(({ order }) => order));
}

/** The organism named with the sepsis, or the one that the blood grew. */
function organismOf(
  { clause, document }: Statement,
  about: Case,
): { code: string; evidence: Evidence } | undefined {
  const named = organismIn(clause.text);
  if (named && readingOf(clause).of(named.start, named.end) !== 'negated') {
    const evidence = evidenceOf(document, clause.start + named.start, clause.start + named.end);
    return { code: named.organism.sepsis, evidence };
  }
  const grown = culturesIn(about).find(({ text }) => /\b(?:blood|bcx|bacteremia)\b/i.test(text));
  return grown && { code: grown.organism.sepsis, evidence: grown.evidence };
}

function severityCode(
  candidates: readonly Candidate[],
  beside: Candidate | Statement,
  about: Case,
): Candidate | undefined {
  if (candidates.some(({ code }) => /^(?:R65\.2|T81\.12)/.test(code))) return undefined;
  const inShock = concluded(about, shock);
  const said = inShock ?? concluded(about, severe);
  if (!said) return undefined;
  const order = 'order' in beside ? beside.order + 0.25 : candidates.length;
  const code = inShock ? 'R65.21' : 'R65.20';
  return added(code, [said.evidence], about, inShock ? 'Septic shock stated' : 'Severe sepsis stated', order);
}
