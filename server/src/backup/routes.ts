import { routes } from '@superbill/contract';
import { AppError } from '../errors.ts';
import { type Handler, handle } from '../http/handle.ts';
import type { System } from '../work.ts';

function upkeepOf(system: System) {
  if (!system.upkeep) throw new AppError('backup.not-here');
  return system.upkeep;
}

export const backupHandlers: Handler[] = [
  handle(routes.listBackups, async (unit) => upkeepOf(unit.system).view()),

  handle(routes.makeBackup, async (unit) => {
    const upkeep = upkeepOf(unit.system);
    upkeep.begin();
    unit.audit('backup.make', { kind: 'backup' });
    return upkeep.view();
  }),
];
