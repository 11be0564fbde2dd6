import type { Evidence } from '../../model/index.ts';
import { readAssertions } from '../assertion.ts';
import type { Candidate } from '../candidates.ts';
import type { Mention } from '../mention.ts';
import type { Case, ReadDocument } from '../rules/rule.ts';
import { clauseAt } from '../section-places.ts';
import { type Person, personOf } from './person.ts';
import type { AnalyteId } from './values/analyte.ts';
import type { FoundValue } from './values/found-value.ts';
import { readValues } from './values/read-values.ts';

/** A condition as codes and as words: either shows that the provider has thought of it. */
export interface Subject {
  codes?: RegExp;
  /** Matched against the text of notes; alternatives only, nothing that repeats. */
  words?: RegExp;
}

/** What questions are raised from: the record as read, and what was settled about it. */
export interface Asking extends Case {
  settled: readonly Candidate[];
  isInpatient: boolean;
  person: Person;
  /** Current values in the order of the text. */
  values: readonly FoundValue[];
  current(id: AnalyteId): FoundValue[];
  /** Earlier ones too. */
  all(id: AnalyteId): FoundValue[];
  /** Whether the provider speaks of a condition in any way: as present, denied, doubted or past; not of a relative's. */
  speaksOf(subject: Subject): boolean;
}

/** Written by somebody who treats the patient; a report or a result only supports them (guideline III.B). */
export const isProviders = ({ document: { kind } }: ReadDocument): boolean =>
  kind === 'note' || kind === 'addendum';

const others = new Set(['family', 'other-person']);

export function prepare(settled: readonly Candidate[], about: Case): Asking {
  const values = about.read.flatMap(readValues);
  const byId = new Map<AnalyteId, FoundValue[]>();
  for (const value of values) {
    const known = byId.get(value.id);
    if (known) known.push(value);
    else byId.set(value.id, [value]);
  }
  const spoken = new Set<string>();
  for (const { document, mentions } of about.read) {
    if (document.kind === 'report' || document.kind === 'result') continue;
    for (const { code, assertion } of mentions) if (!others.has(assertion)) spoken.add(code);
  }
  for (const { code } of settled) spoken.add(code);
  const said = new Map<RegExp, boolean>();
  const all = (id: AnalyteId) => byId.get(id) ?? [];
  return {
    ...about,
    settled,
    isInpatient: about.record.setting === 'inpatient',
    person: personOf(about, spoken),
    values: values.filter(({ isPast }) => !isPast),
    all,
    current: (id) => all(id).filter(({ isPast }) => !isPast),
    speaksOf({ codes, words }) {
      if (codes && [...spoken].some((code) => codes.test(code))) return true;
      if (!words) return false;
      const known = said.get(words) ?? about.read.some((one) => saysOf(one, words));
      said.set(words, known);
      return known;
    },
  };
}

/** Longer clauses are not read for whom they speak of. */
const longestClause = 1_500;
/** More places than these would all be of relatives. */
const mostPlaces = 20;

function saysOf({ document, clauses }: ReadDocument, words: RegExp): boolean {
  if (document.kind === 'result' || document.kind === 'report') return false;
  return placesOf(words, document.text, mostPlaces).some(({ start, end }) => {
    const clause = clauseAt(clauses, start);
    if (!clause) return true;
    if (clause.section.kind === 'family-history') return false;
    if (clause.text.length > longestClause || end > clause.end) return true;
    const meant = readAssertions(clause.text, clause.isQuestion).of(start - clause.start, end - clause.start);
    return !others.has(meant);
  });
}

/** The first places where a pattern matches. */
function placesOf(pattern: RegExp, text: string, most: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const every = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`);
  for (let match = every.exec(text); match && found.length < most; match = every.exec(text)) {
    found.push({ start: match.index, end: match.index + match[0].length });
    if (match[0] === '') every.lastIndex++;
  }
  return found;
}

/** The first place where providers say something of the patient, now. */
export function saidNow({ read }: Case, words: RegExp, where?: ReadonlySet<string>): Evidence | undefined {
  for (const { document, clauses } of read.filter(isProviders)) {
    for (const { start, end } of placesOf(words, document.text, mostPlaces)) {
      const clause = clauseAt(clauses, start);
      if (!clause || end > clause.end || clause.text.length > longestClause) continue;
      const { kind } = clause.section;
      if (
        kind === 'family-history' ||
        kind === 'allergies' ||
        kind === 'instructions' ||
        (where && !where.has(kind))
      )
        continue;
      const meant = readAssertions(clause.text, clause.isQuestion).of(
        start - clause.start,
        end - clause.start,
      );
      if (meant !== 'present') continue;
      const { documentId, version, text } = document;
      return { documentId, version, start, end, quote: text.slice(start, end) };
    }
  }
  return undefined;
}

export function evidenceOfValue({ documentId, version, start, end, quote }: FoundValue): Evidence {
  return { documentId, version, start, end, quote };
}

export function evidenceOfMention({ document }: ReadDocument, { start, end }: Mention): Evidence {
  const { documentId, version, text } = document;
  return { documentId, version, start, end, quote: text.slice(start, end) };
}
