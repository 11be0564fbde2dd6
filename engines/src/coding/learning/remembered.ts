import type { CodeBook } from '../../model/index.ts';
import { type ClauseReading, readAssertions } from '../assertion.ts';
import type { Clause } from '../clauses.ts';
import type { Mention } from '../mention.ts';
import { isOffered, type LearntModel, type RememberedPhrase } from './model.ts';
import { type PhraseWord, phraseWords } from './phrase.ts';

/** Mentions of remembered phrases in a clause, beside those the code set's own terms make. */
export type PhraseReader = (clause: Clause, mentions: readonly Mention[], book: CodeBook) => Mention[];

/** Codes that name no diagnosis are found by their own rules only, as with the code set's terms. */
const namesNoDiagnosis = /^(?:[V-Y]|T14|Z68)/;

/** A code that a clause says more often stands on the first places. */
const mostInClause = 24;

/**
 * Reads a record for the phrases of a memory. What it finds is a mention like any other and goes through the
 * same sections, completion and rules; it stands on the exact words, and only where the record means them of
 * the patient, now.
 */
export function phraseReader({ phrases }: Pick<LearntModel, 'phrases'>): PhraseReader | undefined {
  const byFirstWord = new Map<string, { words: string[]; phrase: RememberedPhrase }[]>();
  for (const phrase of phrases) {
    if (!isOffered(phrase) || namesNoDiagnosis.test(phrase.code)) continue;
    const words = phrase.phrase.split(' ');
    const first = words[0] ?? '';
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words, phrase }]);
  }
  if (byFirstWord.size === 0) return undefined;
  return (clause, mentions, book) => {
    const words = phraseWords(clause.text);
    const found: Mention[] = [];
    let reading: ClauseReading | undefined;
    for (const [at, { text, start }] of words.entries()) {
      for (const { words: wanted, phrase } of byFirstWord.get(text) ?? []) {
        const end = lastOf(words, at, wanted)?.end;
        if (end === undefined || found.length >= mostInClause) continue;
        reading ??= readAssertions(clause.text, clause.isQuestion);
        if (reading.of(start, end) !== 'present' || !book.lookup(phrase.code)) continue;
        const mention = mentionOf(clause, start, end, phrase);
        const others = mentions.filter((other) => other.start < mention.end && mention.start < other.end);
        if (isFoundAnyway(mention.code, others, book)) continue;
        // What the code set itself calls these words stays an alternative.
        found.push({ ...mention, rivals: others.map(({ code, weight }) => ({ code, score: weight })) });
      }
    }
    return found;
  };
}

/** Those of the phrases that a text says, however it means them. */
export function phrasesSaid(text: string, phrases: readonly string[]): string[] {
  const words = phraseWords(text);
  return phrases.filter((phrase) => {
    const wanted = phrase.split(' ');
    return words.some(({ text: first }, at) => first === wanted[0] && lastOf(words, at, wanted));
  });
}

/** The last word of a phrase that begins at a place, where the text says it without a break. */
function lastOf(words: readonly PhraseWord[], at: number, wanted: readonly string[]): PhraseWord | undefined {
  const says = wanted.every((text, k) => words[at + k]?.text === text && (k === 0 || words[at + k]?.joined));
  return says ? words[at + wanted.length - 1] : undefined;
}

function mentionOf(
  clause: Clause,
  start: number,
  end: number,
  { phrase, code, accepted, rejected }: RememberedPhrase,
): Mention {
  return {
    clause,
    start: clause.start + start,
    end: clause.start + end,
    code,
    assertion: 'present',
    weight: 1,
    path: [`Phrase memory: “${phrase}” → ${code}, accepted ${countOf(accepted, rejected)} here`],
    context: clause.text.slice(start, end),
    by: 'term',
    rivals: [],
  };
}

/** `12 of 13 times`. */
export function countOf(accepted: number, rejected: number): string {
  const all = accepted + rejected;
  return `${accepted} of ${all} ${all === 1 ? 'time' : 'times'}`;
}

/** Whether the code set's own terms lead to the same code from these words: then its path is the better one. */
function isFoundAnyway(code: string, others: readonly Mention[], book: CodeBook): boolean {
  return others.some(
    (other) => other.code === code || book.complete(other.code, other.context).code === code,
  );
}

/** What is remembered of words comes before what the code set's terms make of them. */
export function withRemembered(mentions: readonly Mention[], remembered: readonly Mention[]): Mention[] {
  const all = [...mentions];
  for (const mention of remembered) {
    const at = all.findIndex(({ end }) => end > mention.start);
    all.splice(at < 0 ? all.length : at, 0, mention);
  }
  return all;
}
