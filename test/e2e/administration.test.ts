import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { authenticatorCode } from '../authenticator.ts';
import { openBrowser } from '../browser.ts';
import { keptIn, leaksIn, listenTo, type Said } from '../leaks.ts';
import { expectAccessible, expectFits, signIn } from '../person.ts';
import { type RunningSystem, startedSystem } from '../running-system.ts';

let system: RunningSystem;
let browser: Browser;
let heard: Said[];
let admin: Page;
let nova: Page;
let secret = '';
/** By name: passkeys belong to a name, not to an address of numbers. */
let address = '';

const novaPassword = 'seven lanterns over the harbor';

beforeAll(async () => {
  [system, browser] = await Promise.all([startedSystem({ demo: false }), openBrowser()]);
  heard = listenTo(browser);
  address = system.url.replace('127.0.0.1', 'localhost');
}, 90_000);

// What everybody saw when a chapter failed, for whoever has to find out why.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    const name = task.name.slice(0, 40).replaceAll(/\W+/g, '-');
    await page.screenshot({ path: `test-output/${name}-${index}.png` });
  }
});

afterAll(async () => {
  await browser.close();
  await system.stop();
});

async function aWindow(context?: BrowserContext): Promise<Page> {
  const own = context ?? (await browser.newContext({ viewport: { width: 390, height: 844 } }));
  const page = await own.newPage();
  page.setDefaultTimeout(10_000);
  return page;
}

