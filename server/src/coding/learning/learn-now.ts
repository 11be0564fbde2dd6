import { setImmediate } from 'node:timers/promises';
import { vocabularyOf } from '@superbill/engines/coding/learning';
import type { EncounterRecord } from '@superbill/engines/model';
import { openEdition } from '../../codesets/in-use.ts';
import { AppError } from '../../errors.ts';
import { type Actor, type System, type Work, work } from '../../work.ts';
import { loadRecord } from '../load-record.ts';
import { type DecidedVisit, loadDecidedVisits } from './decided-visits.ts';
import { namesOfPatients, namesOfStaff } from './known-names.ts';
import { learnFrom, type Replayed, replay } from './replay.ts';
import { loadForgotten, loadSetting, storeModel } from './store.ts';

/** Visits read in one transaction. */
const visitsAtOnce = 25;

/**
 * Learns anew from the decisions on the latest visits: their suggestions are computed again, one visit after the
 * other with a turn for other requests between, and the model replaces the one before.
 */
export async function learnNow(system: System, actor: Actor): Promise<number> {
  const { visits, patients, staff, setting, forgotten } = await work(system, actor, async (unit) => {
    const setting = await loadSetting(unit);
    if (!setting.learning) throw new AppError('learning.off');
    const visits = await loadDecidedVisits(unit, setting.learnAfter);
    return {
      setting,
      visits,
      patients: await namesOfPatients(
        unit,
        visits.map(({ patientId }) => patientId),
      ),
      staff: await namesOfStaff(unit),
      forgotten: await loadForgotten(unit),
    };
  });

  const replayed: Replayed[] = [];
  for (let from = 0; from < visits.length; from += visitsAtOnce) {
    const some = visits.slice(from, from + visitsAtOnce);
    const records = await work(system, actor, (unit) => loadRecords(unit, some));
    for (const [index, visit] of some.entries()) {
      const record = records[index];
      if (!record) continue;
      await setImmediate();
      const { book } = openEdition(system, 'icd10cm', record.date);
      const own = patients.get(visit.patientId);
      const isName = (word: string) => staff.has(word) || (own?.has(word) ?? false);
      replayed.push(replay(visit, record, book, isName));
    }
  }

  const knowsWord = vocabularyOf(openEdition(system, 'icd10cm', system.clock.today()).book);
  const after = setting.learnAfter ?? undefined;
  const model = learnFrom(replayed, { knowsWord, forgotten, ...(after && { after }) });
  return work(system, actor, async (unit) => {
    // Somebody may have turned learning off, or forgotten something, while it was computed.
    const now = await loadSetting(unit);
    const same = JSON.stringify(await loadForgotten(unit)) === JSON.stringify(forgotten);
    if (!now.learning || now.learnAfter !== setting.learnAfter || !same) throw new AppError('row.changed');
    const version = await storeModel(unit, model, visits.length);
    const { accepted, rejected, phrases, weights } = model;
    unit.audit('learning.learn', {
      kind: 'organization',
      id: unit.organizationId,
      detail: {
        version,
        visits: visits.length,
        accepted,
        rejected,
        phrases: phrases.length,
        weights: weights.length,
      },
    });
    return version;
  });
}

async function loadRecords(unit: Work, visits: readonly DecidedVisit[]): Promise<EncounterRecord[]> {
  const records: EncounterRecord[] = [];
  for (const visit of visits) records.push(await loadRecord(unit, visit.encounterId, visit));
  return records;
}
