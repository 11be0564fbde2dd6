import type { Forgotten, LearntModel } from '@superbill/engines/coding/learning';
import type { Instant } from '@superbill/engines/model';
import { staffId, type Work } from '../../work.ts';

/** What an organization chose; all off until somebody turned it on. */
export interface CodingSetting {
  learning: boolean;
  languageModel: boolean;
  /** Decisions up to then are forgotten. */
  learnAfter: Instant | null;
}

export async function loadSetting({ db, organizationId }: Work): Promise<CodingSetting> {
  const row = await db
    .selectFrom('coding_setting')
    .select(['learning', 'language_model', 'learn_after'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return {
    learning: row?.learning ?? false,
    languageModel: row?.language_model ?? false,
    learnAfter: row?.learn_after ?? null,
  };
}

export async function storeSetting(unit: Work, setting: CodingSetting): Promise<void> {
  const values = {
    learning: setting.learning,
    language_model: setting.languageModel,
    learn_after: setting.learnAfter,
    changed_by: staffId(unit),
    changed_at: unit.now,
  };
  await unit.db
    .insertInto('coding_setting')
    .values({ organization_id: unit.organizationId, ...values })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(values))
    .execute();
}

export interface StoredModel {
  version: number;
  /** Null after everything was forgotten. */
  content: LearntModel | null;
  visits: number;
  learntAt: Instant;
  learntBy: string;
}

export async function loadModel({ db, organizationId }: Work): Promise<StoredModel | undefined> {
  const row = await db
    .selectFrom('learnt_model as m')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'm.organization_id').onRef('u.user_id', '=', 'm.learnt_by'),
    )
    .select(['m.version', 'm.content', 'm.visits', 'm.learnt_at', 'u.name'])
    .where('m.organization_id', '=', organizationId)
    .executeTakeFirst();
  return (
    row && {
      version: row.version,
      content: row.content as unknown as LearntModel | null,
      visits: row.visits,
      learntAt: row.learnt_at,
      learntBy: row.name,
    }
  );
}

/** Puts a model in the place of the one before and gives its version. */
export async function storeModel(unit: Work, content: LearntModel | null, visits: number): Promise<number> {
  const values = {
    content: content === null ? null : JSON.stringify(content),
    visits,
    learnt_by: staffId(unit),
    learnt_at: unit.now,
  };
  const { version } = await unit.db
    .insertInto('learnt_model')
    .values({ organization_id: unit.organizationId, version: 1, ...values })
    .onConflict((conflict) =>
      conflict
        .column('organization_id')
        .doUpdateSet((row) => ({ ...values, version: row('learnt_model.version', '+', 1) })),
    )
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export async function loadForgotten({ db, organizationId }: Work): Promise<Forgotten[]> {
  const rows = await db
    .selectFrom('forgotten_phrase')
    .select(['phrase', 'code', 'forgotten_at'])
    .where('organization_id', '=', organizationId)
    .orderBy('phrase')
    .orderBy('code')
    .execute();
  return rows.map(({ phrase, code, forgotten_at: at }) => ({ phrase, code, at }));
}
