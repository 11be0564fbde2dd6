import type { Advice } from '@superbill/contract';
import {
  promptOf,
  type Question,
  questionOf,
  readAnswer,
  takeOrder,
} from '@superbill/engines/coding/language-model';
import { vocabularyOf } from '@superbill/engines/coding/learning';
import type { CodeBook, EncounterRecord, Suggestion } from '@superbill/engines/model';
import { type Actor, type System, type Work, work } from '../../work.ts';
import { namesOfPatients, namesOfStaff } from '../learning/known-names.ts';

/** A question that may be asked once the transaction that audits it has ended. */
export interface Pending {
  encounterId: string;
  patientId: string;
  question: Question;
  book: CodeBook;
}

type Outcome = Advice['languageModel'];

/**
 * What a language model would be asked about a visit's suggestions: de-identified here, and audited before it
 * leaves: that, which model, how much; never the text.
 */
export async function prepareQuestion(
  unit: Work,
  about: { encounterId: string; patientId: string; record: EncounterRecord; book: CodeBook },
  suggestions: readonly Suggestion[],
): Promise<Pending | undefined> {
  const { languageModel } = unit.system;
  if (!languageModel) return undefined;
  const { encounterId, patientId, record, book } = about;
  const own = (await namesOfPatients(unit, [patientId])).get(patientId) ?? [];
  const names = new Set([...own, ...(await namesOfStaff(unit))]);
  const question = questionOf(suggestions, record, { knowsWord: vocabularyOf(book), names });
  if (!question) return undefined;
  unit.audit('language-model.ask', {
    kind: 'encounter',
    id: encounterId,
    patientId,
    detail: {
      model: languageModel.name,
      spans: question.spans.length,
      candidates: question.candidates.length,
    },
  });
  return { encounterId, patientId, question, book };
}

/**
 * Asks, outside of any transaction, and puts the suggestions in the order of an answer that holds. Any other
 * answer, and none in time, leaves them as they are and says why.
 */
export async function askForOrder<Suggested extends { code: string; primary: boolean }>(
  system: System,
  actor: Actor,
  { encounterId, patientId, question, book }: Pending,
  suggestions: readonly Suggested[],
): Promise<{ suggestions: Suggested[]; outcome: Outcome }> {
  const { languageModel } = system;
  if (!languageModel) return { suggestions: [...suggestions], outcome: { state: 'off', reason: null } };
  const reply = await languageModel.ask(promptOf(question));
  const answer = reply.ok ? readAnswer(reply.text, question) : reply;
  const outcome: Outcome = answer.ok
    ? { state: 'ordered', reason: null }
    : { state: 'fell-back', reason: answer.reason };
  await work(system, actor, async (unit) =>
    unit.audit('language-model.answer', {
      kind: 'encounter',
      id: encounterId,
      patientId,
      detail: { model: languageModel.name, outcome: outcome.reason ?? outcome.state },
    }),
  );
  return { suggestions: answer.ok ? takeOrder(suggestions, answer.codes, book) : [...suggestions], outcome };
}
