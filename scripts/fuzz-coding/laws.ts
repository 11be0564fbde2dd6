import { type CodingResult, codeRecord } from '@superbill/engines/coding';
import { type CodeBook, type IsoDate, isoDate, type Setting } from '@superbill/engines/model';

/** A law that an answer broke. */
export interface Broken {
  law: string;
  detail: string;
}

/** Codes one text as a note. */
export function coded(
  book: CodeBook,
  text: string,
  setting: Setting,
  date: IsoDate = isoDate('2026-03-01'),
): CodingResult {
  const documents = [{ documentId: 'd', version: 1, kind: 'note' as const, text }];
  return codeRecord(book, { setting, date, documents });
}

/** The last day before a new edition and the first one of it. */
const aroundOctober = [isoDate('2025-09-30'), isoDate('2025-10-01')];

/**
 * What is true of every answer, whatever the text: nothing is thrown; each suggestion is billable, stands on
 * exact spans of the text and has a path; each question stands on exact spans and has a way out; no code is
 * suggested twice; exactly one code at most is first; the same text gives the same answer, on whatever date: a
 * date chooses the edition and nothing else.
 */
export function brokenLaws(book: CodeBook, text: string, setting: Setting): Broken[] {
  const broken: Broken[] = [];
  const fail = (law: string, detail: string) => broken.push({ law, detail });
  let result: CodingResult;
  try {
    result = coded(book, text, setting);
  } catch (error) {
    return [
      { law: 'nothing throws', detail: error instanceof Error ? (error.stack ?? error.message) : 'thrown' },
    ];
  }
  const isExact = ({ start, end, quote }: { start: number; end: number; quote: string }) =>
    start < end && text.slice(start, end) === quote;
  for (const { code, evidence, path, confidence } of result.suggestions) {
    if (!book.lookup(code)?.billable) fail('a suggestion can be billed', code);
    if (evidence.length === 0 || !evidence.every(isExact)) fail('a suggestion stands on exact spans', code);
    if (path.length === 0) fail('a suggestion has a path', code);
    if (!(confidence >= 0 && confidence <= 1)) fail('confidence is a share', `${code} ${confidence}`);
  }
  for (const { alternatives } of result.suggestions)
    for (const { code, needs } of alternatives)
      if (!book.lookup(code)?.billable || needs.length === 0)
        fail('an alternative can be billed and says what it needs', code);
  for (const { rule, source, why, evidence } of result.firings)
    if (!evidence.every(isExact) || source === '' || why === '') fail('a firing says where and why', rule);
  for (const { code, evidence } of result.notCoded)
    if (evidence.length === 0 || !evidence.every(isExact))
      fail('what is not coded stands on exact spans', code);
  for (const { trigger, evidence, options } of result.queries) {
    if (evidence.length === 0 || !evidence.every(isExact)) fail('a question stands on exact spans', trigger);
    if (options.length < 2) fail('a question has a way out', trigger);
  }
  const codes = result.suggestions.map(({ code }) => code);
  if (new Set(codes).size < codes.length) fail('no code is suggested twice', codes.join(' '));
  if (result.suggestions.filter(({ primary }) => primary).length > 1)
    fail('one code at most is first', codes.join(' '));
  if (JSON.stringify(coded(book, text, setting)) !== JSON.stringify(result))
    fail('the same text gives the same answer', codes.join(' '));
  const [before, after] = aroundOctober.map((date) => JSON.stringify(coded(book, text, setting, date)));
  if (before !== after) fail('with the same edition the date changes nothing', codes.join(' '));
  return broken;
}
