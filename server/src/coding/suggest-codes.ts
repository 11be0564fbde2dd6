import type { ResponseOf, routes } from '@superbill/contract';
import { codeRecord } from '@superbill/engines/coding';
import { codeProcedures } from '@superbill/engines/coding/procedures';
import { evaluationLevel } from '@superbill/engines/coding/procedures/evaluation';
import type { IsoDate } from '@superbill/engines/model';
import { openEdition } from '../codesets/in-use.ts';
import { procedureBooks } from '../codesets/procedure-books.ts';
import { AppError } from '../errors.ts';
import { type Actor, type System, type Work, work } from '../work.ts';
import { askForOrder, type Pending, prepareQuestion } from './language-model/ask.ts';
import { loadExperience } from './learning/experience.ts';
import { loadRecord } from './load-record.ts';
import { loadCodes, loadRejections } from './store.ts';

type Suggestions = ResponseOf<typeof routes.suggestCodes>;

/**
 * What the record suggests, in the order that a language model gives it where one is on. The model is asked
 * between two transactions.
 */
export async function suggestInOrder(
  system: System,
  actor: Actor,
  encounterId: string,
): Promise<Suggestions> {
  const { answer, pending } = await work(system, actor, (unit) => prepareSuggestions(unit, encounterId));
  if (!pending) return answer;
  const { suggestions, outcome } = await askForOrder(system, actor, pending, answer.suggestions);
  return { ...answer, suggestions, advice: { ...answer.advice, languageModel: outcome } };
}

/** What the record suggests, with the coder's decisions so far. Computed anew each time, from the latest versions. */
export async function suggestCodes(unit: Work, encounterId: string): Promise<Suggestions> {
  return (await prepareSuggestions(unit, encounterId)).answer;
}

async function prepareSuggestions(
  unit: Work,
  encounterId: string,
): Promise<{ answer: Suggestions; pending: Pending | undefined }> {
  const { db, organizationId, system } = unit;
  const encounter = await db
    .selectFrom('encounter')
    .select(['service_date', 'setting', 'patient_id'])
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', encounterId)
    .executeTakeFirst();
  if (!encounter) throw new AppError('encounter.not-found', { encounterId });
  const { book, inUse } = openEdition(system, 'icd10cm', encounter.service_date);
  const record = await loadRecord(unit, encounterId, {
    serviceDate: encounter.service_date,
    setting: encounter.setting,
  });
  const experience = await loadExperience(unit);
  const known = (await wasSeenBefore(unit, encounter)) ? { patient: 'established' as const } : {};

  const started = performance.now();
  const found = codeRecord(book, record, experience.phrases);
  const suggestions = experience.apply(found.suggestions, book);
  const procedures = codeProcedures(record, procedureBooks(system.codeSets, record.setting, record.date));
  const evaluation = evaluationLevel(record, { ...known, diagnoses: suggestions });
  const ms = Math.round((performance.now() - started) * 10) / 10;

  const accepted = new Set((await loadCodes(unit, encounterId)).map((code) => code.code));
  const rejected = new Set(await loadRejections(unit, encounterId));
  const decisionOf = (code: string) =>
    accepted.has(code) ? 'accepted' : rejected.has(code) ? 'rejected' : 'open';
  unit.audit('code.suggest', { kind: 'encounter', id: encounterId, patientId: encounter.patient_id });
  const about = { encounterId, patientId: encounter.patient_id, record, book };
  const pending = experience.mayAsk ? await prepareQuestion(unit, about, suggestions) : undefined;
  const answer: Suggestions = {
    suggestions: suggestions.map(({ assertion: _, ...suggestion }) => ({
      ...suggestion,
      decision: decisionOf(suggestion.code),
    })),
    procedures: procedures.map((procedure) => ({ ...procedure, decision: decisionOf(procedure.code) })),
    evaluation,
    queries: found.queries,
    firings: found.firings,
    notCoded: found.notCoded,
    advice: {
      learnt: experience.version,
      languageModel: { state: experience.mayAsk && system.languageModel ? 'not-asked' : 'off', reason: null },
    },
    edition: inUse,
    ms,
  };
  return { answer, pending };
}

/** A patient is established who was seen here within three years. Source: CPT E/M guidelines, "new and established". */
const yearsKnown = 3;

/** Whether the practice has seen the patient in the years before; where it has not, the note is asked. */
async function wasSeenBefore(
  { db, organizationId }: Work,
  { patient_id, service_date }: { patient_id: string; service_date: IsoDate },
): Promise<boolean> {
  // A leap day has no day of its name three years before.
  const day = service_date.slice(4).replace('-02-29', '-02-28');
  const since = `${Number(service_date.slice(0, 4)) - yearsKnown}${day}` as IsoDate;
  const earlier = await db
    .selectFrom('encounter')
    .select('encounter_id')
    .where('organization_id', '=', organizationId)
    .where('patient_id', '=', patient_id)
    .where('service_date', '<', service_date)
    .where('service_date', '>=', since)
    .limit(1)
    .executeTakeFirst();
  return earlier !== undefined;
}
