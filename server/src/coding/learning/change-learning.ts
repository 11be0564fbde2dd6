import { AppError } from '../../errors.ts';
import { staffId, type Work } from '../../work.ts';
import { loadModel, loadSetting, storeModel, storeSetting } from './store.ts';

/** Turns learning and the language model on or off. What was learnt stays, and is not used while off. */
export async function setLearning(
  unit: Work,
  { on, languageModel }: { on: boolean; languageModel: boolean },
): Promise<void> {
  if (languageModel && !unit.system.languageModel) throw new AppError('learning.no-model');
  const setting = await loadSetting(unit);
  await storeSetting(unit, { ...setting, learning: on, languageModel });
  unit.audit('learning.set', {
    kind: 'organization',
    id: unit.organizationId,
    detail: { learning: on, languageModel },
  });
}

/** Forgets one phrase at once, and for every later time that is learnt from the decisions so far. */
export async function forgetPhrase(
  unit: Work,
  { phrase, code }: { phrase: string; code: string },
): Promise<void> {
  const values = { forgotten_by: staffId(unit), forgotten_at: unit.now };
  await unit.db
    .insertInto('forgotten_phrase')
    .values({ organization_id: unit.organizationId, phrase, code, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'phrase', 'code']).doUpdateSet(values))
    .execute();
  const model = await loadModel(unit);
  if (model?.content) {
    const phrases = model.content.phrases.filter((one) => one.phrase !== phrase || one.code !== code);
    if (phrases.length < model.content.phrases.length)
      await storeModel(unit, { ...model.content, phrases }, model.visits);
  }
  unit.audit('learning.forget-phrase', {
    kind: 'organization',
    id: unit.organizationId,
    detail: { code },
  });
}

/** Forgets everything: decisions so far no longer count, and nothing learnt is kept. */
export async function forgetAll(unit: Work): Promise<void> {
  await storeSetting(unit, { ...(await loadSetting(unit)), learnAfter: unit.now });
  if (await loadModel(unit)) await storeModel(unit, null, 0);
  unit.audit('learning.forget-all', { kind: 'organization', id: unit.organizationId });
}
