import { type Board, routes, type WorkItem } from '@superbill/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { keptIn, leaksIn, listenTo, type Said } from '../leaks.ts';
import { expectAccessible, signIn } from '../person.ts';
import { type RunningSystem, startedSystem } from '../running-system.ts';

let system: RunningSystem;
let browser: Browser;
let heard: Said[];
let supervisor: Page;

beforeAll(async () => {
  [system, browser] = await Promise.all([startedSystem(), openBrowser()]);
  heard = listenTo(browser);
  supervisor = await signIn(browser, system.url, 'sasha');
}, 180_000);

afterAll(async () => {
  await browser.close();
  await system.stop();
});

const seeAt = async (page: Page, name: string) => {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await page.screenshot({ path: `test-output/${name}-${width}.png`, fullPage: true });
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 1280, height: 844 });
};

/** Gives all visits to code to one coder, who has half an hour a day. */
async function overload(page: Page): Promise<void> {
  const read = async <T>(path: string) =>
    (await (await page.request.get(`${system.url}${path}`)).json()) as T;
  const { people } = await read<Board>(routes.readBoard.path);
  const casey = people.find(({ name }) => name.startsWith('Casey'))?.userId ?? '';
  const { items } = await read<{ items: WorkItem[] }>(`${routes.listWorkItems.path}?desk=coder`);
  const moves = items.map(({ kind, subjectId }) => ({ kind, subjectId, fromId: null, toId: casey }));
  const moved = await page.request.post(`${system.url}${routes.moveWork.path}`, { data: { moves } });
  expect(moved.ok(), await moved.text()).toBe(true);
  const hours = { minutes: [30, 30, 30, 30, 30, 0, 0], unplannedPercent: 0 };
  const set = await page.request.put(`${system.url}/api/workload/capacity/${casey}`, { data: hours });
  expect(set.ok(), await set.text()).toBe(true);
}

test('the supervisor sees the load, and balances it in three clicks and fifteen seconds, with an undo', async () => {
  await overload(supervisor);
  await supervisor.goto(`${system.url}/workload`);
  await supervisor.getByRole('table', { name: 'Load by person' }).waitFor();
  await supervisor
    .getByRole('list', { name: 'Alarms' })
    .getByText(/Casey.*more due/)
    .waitFor();
  await seeAt(supervisor, 'workload-board');

  const started = performance.now();
  let clicks = 0;
  const click = async (name: RegExp) => {
    clicks += 1;
    await supervisor.getByRole('button', { name }).click();
  };
  await click(/^Balance the load/);
  await supervisor.getByRole('table', { name: /before and after/ }).waitFor();
  await supervisor.screenshot({ path: 'test-output/workload-balance.png' });
  await click(/^Move \d+ items/);
  await supervisor.getByText(/items? moved/).waitFor();
  expect(clicks).toBeLessThanOrEqual(3);
  expect(performance.now() - started).toBeLessThan(15_000);
  await supervisor.keyboard.press('Control+z');
  await supervisor.getByText(/taken back/).waitFor();
});

test('hours and absences, and the items of one person', async () => {
  await supervisor.getByRole('button', { name: /^Casey/ }).click();
  await supervisor.getByRole('dialog').getByRole('combobox').first().waitFor();
  await supervisor.screenshot({ path: 'test-output/workload-items.png' });
  await expectAccessible(supervisor);
  await supervisor.goto(`${system.url}/workload/hours`);
  await supervisor.getByRole('heading', { name: /^Casey/ }).waitFor();
  await seeAt(supervisor, 'workload-hours');
});

test('a coder’s own day, a call, and quiet time that the supervisor sees and nothing more', async () => {
  const coder = await signIn(browser, system.url, 'casey');
  await coder.goto(`${system.url}/my-day`);
  await coder.getByRole('heading', { name: 'What is measured' }).waitFor();
  await seeAt(coder, 'my-day');
  await coder.keyboard.press('Alt+p');
  await coder.getByRole('button', { name: 'Phone call', pressed: true }).waitFor();
  await coder.keyboard.press('Alt+p');
  await coder.getByRole('button', { name: 'Phone call', pressed: false }).waitFor();
  await coder.keyboard.press('Alt+q');
  await coder.getByText(/^Quiet until/).waitFor();
  expect(await coder.getByRole('navigation', { name: 'Pages' }).isVisible()).toBe(false);
  await expectAccessible(coder);
  await supervisor.goto(`${system.url}/workload`);
  await supervisor.getByText(/in focus until/).waitFor();
  await coder.keyboard.press('Alt+q');
  await coder.getByRole('navigation', { name: 'Pages' }).waitFor();
});

test('nothing beside the records tells of a patient', async () => {
  const said = [...heard, ...(await keptIn(system.data))];
  expect(said.length).toBeGreaterThan(100);
  expect(leaksIn(said)).toEqual([]);
});
