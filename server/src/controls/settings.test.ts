import type { ControlSettings } from '@superbill/contract';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aWorld } from '../../../test/world.ts';
import { setOwnerPin } from './owner-pin.ts';
import { changeControls, loadControls } from './settings.ts';
import { aSmallPractice, controls, refused, start } from './small-practice.test-data.ts';

const database = await testDatabase();
const practice = await aSmallPractice(database);

describe('the controls', () => {
  test('are changed by the owner alone once there is one', async () => {
    const world = await aSmallPractice(database);
    const off = { ...controls(world), mode: 'off' as const };
    const byAnother = world.as('administrator', (unit) => changeControls(unit, off, 1));
    await expect(byAnother).rejects.toEqual(refused('control.owner-only'));
    await world.as('supervisor', (unit) => changeControls(unit, off, 1));
    expect((await world.as('biller', loadControls)).mode).toBe('off');
  });

  test('are not turned off while no owner is named, and take only a supervisor for owner', async () => {
    const fresh = await aWorld(database, { start });
    const change = (part: Partial<ControlSettings>) =>
      fresh.as('administrator', (unit) => changeControls(unit, { ...controls(fresh), ...part }, 0));
    await expect(change({ mode: 'off', ownerId: null })).rejects.toEqual(refused('control.owner-missing'));
    await expect(change({ ownerId: fresh.staff.biller.userId })).rejects.toEqual(
      refused('control.owner-unfit'),
    );
  });

  test.each(['111111', '123456', '987654', '121212', '123123', '198412', '041984'])(
    'take no number like %s',
    async (pin) => {
      const set = practice.as('supervisor', (unit) => setOwnerPin(unit, pin));
      await expect(set).rejects.toEqual(refused('control.pin-weak'));
    },
  );
});
