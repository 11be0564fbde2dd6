import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handlers } from '@superbill/server/handlers';
import { createApp } from '@superbill/server/http/app';
import { serve } from '@superbill/server/http/serve';
import { buildWeb } from '@superbill/web/build';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { testDatabase } from '../database.ts';
import { addressOf, declaredPages } from './all-pages.ts';
import { watchPages } from './page-watch.ts';
import { placeName, routeNames } from './places.ts';
import { arranged, writeIntoArranged } from './stored-arranged.ts';
import { writeIntoFiles } from './stored-files.ts';
import { numbersIn, textsOf, Writing, writeEverywhere } from './stored-texts.ts';
import { aTarget, type Sender, type Target } from './target.ts';

// Class 25: a script that is stored (CVE-2026-21443, portal payments, form answers). Markup goes into every text that a
// route or a file takes; then every page is opened by whoever may, and nothing of it runs.

const screens = mkdtempSync(join(tmpdir(), 'superbill-stored-'));
const database = await testDatabase();
const writing = new Writing();
let target: Target;
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  [target, browser] = await Promise.all([aTarget(database), openBrowser(), buildWeb({ outDir: screens })]);
  await writeEverywhere(target, writing, arranged);
  await writeIntoArranged(target, writing);
  await writeIntoFiles(target, writing);
  const app = createApp(target.sides.home.world.system, handlers);
  server = await serve(app, { port: 0, host: '127.0.0.1', webFolder: screens });
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(screens, { recursive: true, force: true });
});

test('every text that a route takes was stored with markup in it', () => {
  const refused = writing.written.filter(({ status }) => status !== 200);
  expect(refused).toEqual([]);
  const written = new Set(writing.written.map(({ where }) => where));
  const missed = routeNames.flatMap((name) =>
    textsOf(name)
      .map((place) => `${name} ${placeName(place)}`)
      .filter((where) => !written.has(where)),
  );
  expect(missed).toEqual([]);
});

/** A window of somebody who is signed in, watched. */
async function aWindow(sender: Sender): Promise<{ context: BrowserContext; found: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const found = watchPages(context);
  const [name = '', value = ''] = (await target.cookieOf(sender)).split('=');
  if (name) await context.addCookies([{ name, value, url: at('/') }]);
  return { context, found };
}

const at = (path: string) => `http://127.0.0.1:${server.port}${path}`;

/** The numbers of the markup that a page shows, in its text and in its fields. */
async function shownOn(page: Page): Promise<number[]> {
  await page.waitForLoadState('networkidle');
  const texts = await page.evaluate(() => [
    document.body.innerText,
    ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
  ]);
  return numbersIn(texts.join('\n'));
}

test('on every page it is a text and nothing runs', async () => {
  const { subjects } = target.sides.home;
  const pages = declaredPages();
  const shown = new Map<string, number[]>();
  const found: string[] = [];
  const senders = [...new Set(pages.flatMap(({ openTo }) => openTo))];
  await Promise.all(
    senders.map(async (sender) => {
      const window = await aWindow(sender);
      const page = await window.context.newPage();
      for (const one of pages.filter(({ openTo }) => openTo.includes(sender))) {
        const t = performance.now();
        await page.goto(at(addressOf(one, subjects)));
        shown.set(`${sender} ${one.path}`, await shownOn(page));
        console.log(sender, one.path, Math.round(performance.now()-t), shown.get(`${sender} ${one.path}`)!.length);
      }
      found.push(...window.found.map((what) => `${sender}: ${what}`));
      await window.context.close();
    }),
  );
  expect(found).toEqual([]);
  const seen = new Set([...shown.values()].flat());
  console.log(seen.size, writing.written.length, writing.written.filter(({number})=>!seen.has(number)).map(w=>w.where).join('\n'));
}, 300_000);
