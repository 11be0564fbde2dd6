import type { Learning } from '@superbill/contract';
import { isOffered, meaningOf } from '@superbill/engines/coding/learning';
import { openEdition } from '../../codesets/in-use.ts';
import type { Work } from '../../work.ts';
import { countDecisions } from './decided-visits.ts';
import { loadModel, loadSetting, type StoredModel } from './store.ts';

/** What was learnt, for a person to look at. */
export async function readLearning(unit: Work): Promise<Learning> {
  const setting = await loadSetting(unit);
  const model = await loadModel(unit);
  const since = model?.content ? model.learntAt : setting.learnAfter;
  return {
    on: setting.learning,
    languageModel: { on: setting.languageModel, name: unit.system.languageModel?.name ?? null },
    model: model?.content ? viewOf(unit, model, model.content) : null,
    newDecisions: await countDecisions(unit, since),
  };
}

function viewOf(
  { system, today }: Work,
  { version, learntAt, learntBy, visits }: StoredModel,
  { accepted, rejected, phrases, weights }: NonNullable<StoredModel['content']>,
): Learning['model'] {
  const { book } = openEdition(system, 'icd10cm', today);
  return {
    version,
    learntAt,
    learntBy,
    visits,
    accepted,
    rejected,
    phrases: phrases.map((one) => ({
      ...one,
      title: book.lookup(one.code)?.title ?? 'Not in the edition in force',
      offered: isOffered(one),
    })),
    weights: weights.map((one) => ({ ...one, meaning: meaningOf(one.feature) })),
  };
}
