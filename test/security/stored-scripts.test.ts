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
import { addressOf, type DeclaredPage, declaredPages } from './all-pages.ts';
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

/** The numbers of the markup that a page shows once it is there, in its text and in its fields. */
async function shownOn(page: Page): Promise<number[]> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    (loading) => document.querySelector('h1') && !document.querySelector(loading),
    '[aria-label^="Loading"], [aria-busy="true"], [role="status"] h1',
  );
  const texts = await page.evaluate(() => [
    document.body.innerText,
    ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
  ]);
  return numbersIn(texts.join('\n'));
}

/** Each page with somebody who may open it, so that all have about as many. */
function whoOpensWhat(): Map<Sender, DeclaredPage[]> {
  const by = new Map<Sender, DeclaredPage[]>();
  const opens = (who: Sender) => by.get(who)?.length ?? 0;
  for (const page of declaredPages()) {
    const [who = 'nobody'] = [...page.openTo].sort((a, b) => opens(a) - opens(b));
    by.set(who, [...(by.get(who) ?? []), page]);
  }
  return by;
}

test('on every page it is a text and nothing runs', async () => {
  const { subjects } = target.sides.home;
  const seen = new Map<Sender, Set<number>>();
  const ran: string[] = [];
  const visit = async (sender: Sender, pages: readonly DeclaredPage[]) => {
    const { context, found } = await aWindow(sender);
    const page = await context.newPage();
    const seenHere = new Set<number>();
    for (const one of pages) {
      await page.goto(at(addressOf(one, subjects)));
      const shown = await shownOn(page);
      // A row opens what more is known of its subject, or its page.
      const [row] = await page.locator('[role="grid"] [role="row"][tabindex]').all();
      await row?.click();
      if (row) shown.push(...(await shownOn(page)));
      for (const number of shown) seenHere.add(number);
    }
    seen.set(sender, seenHere);
    ran.push(...found.map((what) => `${sender}: ${what}`));
    await context.close();
  };
  await Promise.all([...whoOpensWhat()].map(([sender, pages]) => visit(sender, pages)));
  expect(ran).toEqual([]);
  for (const [sender, { size }] of seen) if (sender !== 'nobody') expect(size, sender).toBeGreaterThan(0);
  expect(new Set([...seen.values()].flatMap((some) => [...some])).size).toBeGreaterThan(60);
}, 180_000);

const planted = `<h1>Planted</h1>${new Writing().markup('here')}`;

test.each([
  { what: 'that runs', headers: {}, found: [/^picture/, /^dialog/] },
  {
    what: 'that the policy of the page stops',
    headers: { 'content-security-policy': "script-src 'self'; require-trusted-types-for 'script'" },
    found: [/^picture/, /^report/],
  },
])('markup $what is found on a planted page', async ({ headers, found: expected }) => {
  const { context, found } = await aWindow('nobody');
  await context.route('**/planted', (route) =>
    route.fulfill({ body: planted, headers: { ...headers, 'content-type': 'text/html' } }),
  );
  const page = await context.newPage();
  await page.goto(at('/planted'));
  expect(await shownOn(page)).toEqual([]);
  for (const pattern of expected)
    expect(
      found.some((what) => pattern.test(what)),
      `${found}`,
    ).toBe(true);
  await context.close();
});
