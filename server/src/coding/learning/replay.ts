import { codeRecord } from '@superbill/engines/coding';
import {
  type Decision,
  featuresOf,
  type LearntModel,
  learn,
  phrasesSaid,
} from '@superbill/engines/coding/learning';
import type { CodeBook, EncounterRecord } from '@superbill/engines/model';
import type { DecidedVisit } from './decided-visits.ts';
import { wordsIn } from './known-names.ts';

/** A visit's decisions, and of those that the engine alone would not have asked for, where to look for their words. */
export interface Replayed {
  decisions: Decision[];
  /** Rejections of codes that only a remembered phrase can have brought. */
  unexplained: { decision: Decision; texts: string[] }[];
}

/**
 * Sees a visit's suggestions again and ties the decisions to how each came about. A rejection has no words of its
 * own: they are those the suggestion stands on. Words with a name that the practice knows teach nothing,
 * whatever the vocabulary says of them.
 */
export function replay(
  visit: DecidedVisit,
  record: EncounterRecord,
  book: CodeBook,
  isName: (word: string) => boolean,
): Replayed {
  const offered = new Map(codeRecord(book, record).suggestions.map((one) => [one.code, one]));
  const replayed: Replayed = { decisions: [], unexplained: [] };
  for (const { code, outcome, at, quotes } of visit.decisions) {
    const suggestion = offered.get(code);
    const said = outcome === 'accepted' ? quotes : (suggestion?.evidence ?? []).map(({ quote }) => quote);
    const decision: Decision = {
      patient: visit.patientId,
      encounter: visit.encounterId,
      code,
      outcome,
      at,
      quotes: [...new Set(said)].filter((quote) => !wordsIn(quote).some(isName)),
      ...(suggestion && {
        offered: { confidence: suggestion.confidence, features: featuresOf(suggestion) },
      }),
    };
    replayed.decisions.push(decision);
    if (outcome === 'rejected' && !suggestion)
      replayed.unexplained.push({ decision, texts: record.documents.map(({ text }) => text) });
  }
  return replayed;
}

/** Learns from replayed visits. Phrases are found first, so that rejections of what they brought count against them. */
export function learnFrom(replayed: readonly Replayed[], options: Parameters<typeof learn>[1]): LearntModel {
  const decisions = replayed.flatMap((visit) => visit.decisions);
  const { phrases } = learn(decisions, options);
  const explained = new Map<Decision, Decision>();
  for (const { decision, texts } of replayed.flatMap(({ unexplained }) => unexplained)) {
    const ofCode = phrases.filter(({ code }) => code === decision.code).map(({ phrase }) => phrase);
    const quotes = ofCode.length === 0 ? [] : texts.flatMap((text) => phrasesSaid(text, ofCode));
    explained.set(decision, { ...decision, quotes: [...new Set(quotes)] });
  }
  return learn(
    decisions.map((decision) => explained.get(decision) ?? decision),
    options,
  );
}
