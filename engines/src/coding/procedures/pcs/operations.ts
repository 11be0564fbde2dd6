import type {
  EncounterRecord,
  Evidence,
  ProcedureBook,
  ProcedureReading,
  ProcedureSuggestion,
} from '../../../model/index.ts';
import { isListedAsDone, isToldAsDone } from './performed.ts';
import { type ProcedureStatement, statementsOf } from './statements.ts';

/** What running text takes from the confidence of a list. */
const told = 0.85;
/** Nobody does more in one stay; what follows is left out. */
const mostStatements = 400;

/**
 * The procedures of an inpatient stay in ICD-10-PCS: those that lists of procedures and operative reports name, and
 * those that the course says were done. What was planned, declined or done at another time is none. A reading with open
 * axes is left out where another of the same operation is whole.
 */
export function codeOperations(record: EncounterRecord, book: ProcedureBook): ProcedureSuggestion[] {
  const found: ProcedureSuggestion[] = [];
  const stayYear = Number(record.date.slice(0, 4));
  let statements = 0;
  for (const document of record.documents)
    for (const statement of statementsOf(document)) {
      if (book.namesIn(statement.clause.text).length === 0) continue;
      if (++statements > mostStatements) return merged(found);
      for (const reading of book.read(statement.clause.text, statement.context)) {
        if (isDone(reading, statement, stayYear)) found.push(suggest(reading, statement));
      }
    }
  return merged(found);
}

function isDone(
  reading: ProcedureReading,
  { clause, isList }: ProcedureStatement,
  stayYear: number,
): boolean {
  const start = Math.min(...reading.evidence.map((span) => span.start));
  const end = Math.max(...reading.evidence.map((span) => span.end));
  if (isList) return isListedAsDone(clause.text, start, end);
  // `Drained`, `repaired`: running text uses the general names of operations loosely.
  if (reading.isGeneral || clause.isQuestion || !codedFromText.test(reading.code)) return false;
  return isToldAsDone(clause.text, start, end, stayYear);
}

/**
 * What running text is read for: surgery (but no look from outside), obstetrics, transfusions and dialysis, cardiac
 * catheters, assistance and performance. Pictures, measurements and therapies are told of without end, and hospitals
 * choose which of them they code; those that a list of procedures names are coded.
 */
const codedFromText = /^(?:0[^?](?!J..X)[^?]|1|302|3E1M|4A02|5|6A5)/;

function suggest(
  reading: ProcedureReading,
  { document, clause, isList }: ProcedureStatement,
): ProcedureSuggestion {
  const { isGeneral: _, evidence, ...rest } = reading;
  const spans = evidence.map(
    ({ start, end, quote }): Evidence => ({
      documentId: document.documentId,
      version: document.version,
      start: clause.start + start,
      end: clause.start + end,
      quote,
    }),
  );
  const confidence = Math.round(rest.confidence * (isList ? 1 : told) * 100) / 100;
  return { ...rest, confidence, evidence: spans };
}

/** One suggestion a code; what leaves axes open joins the whole code that it may be. */
function merged(found: readonly ProcedureSuggestion[]): ProcedureSuggestion[] {
  const whole = found.filter(({ open }) => open.length === 0);
  const byCode = new Map<string, ProcedureSuggestion>();
  for (const one of found) {
    const code = one.open.length === 0 ? one.code : (coveredBy(one.code, whole) ?? one.code);
    const known = byCode.get(code);
    if (!known) {
      byCode.set(
        code,
        code === one.code ? one : joined(whole.find((other) => other.code === code) ?? one, one),
      );
      continue;
    }
    byCode.set(code, joined(known, one));
  }
  return [...byCode.values()];
}

function coveredBy(template: string, whole: readonly ProcedureSuggestion[]): string | undefined {
  const isMeant = (code: string) =>
    [...template].every((character, at) => character === '?' || character === code[at]);
  return whole.find(({ code }) => isMeant(code))?.code;
}

function joined(one: ProcedureSuggestion, other: ProcedureSuggestion): ProcedureSuggestion {
  const isKnown = (span: Evidence) =>
    one.evidence.some((known) => known.documentId === span.documentId && known.start === span.start);
  const more = other.evidence.filter((span) => !isKnown(span));
  return {
    ...one,
    confidence: Math.max(one.confidence, other.open.length > 0 ? 0 : other.confidence),
    evidence: [...one.evidence, ...more],
  };
}
