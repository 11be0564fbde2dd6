import { connect, inTransaction } from '@superbill/server/db/connect';
import { findRunning } from '@superbill/server/db/embedded';
import { listOrganizations } from '@superbill/server/practice/create-practice';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { expectAccessible, signIn } from '../person.ts';
import { type RunningSystem, startedSystem } from '../running-system.ts';

let system: RunningSystem;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startedSystem(), openBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await system.stop();
});

const detail = 'posting 7 is off by $0.01. Compare with a backup before anything is posted.';

/** Puts a proof that failed in the place of the first one of the server, once that is there. */
async function proofThatFails(): Promise<void> {
  const database = await connect((await findRunning(system.data)) ?? '', { connections: 1 });
  const checks = JSON.stringify([{ name: 'postings-balance', ok: false, detail }]);
  try {
    const [organizationId = ''] = await listOrganizations(database);
    const replace = () =>
      inTransaction(database.db, { organizationId }, (tx) =>
        tx.updateTable('proof').set({ ok: false, checks }).executeTakeFirst(),
      );
    await expect.poll(async () => (await replace()).numUpdatedRows, { timeout: 30_000 }).toBe(1n);
  } finally {
    await database.close();
  }
}

test('what the hourly proof found stands over the pages of who may see it, and of nobody else', async () => {
  await proofThatFails();
  for (const width of [1280, 390]) {
    const page = await signIn(browser, system.url, 'adrian');
    await page.setViewportSize({ width, height: 800 });
    const banner = page.getByRole('alert', { name: 'The books do not hold' });
    await banner.getByText(detail).waitFor();
    await expectAccessible(page);
    await page.screenshot({ path: `test-output/proof-banner-${width}.png` });
    await banner.getByRole('link', { name: 'What was looked at' }).click();
    await page.getByRole('heading', { name: 'Hourly proof' }).waitFor();
  }
  const biller = await signIn(browser, system.url, 'blake');
  await biller.getByRole('navigation').first().waitFor();
  expect(await biller.getByText('The books do not hold').count()).toBe(0);
  expect(await biller.getByRole('alert').count()).toBe(0);
}, 120_000);
