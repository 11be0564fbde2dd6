import type { CodeBook } from '../../model/index.ts';
import { readAssertions } from '../assertion.ts';
import type { Clause } from '../clauses.ts';
import type { Mention } from '../mentions.ts';
import { isOffered, type LearntModel, type RememberedPhrase } from './model.ts';
import { type PhraseWord, phraseWords } from './phrase.ts';

/** Mentions of remembered phrases in a clause, beside those the code set's own terms make. */
export type PhraseReader = (clause: Clause, mentions: readonly Mention[], book: CodeBook) => Mention[];

/** Codes that name no diagnosis are found by their own rules only, as with the code set's terms. */
const namesNoDiagnosis = /^(?:[V-Y]|T14|Z68)/;

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
    return words.flatMap((word, at) =>
      (byFirstWord.get(word.text) ?? []).flatMap(({ words: wanted, phrase }) => {
        const last = lastOf(words, at, wanted);
        if (!last || !book.lookup(phrase.code)) return [];
        const mention = mentionOf(clause, word, last, phrase);
        if (!mention) return [];
        const others = mentions.filter(({ start, end }) => start < mention.end && mention.start < end);
        if (isFoundAnyway(mention.code, others, book)) return [];
        // What the code set itself calls these words stays an alternative.
        return [{ ...mention, rivals: others.map(({ code, weight }) => ({ code, score: weight })) }];
      }),
    );
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
  first: PhraseWord,
  last: PhraseWord,
  { phrase, code, accepted, rejected }: RememberedPhrase,
): Mention | undefined {
  const reading = readAssertions(clause.text, clause.isQuestion);
  if (reading.of(first.start, last.end) !== 'present') return undefined;
  return {
    clause,
    start: clause.start + first.start,
    end: clause.start + last.end,
    code,
    assertion: 'present',
    weight: 1,
    path: [`Phrase memory: “${phrase}” → ${code}, accepted ${countOf(accepted, rejected)} here`],
    context: clause.text.slice(first.start, last.end),
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
