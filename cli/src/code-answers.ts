import type { CodingResult } from '@superbill/engines/coding';
import type {
  EvaluationProposal,
  ProcedureSuggestion,
  SectionPlace,
  Span,
  Suggestion,
} from '@superbill/engines/model';
import type { EditionInForce } from '@superbill/server/codesets/edition-store';
import { olderNotes } from './codes-answers.ts';
import { tellEvaluation } from './tell-evaluation.ts';
import { tellProcedures } from './tell-procedures.ts';
import type { Terminal } from './terminal.ts';

/** Diagnoses and the questions they raise, and beside them what was done and the level of the visit. */
interface Coded extends CodingResult {
  procedures: ProcedureSuggestion[];
  evaluation: EvaluationProposal;
}

/** Notes shown at a suggestion; the rest are counted. What is missing and what contradicts comes first. */
const mostNotes = 4;

const isOfTabularList = (note: string) => /^(?:Excludes1|Code first|Use additional|Code also)/.test(note);

/** One text is one document, so its spans need no name of a document. */
export function codingAnswer(
  id: unknown,
  { suggestions, procedures, evaluation, queries, firings, notCoded }: Coded,
  ms: number,
  { codes, outOfDate }: EditionInForce,
) {
  const spans = (evidence: readonly { start: number; end: number; quote: string }[]) =>
    evidence.map(({ start, end, quote }) => ({ start, end, quote }));
  const { edition, starter } = codes.edition;
  const notesFrom = olderNotes(codes.edition);
  return {
    id,
    suggestions: suggestions.map(({ presentOnAdmission: onAdmission, ...suggestion }) => ({
      ...suggestion,
      evidence: spans(suggestion.evidence),
      ...(onAdmission && {
        presentOnAdmission: { ...onAdmission, evidence: spans(onAdmission.evidence) },
      }),
    })),
    procedures: procedures.map((procedure) => ({ ...procedure, evidence: spans(procedure.evidence) })),
    evaluation: {
      ...evaluation,
      elements: evaluation.elements.map((element) => ({ ...element, evidence: spans(element.evidence) })),
    },
    queries: queries.map((query) => ({ ...query, evidence: spans(query.evidence) })),
    firings: firings.map((firing) => ({ ...firing, evidence: spans(firing.evidence) })),
    notCoded: notCoded.map((one) => ({ ...one, evidence: spans(one.evidence) })),
    ms,
    edition,
    starter,
    outOfDate,
    ...(notesFrom && { notesFrom }),
  };
}

/** The answer for a person: each suggestion with what it stands on, then what is left to ask and what was left out. */
export function tellCoding(
  terminal: Terminal,
  { suggestions, procedures, evaluation, queries, firings, notCoded }: Coded,
  { codes }: EditionInForce,
): void {
  if (suggestions.length === 0) terminal.out('No diagnosis found that can be coded.');
  const sources = new Map(firings.map(({ rule, source }) => [rule, source]));
  for (const suggestion of suggestions) tellSuggestion(terminal, suggestion, sources);
  const notesFrom = olderNotes(codes.edition);
  if (notesFrom && suggestions.some(({ notes }) => notes.some(isOfTabularList)))
    terminal.out(
      `Tabular notes (!) are those of the tabular list of ${notesFrom}: some may have changed since.`,
    );
  tellProcedures(terminal, procedures);
  tellEvaluation(terminal, evaluation);
  for (const { question, options } of queries) {
    terminal.out(`Ask the physician: ${question}`);
    terminal.out(`    ${options.join(' | ')}`);
  }
  const leftOut = firings.filter(({ did }) => did === 'removed');
  if (leftOut.length + notCoded.length > 0) terminal.out('Not coded, and why:');
  for (const { from = '', to, title, why, source } of leftOut)
    terminal.out(`    ${from}  ${title}: ${why}${to ? ` Here ${to} stands for it.` : ''} (${source})`);
  for (const { code, title, reason, source, evidence } of notCoded)
    terminal.out(`    ${code}  ${title}, “${said(evidence[0])}”: ${reason} (${source})`);
}

function tellSuggestion(
  terminal: Terminal,
  { code, title, confidence, primary, evidence, sections, path, notes, ...also }: Suggestion,
  sources: ReadonlyMap<string, string>,
): void {
  const { rules, alternatives, riskCategories, presentOnAdmission } = also;
  const marks = [
    `${Math.round(confidence * 100)} %`,
    ...(primary ? ['first-listed'] : []),
    ...riskCategories.map(({ model, category }) => `${model} category ${category}`),
  ];
  terminal.out(`${code}  ${title}  (${marks.join(', ')})`);
  for (const [at, span] of evidence.entries())
    terminal.out(`    “${said(span)}” at ${span.start}${sectionOf(sections[at])}`);
  terminal.out(`    ${path.join(' › ')}`);
  for (const rule of rules) terminal.out(`    rule ${rule}: ${sources.get(rule) ?? ''}`);
  if (presentOnAdmission)
    terminal.out(`    present on admission ${presentOnAdmission.indicator}: ${presentOnAdmission.reason}`);
  for (const note of notes.slice(0, mostNotes)) terminal.out(`    ! ${note}`);
  if (notes.length > mostNotes)
    terminal.out(`    ! and ${notes.length - mostNotes} more: superbill codes lookup ${code}`);
  for (const other of alternatives)
    terminal.out(`    or ${other.code}  ${other.title}: ${other.needs.join(', ')}`);
}

const said = (span: Span | undefined) => (span?.quote ?? '').replaceAll(/\s+/g, ' ');

function sectionOf(place: SectionPlace | undefined): string {
  if (!place || (place.kind === 'body' && place.heading === '')) return '';
  return `, ${place.heading === '' ? place.kind : place.heading}`;
}