async function fillSignIn(page: Page): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await page.getByRole('textbox', { name: 'Login' }).fill('nova');
  await page.getByRole('textbox', { name: 'Password' }).fill(novaPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

describe.sequential('from a first start to a day of work', () => {
  test('a practice is set up by command, and its administrator signs in', async () => {
    expect(system.printed).toContain('practice create FILE');
    const printed = await system.run('practice', 'create', 'docs/practice.example.json');
    expect(printed).toContain('As admin invite everybody else');
    const password = /^ {2}admin {2}(\S+)$/m.exec(printed)?.[1] ?? '';
    admin = await signIn(browser, address, 'admin', password);
    await admin.getByText('There is only one administrator').waitFor();
    await expectAccessible(admin);
  });

  test('somebody is invited and chooses a password by a link that works once', async () => {
    await admin.getByRole('link', { name: 'People' }).first().click();
    await admin.getByRole('row', { name: /Who Administers/ }).waitFor();
    await admin.keyboard.press('n');
    const dialog = admin.getByRole('dialog', { name: 'Invite somebody' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Nova Example');
    await dialog.getByRole('textbox', { name: 'Login' }).fill('nova');
    await dialog.getByRole('checkbox', { name: /^Coder/ }).check();
    await expectAccessible(admin);
    await dialog.getByRole('button', { name: 'Invite' }).click();
    const done = admin.getByRole('dialog', { name: /is invited/ });
    const link = await done.getByRole('textbox', { name: 'One-time link' }).inputValue();
    await done.getByRole('button', { name: 'Done' }).click();

    nova = await aWindow();
    await nova.goto(link);
    await nova.getByRole('heading', { name: 'Welcome, Nova Example' }).waitFor();
    expect(nova.url(), 'the secret leaves the address bar').not.toContain('#');
    const field = nova.getByRole('textbox', { name: 'Choose a password' });
    await field.fill('short');
    await nova.getByText(/^5 of \d+ characters/).waitFor();
    expect(await nova.getByRole('button', { name: 'Save and sign in' }).isDisabled()).toBe(true);
    await field.fill('passwordpassword');
    await nova.getByRole('button', { name: 'Save and sign in' }).click();
    await nova.getByText('among the first that are guessed').waitFor();
    await expectAccessible(nova);
    await field.fill(novaPassword);
    await nova.getByRole('button', { name: 'Save and sign in' }).click();
    await nova.waitForURL(/\/coding/);

    const other = await aWindow();
    await other.goto(link);
    await other.getByText('This link does not work any more').waitFor();
    await other.close();
  });

  test('she sets up an authenticator app and gets recovery codes once', async () => {
    await nova.goto(`${address}/account`);
    let started = 0;
    nova.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/api/account/totp')) started += 1;
    });
    await nova.getByRole('button', { name: 'Set up' }).click();
    const dialog = nova.getByRole('dialog', { name: 'Authenticator app' });
    await dialog.getByRole('img', { name: /^QR code/ }).waitFor();
    secret = (await dialog.locator('code').innerText()).replaceAll(' ', '');
    await expectAccessible(nova);
    await dialog.getByRole('textbox', { name: 'Code of your app' }).fill(authenticatorCode(secret));
    const codes = nova.getByRole('dialog', { name: 'Your recovery codes' });
    await codes.waitFor();
    expect(started, 'a second secret would replace the one on the screen').toBe(1);
    expect(await codes.getByRole('listitem').count()).toBe(10);
    await expectAccessible(nova);
    await codes.getByRole('button', { name: 'I keep them' }).click();
    await nova.getByText('10 left').waitFor();
  });

  test('signing in asks for the code', async () => {
    await nova.context().clearCookies();
    await fillSignIn(nova);
    await nova.getByText('One more step').waitFor();
    await expectAccessible(nova);
    await nova.getByRole('textbox', { name: 'Code of your app' }).fill('000000');
    await nova.getByText('That is not right').waitFor();
    // A code is good once: the one of the next half minute.
    await nova.getByRole('textbox', { name: 'Code of your app' }).fill(authenticatorCode(secret, 1));
    await nova.waitForURL(/\/coding/);
  });

  test('the screen locks in every tab, shows nothing beneath, keeps what was typed, and unlocks', async () => {
    await nova.getByRole('searchbox').first().fill('half a word');
    const second = await aWindow(nova.context());
    await second.goto(`${address}/account`);
    await second.getByRole('heading', { name: 'My account' }).waitFor();
    await second.getByRole('button', { name: /^Nova Example/ }).click();
    await second.getByRole('menuitem', { name: 'Lock the screen' }).click();
    for (const page of [nova, second]) {
      await page.getByRole('heading', { name: 'Locked' }).waitFor();
      expect(await page.getByRole('searchbox').count()).toBe(0);
      expect(await page.locator('#root').isVisible()).toBe(false);
    }
    await expectAccessible(nova);
    const refused = await nova.evaluate(async () => (await fetch('/api/practice')).status);
    expect(refused, 'the server locks the session too').toBe(401);
    await nova.getByLabel('Password of nova').fill('wrong words');
    await nova.getByRole('button', { name: 'Unlock' }).click();
    await nova.getByRole('alert').waitFor();
    await nova.getByLabel('Password of nova').fill(novaPassword);
    await nova.getByRole('button', { name: 'Unlock' }).click();
    await nova.getByRole('searchbox').first().waitFor();
    expect(await nova.getByRole('searchbox').first().inputValue()).toBe('half a word');
    await second.getByRole('heading', { name: 'My account' }).waitFor();
    await second.close();
  });

  test('it warns and then locks by itself when nobody is there', async () => {
    const idle = await aWindow(nova.context());
    await idle.clock.install();
    await idle.goto(`${address}/account`);
    await idle.getByRole('heading', { name: 'My account' }).waitFor();
    await idle.clock.runFor(9 * 60_000 + 5_000);
    await idle.getByText(/^Locks in \d+ s/).waitFor();
    await idle.clock.runFor(60_000);
    await idle.getByRole('heading', { name: 'Locked' }).waitFor();
    await idle.getByLabel('Password of nova').fill(novaPassword);
    await idle.getByRole('button', { name: 'Unlock' }).click();
    await idle.getByRole('heading', { name: 'My account' }).waitFor();
    await idle.close();
  });

  test('a passkey is added and opens the second step', async () => {
    const devtools = await nova.context().newCDPSession(nova);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await nova.goto(`${address}/account`);
    await nova.getByRole('button', { name: 'Add', exact: true }).click();
    await nova.getByRole('textbox', { name: 'Name it' }).fill('Test key');
    await nova.getByRole('button', { name: 'Make the passkey' }).click();
    await nova.getByText('Passkey “Test key”').waitFor();

    await nova.context().clearCookies();
    await fillSignIn(nova);
    await nova.getByRole('button', { name: 'Use a passkey' }).click();
    await nova.waitForURL(/\/coding/);
  });

  test('the administrator sees every session, and takes a permission away from a role and gives it back', async () => {
    await admin.goto(`${address}/people/sessions`);
    await admin
      .getByRole('row', { name: /Nova Example/ })
      .first()
      .waitFor();
    await admin.getByRole('row', { name: /Who Administers.*Yours/ }).waitFor();
    await expectAccessible(admin);
    await admin.getByRole('link', { name: 'Roles' }).click();
    const ask = admin.getByRole('switch', { name: 'Coder: Ask the physician' });
    await ask.waitFor();
    await expectAccessible(admin);
    await ask.click({ force: true });
    await admin.getByText('Taken away from coders.').waitFor();
    const held = () =>
      nova.evaluate(async () => {
        const session = (await (await fetch('/api/session')).json()) as { permissions: string[] };
        return session.permissions.includes('query.ask');
      });
    expect(await held()).toBe(false);
    await admin.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(held).toBe(true);
  });

  test('a program gets a key that works until it is ended', async () => {
    await admin.goto(`${address}/people/programs`);
    await admin.getByText('No program acts for the practice.').waitFor();
    await admin.keyboard.press('n');
    const dialog = admin.getByRole('dialog', { name: 'Add a program' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Scheduling');
    await dialog.getByRole('checkbox', { name: /^See locations/ }).check();
    await expectFits(admin, 'programs-add');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await admin.getByRole('button', { name: /^New key/ }).click();
    const made = admin.getByRole('dialog', { name: 'A key for Scheduling' });
    await made.getByRole('textbox', { name: 'Name' }).fill('Server');
    await made.getByRole('button', { name: 'Make the key' }).click();
    const key = await made.getByRole('textbox', { name: 'Key' }).inputValue();
    await expectFits(admin, 'programs-key');
    await made.getByRole('button', { name: 'Done' }).click();
    const ask = async () =>
      (await fetch(`${system.url}/api/practice`, { headers: { authorization: `Bearer ${key}` } })).status;
    expect(await ask()).toBe(200);
    expect(await admin.getByText(key).count()).toBe(0);
    await admin.reload();
    await admin.getByText(/last used/).waitFor();
    await expectFits(admin, 'programs');
    await admin.getByRole('button', { name: 'End the key Server' }).click();
    const sure = admin.getByRole('dialog', { name: 'End the key Server' });
    await expectFits(admin, 'programs-end');
    await sure.getByRole('button', { name: 'End the key' }).click();
    await admin.getByText('It has no key').waitFor();
    expect(await ask()).toBe(401);
  });

  test.each([
    { path: '/practice/payers', list: 'Payers', end: /^Close / },
    { path: '/practice/practitioners', list: 'Practitioners', end: /^Last day / },
    { path: '/practice', list: 'Locations', end: /^Close / },
  ])('one of the $list gets a last day, and is taken up again', async ({ path, list, end }) => {
    await admin.goto(`${address}${path}`);
    const first = admin.getByRole('grid', { name: list }).getByRole('row').nth(1);
    await first.getByText('In use').waitFor();
    await expectFits(admin, `practice-${list}`);
    await first.getByRole('button', { name: end }).click();
    const dialog = admin.getByRole('dialog');
    await expectFits(admin, `practice-${list}-end`);
    await dialog
      .getByRole('button', { name: /^(Close|Save)$/ })
      .last()
      .click();
    await first.getByText(/^Until/).waitFor();
    await admin.getByRole('button', { name: 'Undo' }).last().click();
    await first.getByText('In use').waitFor();
  });

  test('the administrator shuts her out, and her session ends at once', async () => {
    await admin.goto(`${address}/people`);
    await admin.getByRole('row', { name: /Nova Example/ }).click();
    const drawer = admin.getByRole('dialog', { name: 'Nova Example' });
    await drawer.getByText('Active').waitFor();
    await drawer.getByText('This one').waitFor({ state: 'hidden' });
    await expectAccessible(admin);
    await drawer.getByRole('button', { name: 'Shut out' }).click();
    await drawer.getByRole('button', { name: 'Let in again' }).waitFor();
    await nova.reload();
    await nova.waitForURL(/\/sign-in/);
  });
});

test('nothing beside the records tells of a patient', async () => {
  const said = [...heard, ...(await keptIn(system.data))];
  expect(said.length).toBeGreaterThan(100);
  expect(leaksIn(said)).toEqual([]);
});
