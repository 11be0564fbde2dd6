import { createServer } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { anIdentityProvider, type IdentityProvider, listening } from '../identity-provider.ts';
import { expectAccessible, expectFits, signIn } from '../person.ts';
import { type RunningSystem, startedSystem } from '../running-system.ts';

let system: RunningSystem;
let browser: Browser;
let provider: IdentityProvider;
let admin: Page;
let nova: Page;
let address = '';

const person = { sub: 'nova at example', email: 'nova@example.org', email_verified: true };

beforeAll(async () => {
  const server = createServer();
  const issuer = await listening(server);
  [system, browser] = await Promise.all([
    startedSystem({ demo: false, env: { SUPERBILL_OIDC_IN_HOUSE: issuer } }),
    openBrowser(),
  ]);
  address = system.url.replace('127.0.0.1', 'localhost');
  provider = await anIdentityProvider(`${address}/sign-in/return`, server);
  provider.person = person;
  const printed = await system.run('practice', 'create', 'docs/practice.example.json');
  admin = await signIn(browser, address, 'admin', /^ {2}admin {2}(\S+)$/m.exec(printed)?.[1] ?? '');
});

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

/** Locks the session in another tab, and with it the page, whatever stands open there. */
async function lock(page: Page): Promise<void> {
  const second = await page.context().newPage();
  await second.goto(`${address}/account`);
  await second.getByRole('button', { name: /Nova Example/ }).click();
  await second.getByRole('menuitem', { name: 'Lock the screen' }).click();
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
  await second.close();
}

/** The window that a page opens. */
async function aPopup(page: Page, open: () => Promise<void>): Promise<Page> {
  const [popup] = await Promise.all([page.waitForEvent('popup'), open()]);
  return popup;
}

describe.sequential('signing in with the identity provider of the organization', () => {
  test('the administrator sets it up, and is told when the client is refused', async () => {
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
  });

  test('the administrator is told when it works', async () => {
    const dialog = admin.getByRole('dialog', { name: 'Identity provider' });
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

    nova = await aWindow();
    await nova.goto(`${address}/account`);
    await nova.getByRole('button', { name: 'Sign in with Example ID' }).press('Enter');
    await nova.getByRole('heading', { name: 'My account' }).waitFor();
    await nova.getByText('by your organization').waitFor();
  });

  test('who has no password unlocks with it, and what was typed is still there', async () => {
    await nova.getByRole('button', { name: 'Add' }).click();
    const name = nova.getByRole('textbox', { name: 'Name it' });
    await name.fill('Office laptop');
    await lock(nova);
    const unlock = nova.getByRole('button', { name: 'Unlock with Example ID' });
    await unlock.waitFor();
    expect(await nova.getByLabel('Password of nova').count()).toBe(0);
    await expectFits(nova, 'provider-unlock');

    provider.person = { sub: 'somebody else', email: 'else@example.org', email_verified: true };
    const wrong = await aPopup(nova, () => unlock.click());
    await wrong.getByText('that was another account than yours').waitFor();
    await look(wrong);
    await wrong.close();
    expect(await unlock.isVisible()).toBe(true);

    provider.person = person;
    await unlock.press('Enter');
    await name.waitFor();
    expect(await name.inputValue()).toBe('Office laptop');
    await nova.getByRole('button', { name: 'Cancel' }).click();
  });

  test('who has no password gives a fresh proof with it, and the act goes on', async () => {
    await nova.goto(`${address}/coding`);
    // The last proof is younger than ten minutes: once, it is said to be older.
    await nova.route(
      '**/api/account',
      (route) =>
        route.fulfill({
          status: 403,
          json: { code: 'session.step-up-needed', message: 'This needs a proof.' },
        }),
      { times: 1 },
    );
    await nova.goto(`${address}/account`);
    const dialog = nova.getByRole('dialog', { name: 'Is it you?' });
    await dialog.getByRole('button', { name: 'Confirm with Example ID' }).waitFor();
    await expectFits(nova, 'provider-proof');
    const proven = nova.waitForResponse('**/api/account');
    await dialog.getByRole('button', { name: 'Confirm with Example ID' }).click();
    expect((await proven).status()).toBe(200);
    await dialog.waitFor({ state: 'hidden' });
  });

  test('who left a page whose session has ended comes back to it', async () => {
    await nova.getByRole('button', { name: 'Add' }).click();
    const name = nova.getByRole('textbox', { name: 'Name it' });
    await name.fill('Office laptop');
    await lock(nova);
    await nova.context().clearCookies({ name: 'superbill_session' });
    await nova.getByRole('button', { name: 'Unlock with Example ID' }).click();
    await name.waitFor();
    expect(await name.inputValue()).toBe('Office laptop');
    await nova.getByRole('button', { name: 'Cancel' }).click();
  });

  test('somebody links the own account, and who has no other way in keeps theirs', async () => {
    await nova.getByRole('button', { name: 'Unlink' }).click();
    await nova.getByRole('dialog').getByRole('button', { name: 'Unlink' }).click();
    await nova.getByText('This account is your only way in').waitFor();
    await expectFits(nova, 'provider-unlink');

    await admin.goto(`${address}/account`);
    await admin.getByRole('button', { name: 'Link', exact: true }).click();
    const dialog = admin.getByRole('dialog', { name: 'Link your account at Example ID' });
    await dialog.getByRole('button', { name: 'Go to Example ID' }).waitFor();
    await look(admin);
    provider.person = { sub: 'admin at example', email: 'a@example.org', email_verified: true };
    await dialog.getByRole('button', { name: 'Go to Example ID' }).click();
    await admin.getByText('The account is linked').waitFor();
    await admin.getByRole('list', { name: 'Linked accounts' }).getByText('Example ID').waitFor();
    await expectFits(admin, 'provider-linked');
  });

  test('an administrator takes it from somebody, whose sessions end', async () => {
    await admin.goto(`${address}/people`);
    await admin.getByRole('row', { name: /Nova Example/ }).click();
    const linked = admin.getByRole('region', { name: 'Linked accounts' });
    await linked.getByRole('button', { name: 'Unlink' }).click();
    await admin
      .getByRole('dialog', { name: /Unlink Nova Example/ })
      .getByRole('button', { name: 'Unlink' })
      .click();
    await linked.waitFor({ state: 'detached' });
    await nova.goto(`${address}/account`);
    await nova.getByRole('button', { name: 'Sign in with Example ID' }).waitFor();
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
