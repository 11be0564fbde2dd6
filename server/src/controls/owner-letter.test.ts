import type { Instant } from '@superbill/engines/model';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import type { World } from '../../../test/world.ts';
import { byLink, openApprovalLink } from './approval-link.ts';
import { decideApproval } from './decide-approval.ts';
import { actsIn, aSmallPractice, refused, start } from './small-practice.test-data.ts';

const database = await testDatabase();
let world: World;
const { aVisitOwing, account, writeOff } = actsIn(() => world);
const shared = await aSmallPractice(database);

beforeEach(() => {
  world = shared;
  world.system.clock.set(start as Instant);
});

const tokenOf = (of: World) => of.system.mailer.letters.at(-1)?.text.split('#')[1]?.split('\n')[0] ?? '';

describe("the owner's letter", () => {
  test('names no patient, amount or act, and its link needs the number', async () => {
    const { chargeId } = await aVisitOwing();
    await writeOff(chargeId);
    const letter = world.system.mailer.letters.at(-1);
    expect(letter?.to).toBe('owner@example.org');
    expect(letter?.text).toContain('https://superbill.example.org/countersign#');
    expect(`${letter?.subject} ${letter?.text}`).not.toMatch(/Sally|Sample|40\.00|write|charity|R\d{4}/i);
    const opened = await openApprovalLink(world.system, tokenOf(world), '481516');
    expect(opened.approval).toMatchObject({ amountCents: 4000, mayDecide: true });
    expect(JSON.stringify(opened)).not.toContain('Sally');
  });

  test('decides once by link, and looking does not spend it', async () => {
    const { patientId, chargeId } = await aVisitOwing();
    await writeOff(chargeId);
    const token = tokenOf(world);
    const decide = () =>
      byLink(world.system, token, '481516', async (unit, id, spend) => {
        const state = await decideApproval(unit, id, { decision: 'countersign' }, 'link');
        await spend();
        return state;
      });
    await openApprovalLink(world.system, token, '481516');
    expect(await decide()).toBe('approved');
    expect((await account(patientId)).patientBalanceCents).toBe(0);
    await expect(decide()).rejects.toEqual(refused('approval-link.refused'));
  });

  test('is dead after five wrong numbers; ten on the number rest it for every link', async () => {
    world = await aSmallPractice(database);
    const [one, two] = [await aVisitOwing(), await aVisitOwing()];
    const tokens: string[] = [];
    for (const { chargeId } of [one, two]) {
      await writeOff(chargeId);
      tokens.push(tokenOf(world));
    }
    const codes: string[] = [];
    for (const token of tokens)
      for (let n = 0; n < 5; n += 1)
        await openApprovalLink(world.system, token, '271828').catch(({ code }) => codes.push(code));
    const five = [...Array(4).fill('approval-link.refused'), 'approval-link.locked'];
    expect(codes).toEqual([...five, ...five]);
    const third = await aVisitOwing();
    await writeOff(third.chargeId);
    await expect(openApprovalLink(world.system, tokenOf(world), '481516')).rejects.toEqual(
      refused('approval-link.locked'),
    );
  });

  test('does nothing for somebody who is the owner no more', async () => {
    world = await aSmallPractice(database);
    const { chargeId } = await aVisitOwing();
    await writeOff(chargeId);
    await world.as('supervisor', ({ db, now }) =>
      db
        .updateTable('app_user')
        .set({ disabled_at: now })
        .where('user_id', '=', world.staff.supervisor.userId)
        .execute(),
    );
    await expect(openApprovalLink(world.system, tokenOf(world), '481516')).rejects.toEqual(
      refused('approval-link.refused'),
    );
  });
});
