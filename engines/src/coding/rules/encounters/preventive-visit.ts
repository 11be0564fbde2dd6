import type { Evidence } from '../../../model/index.ts';
import { type Candidate, evidenceOf } from '../../candidates.ts';
import { added, type Case, type CodingRule } from '../rule.ts';
import { clauseAround, readingOf } from '../stated.ts';

const adult =
  /\b(?:(?:annual|yearly|medicare|subsequent|initial) (?:wellness|physical|preventive)(?: (?:visit|exam\w*))?|awv|wellness visit|preventive (?:visit|exam\w*)|well (?:man|adult)(?: (?:visit|exam\w*|check))?)\b/i;
const child =
  /\bwell[- ](?:(?:child|baby|infant|toddler|adolescent|teen)(?:[- ](?:visit|check|exam\w*))?|\d{1,2}[- ]?(?:yo|y\/o|(?:yr|year|mo|month)s?[- ]old))\b/i;
const abnormal = /\babnormal findings?\b/i;
const withoutAbnormal = /\b(?:no|without|w\/o) (?:any )?abnormal findings?\b/i;
/** Where the reason for a visit is told: its opening, its complaint, its assessment. */
const sections = new Set(['assessment', 'impression', 'plan', 'body', 'complaint']);
const openingLength = 200;

interface Reason {
  kind: 'adult' | 'child';
  evidence: Evidence;
}

function reasonOf({ read }: Case): Reason | undefined {
  for (const { document, clauses } of read) {
    if (document.kind !== 'note') continue;
    for (const clause of clauses) {
      const { section, text, start, isQuestion } = clause;
      if (!sections.has(section.kind) || isQuestion) continue;
      if (section.kind === 'body' && start > openingLength) continue;
      for (const [kind, pattern] of [
        ['child', child],
        ['adult', adult],
      ] as const) {
        const match = pattern.exec(text);
        const end = match ? match.index + match[0].length : 0;
        if (
          !match ||
          readingOf(clause).of(match.index, end) !== 'present' ||
          isOfAnotherDay(text, match.index, end)
        )
          continue;
        return { kind, evidence: evidenceOf(document, start + match.index, start + end) };
      }
    }
  }
  return undefined;
}

/** `Due for an annual physical`, `after her last well visit`: an examination to come or gone by. */
const another =
  /\b(?:due for|overdue for|needs?|after|since|last|missed|next|schedul\w+|book\w*|at (?:his|her|the)|for (?:his|her)) (?:\w+ ){0,2}$/i;

const dated = /^,? (?:was |is )?(?:last|next|due|overdue|scheduled|in \d|in (?:19|20)\d\d)\b/i;

function isOfAnotherDay(text: string, at: number, end: number): boolean {
  return another.test(text.slice(Math.max(0, at - 40), at)) || dated.test(text.slice(end, end + 20));
}

function findingsSaid({ read }: Case): boolean {
  const texts = read.flatMap(({ clauses }) => clauses.map(({ text }) => text));
  return texts.some((text) => abnormal.test(text) && !withoutAbnormal.test(text));
}

/** A routine examination leads the codes of its visit, with or without abnormal findings as the record says. */
export const preventiveVisit: CodingRule = {
  id: 'preventive-visit',
  source: 'ICD-10-CM Official Guidelines I.C.21.c.12 and IV.P',
  reason: 'A routine examination leads the codes of its visit.',
  apply(candidates, about) {
    // Examinations are reasons for a visit, never for a stay (section II).
    if (about.record.setting === 'inpatient') return [...candidates];
    const coded = candidates.find(({ code }) => /^Z00\.[01]/.test(code));
    if (coded?.evidence.every((span) => isComing(span, about)))
      return candidates.filter((one) => one !== coded);
    if (coded)
      return candidates.map((candidate) => (candidate === coded ? { ...coded, order: -1 } : candidate));
    const reason = reasonOf(about);
    if (!reason) return [...candidates];
    const found = findingsSaid(about);
    const code = reason.kind === 'child' ? (found ? 'Z00.121' : 'Z00.129') : found ? 'Z00.01' : 'Z00.00';
    const why = found
      ? 'Routine examination; the record says that findings were abnormal'
      : 'Routine examination; no abnormal finding is called one';
    const examination = added(code, [reason.evidence], about, why, -1);
    return examination ? [examination, ...candidates.filter(isNotExamination)] : [...candidates];
  },
  standsFor: ({ code }) => /^Z00/.test(code),
};

function isComing(span: Evidence, about: Case): boolean {
  const clause = clauseAround(about, span);
  const isToCome = /^(?:over)?due for\b/i.test(span.quote);
  return (
    isToCome ||
    (clause !== undefined && isOfAnotherDay(clause.text, span.start - clause.start, span.end - clause.start))
  );
}

const isNotExamination = ({ code }: Candidate) => !/^Z0[01]/.test(code);
