import { createServer } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { anIdentityProvider, type IdentityProvider, listening } from '../identity-provider.ts';
import { expectAccessible, signIn } from '../person.ts';
import { type RunningSystem, startedSystem } from '../running-system.ts';

let system: RunningSystem;
let browser: Browser;
let provider: IdentityProvider;
let admin: Page;
let address = '';

beforeAll(async () => {
  const server = createServer();
  const issuer = await listening(server);
  [system, browser] = await Promise.all([
    startedSystem({ demo: false, env: { SUPERBILL_OIDC_IN_HOUSE: issuer } }),
    openBrowser(),
  ]);
  address = system.url.replace('127.0.0.1', 'localhost');
  provider = await anIdentityProvider(`${address}/sign-in/return`, server);
  provider.person = { sub: 'nova at example', email: 'nova@example.org', email_verified: true };
}, 90_000);

afterAll(async () => {
  await browser.close();
  provider.stop();
  await system.stop();
});

async function aWindow(): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  page.setDefaultTimeout(10_000);
  return page;
}

/** Expects the page to be accessible in both colour schemes. */
async function look(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
}

describe.sequential('signing in with the identity provider of the organization', () => {
  test('the administrator sets it up, and is told when the client is refused and when it works', async () => {
    const printed = await system.run('practice', 'create', 'docs/practice.example.json');
    admin = await signIn(browser, address, 'admin', /^ {2}admin {2}(\S+)$/m.exec(printed)?.[1] ?? '');
    await admin.goto(`${address}/people/settings`);
    await admin.getByRole('button', { name: 'Set up' }).click();
    const dialog = admin.getByRole('dialog', { name: 'Identity provider' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Example ID');
    await dialog.getByRole('textbox', { name: 'Issuer' }).fill(provider.issuer);
    await dialog.getByRole('textbox', { name: 'Client id' }).fill(provider.clientId);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('needs its secret').waitFor();
    await look(admin);
    await dialog.getByLabel('Client secret').fill('a wrong secret');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await admin.getByRole('button', { name: 'Try the connection' }).click();
    await admin.getByText('refuses this client id or secret').waitFor();

    await admin.getByRole('button', { name: 'Change', exact: true }).click();
    expect(await dialog.getByLabel('Client secret').inputValue()).toBe('');
    await dialog.getByLabel('Client secret').fill(provider.clientSecret);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await admin.getByRole('button', { name: 'Try the connection' }).click();
    await admin.getByText('It works').waitFor();
    await look(admin);
    await admin.setViewportSize({ width: 390, height: 844 });
    await look(admin);
  });

  test('who was not invited is told what to do', async () => {
    const page = await aWindow();
    await page.goto(`${address}/sign-in`);
    await page.getByRole('button', { name: 'Sign in with Example ID' }).waitFor();
    await look(page);
    await page.getByRole('button', { name: 'Sign in with Example ID' }).click();
    await page.getByText('Ask your administrator to invite you').waitFor();
    await look(page);
    expect(page.url(), 'what came back leaves the address bar').toBe(`${address}/sign-in/return`);
    await page.getByRole('link', { name: 'To the sign-in' }).click();
    await page.getByRole('textbox', { name: 'Login' }).waitFor();
  });

  test('who was invited lands where they wanted to go', async () => {
    await admin.goto(`${address}/people`);
    await admin.getByRole('button', { name: /^Invite/ }).click();
    const dialog = admin.getByRole('dialog', { name: 'Invite somebody' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Nova Example');
    await dialog.getByRole('textbox', { name: 'Login' }).fill('nova');
    await dialog.getByRole('textbox', { name: 'E-mail' }).fill('nova@example.org');
    await dialog.getByRole('checkbox', { name: /^Coder/ }).check();
    await dialog.getByRole('button', { name: 'Invite' }).click();
    await admin.getByRole('dialog', { name: /is invited/ }).waitFor();

    const page = await aWindow();
    await page.goto(`${address}/account`);
    await page.getByRole('button', { name: 'Sign in with Example ID' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'My account' }).waitFor();
    await page.getByText('by your organization').waitFor();
  });

  test('once it is off, nobody is offered it', async () => {
    await admin.goto(`${address}/people/settings`);
    await admin.getByRole('button', { name: 'Change', exact: true }).click();
    const dialog = admin.getByRole('dialog', { name: 'Identity provider' });
    await dialog.getByRole('checkbox', { name: 'People can sign in with it' }).uncheck();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const page = await aWindow();
    const answered = page.waitForResponse(/sign-in\/options/);
    await page.goto(`${address}/sign-in`);
    await answered;
    expect(await page.getByRole('button', { name: /^Sign in with/ }).count()).toBe(0);
  });
});
