import { routes } from '@superbill/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { keptIn, leaksIn, listenTo, type Said } from '../leaks.ts';
import { expectAccessible, expectFits, signIn } from '../person.ts';
import { type RunningSystem, startedSystem } from '../running-system.ts';

let system: RunningSystem;
let browser: Browser;
let heard: Said[];
let both: Page;
let owner: Page;

beforeAll(async () => {
  [system, browser] = await Promise.all([startedSystem(), openBrowser()]);
  heard = listenTo(browser);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await system.stop();
});

/** One write-off through the screens, from the person with both hats to the owner. Each test stands on those before. */
describe('a write-off in a small practice', () => {
  test('waits when somebody with both hats asks for it', async () => {
    both = await signIn(browser, system.url, 'robin');
    if (!(await both.getByRole('button', { name: /^Biller/ }).isVisible()))
      await both.keyboard.press('Alt+h');
    await both.getByRole('button', { name: /^Biller/ }).waitFor();
    const patientId = await both.evaluate(async (path) => {
      const answer = await fetch(path);
      const { statements } = (await answer.json()) as { statements: { patient: { id: string } }[] };
      return statements[0]?.patient.id ?? '';
    }, routes.listStatements.path);
    await both.goto(`${system.url}/patients/${patientId}/account`);
    await both.getByText('You hold both hats').waitFor();
    await both
      .getByRole('button', { name: /^Write off/ })
      .first()
      .click();
    const dialog = both.getByRole('dialog', { name: /^Write off/ });
    await dialog.getByRole('combobox', { name: 'Reason' }).selectOption('Charity: the patient cannot pay');
    await dialog.getByRole('textbox', { name: 'Note' }).fill('Out of work since spring');
    await expectAccessible(both);
    await dialog.getByRole('button', { name: 'Write off' }).click();
    await both.getByRole('heading', { name: 'Waits for the countersign' }).waitFor();
    await expectFits(both, 'account-waiting');
  });

  test('is countersigned by the owner, and then it is booked', async () => {
    owner = await signIn(browser, system.url, 'sasha');
    await owner.getByRole('link', { name: 'Countersign' }).first().click();
    await owner.getByText('Out of work since spring').waitFor();
    await expectFits(owner, 'approvals');
    await owner.getByRole('button', { name: 'Decline with a reason' }).click();
    await owner.getByRole('button', { name: 'Decline' }).click();
    await owner.getByText('Write a sentence first.').waitFor();
    await owner.getByRole('button', { name: 'Back' }).click();
    await owner.getByRole('button', { name: 'Countersign', exact: true }).click();
    await owner.getByText('Nothing waits.').waitFor();
    await both.reload();
    await both.getByText('Written off: Charity: the patient cannot pay').first().waitFor();
  });

  test('the owner sets controls, a number and what the bank says', async () => {
    await owner.goto(`${system.url}/controls`);
    await owner.getByRole('heading', { name: 'Controls are on' }).waitFor();
    await owner.getByRole('textbox', { name: "The owner's e-mail" }).fill('owner@example.org');
    await owner.getByRole('textbox', { name: /^Address of this/ }).fill(system.url);
    await owner.getByRole('button', { name: 'Save' }).click();
    await owner.getByText('The controls are changed.').first().waitFor();
    await owner.getByLabel('Six digits').fill('481516');
    await owner.getByRole('button', { name: 'Set the number' }).click();
    await owner.getByText('Your number is set.').first().waitFor();
    await expectFits(owner, 'controls');
    await owner.goto(`${system.url}/deposits`);
    await owner.getByRole('button', { name: 'Enter a day' }).click();
    const dialog = owner.getByRole('dialog', { name: 'Deposit of a day' });
    await dialog.getByRole('textbox', { name: 'Total that the bank shows' }).fill('12.00');
    await expectAccessible(owner);
    await dialog.getByRole('button', { name: 'Enter' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await owner.getByText('$12.00').first().waitFor();
    await owner.setViewportSize({ width: 390, height: 844 });
    await owner.getByText(/^Cash \$0\.00$/).waitFor();
    await owner.getByText(/^Checks \$0\.00$/).waitFor();
    await expectFits(owner, 'deposits');
  });

  test('the week is one page of at most 600 words, and a coder sees that no chart waits yet', async () => {
    await owner.goto(`${system.url}/week`);
    await owner.getByRole('heading', { name: 'How people are' }).waitFor();
    const words = (await owner.locator('main').innerText()).split(/\s+/);
    expect(words.length).toBeLessThan(600);
    await expectFits(owner, 'week');
    await both.keyboard.press('Alt+h');
    await both.getByRole('button', { name: /^Coder/ }).waitFor();
    await both.goto(`${system.url}/second-look`);
    await both.getByRole('heading', { name: 'Second look' }).waitFor();
    await both.getByText('No chart waits.').waitFor();
    await expectFits(both, 'second-look');
  });

  test('a denied claim is made again as its replacement, and its charges open', async () => {
    await both.keyboard.press('Alt+h');
    await both.getByRole('button', { name: /^Biller/ }).waitFor();
    const search = await both.request.post(`${system.url}${routes.listClaims.path}`, {
      data: { state: 'denied' },
    });
    const { claims } = (await search.json()) as { claims: { id: string }[] };
    await both.goto(`${system.url}/claims/${claims[0]?.id}`);
    await both.getByText('The payer decided against this claim').waitFor();
    await expectFits(both, 'claim-denied');
    await both.getByRole('link', { name: 'on the visit' }).click();
    await both.getByText('The replacement opens the charges again').waitFor();
    await both.getByRole('button', { name: /^Make the replacement/ }).click();
    await both.getByRole('button', { name: /^Check again/ }).waitFor();
    await both
      .getByLabel(/^Procedure of/)
      .first()
      .waitFor();
  });

  test('a letter opens on the telephone with the number, and nothing without a link', async () => {
    const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    await phone.goto(`${system.url}/countersign`);
    await phone.getByRole('heading', { name: 'This page needs the link of a letter' }).waitFor();
    await phone.goto('about:blank');
    await phone.goto(`${system.url}/countersign#${'x'.repeat(60)}`);
    await phone.getByLabel('Your number of six digits').fill('481516');
    expect(phone.url()).not.toContain('#');
    await phone.getByRole('button', { name: 'Show it' }).click();
    await phone.getByText('This link and number do not open a request.').waitFor();
    await expectFits(phone, 'countersign-link');
  });
});

test('nothing beside the records tells of a patient', async () => {
  const said = [...heard, ...(await keptIn(system.data))];
  expect(said.length).toBeGreaterThan(100);
  expect(leaksIn(said)).toEqual([]);
});
