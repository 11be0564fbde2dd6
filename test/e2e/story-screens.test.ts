import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '@superbill/contract';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openBrowser } from '../browser.ts';
import { keptIn, leaksIn, listenTo, type Said } from '../leaks.ts';
import { expectAccessible, signIn } from '../person.ts';
import { type RunningSystem, startedSystem } from '../running-system.ts';
import { violationsIn } from '../violations.ts';

let system: RunningSystem;
let browser: Browser;
let desk: Page;
let coder: Page;
let physician: Page;
let biller: Page;
let patient: Page;
let violations: string[];
let heard: Said[];

beforeAll(async () => {
  [system, browser] = await Promise.all([startedSystem(), openBrowser()]);
  violations = violationsIn(browser);
  heard = listenTo(browser);
}, 90_000);

// What everybody saw when a chapter failed, for whoever has to find out why.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [index, page] of browser
    .contexts()
    .flatMap((context) => context.pages())
    .entries()) {
    await page.screenshot({
      path: `test-output/${task.name.slice(0, 40).replaceAll(/\W+/g, '-')}-${index}.png`,
    });
  }
});

afterAll(async () => {
  await browser.close();
  await system.stop();
});

const note = [
  'CC: blood pressure check',
  '',
  'HPI: 58 yo here for BP. Home readings 150s/90s. Denies chest pain, SOB. No hx of stroke.',
  'FH: mother with breast cancer.',
  '',
  'Assessment/Plan:',
  '1. Hypertension, above goal at 154/92. Increase lisinopril to 20 mg.',
  '2. Type 2 diabetes, stable on metformin.',
].join('\n');

/** Yesterday as people type it, so that it never lies in the future wherever the test runs. */
const serviceDate = (() => {
  const day = new Date(Date.now() - 24 * 3600_000).toISOString().slice(0, 10);
  const [year, month, date] = day.split('-');
  return `${month}/${date}/${year}`;
})();

/** Chooses the option whose words hold these. */
async function choose(list: Locator, words: string): Promise<void> {
  const label = await list.locator('option', { hasText: words }).first().textContent();
  await list.selectOption({ label: label ?? words });
}

/** One visit through the screens alone, by everybody who has a part in it. Each test stands on those before. */
describe('one visit, through the screens', () => {
  test('the front desk registers the patient with coverage, the visit, and pastes the note in', async () => {
    desk = await signIn(browser, system.url, 'frankie');
    await expectAccessible(desk);
    await desk.getByRole('link', { name: 'Register a patient' }).first().click();
    await desk.getByRole('textbox', { name: 'First name' }).first().fill('Marisol');
    await desk.getByRole('textbox', { name: 'Last name' }).first().fill('Storywell');
    await desk.getByRole('textbox', { name: 'Birth date' }).first().fill('04/12/1968');
    await desk.getByRole('combobox', { name: 'Sex' }).first().selectOption('Female');
    await desk.getByRole('textbox', { name: 'Street' }).first().fill('12 Made Up Lane');
    await desk.getByRole('textbox', { name: 'City' }).first().fill('Fernhollow');
    await desk.getByRole('combobox', { name: 'State' }).first().selectOption('OR');
    await desk.getByRole('textbox', { name: 'ZIP code' }).first().fill('97099');
    await desk.getByRole('button', { name: 'Add a coverage' }).click();
    const coverage = desk.getByRole('region', { name: 'Primary coverage' });
    await coverage.getByRole('combobox', { name: 'Payer' }).selectOption('Cascade Mutual');
    await coverage.getByRole('textbox', { name: 'Member id' }).fill('CM000000999');
    await expectAccessible(desk);
    await desk.getByRole('button', { name: 'Register Ctrl Enter' }).click();

    await desk.getByRole('heading', { name: /Storywell/ }).waitFor();
    await expectAccessible(desk);
    await desk.getByRole('button', { name: /^Register a visit/ }).click();
    const visit = desk.getByRole('dialog', { name: 'Register a visit' });
    await visit.getByRole('textbox', { name: 'Date of service' }).fill(serviceDate);
    await choose(visit.getByRole('combobox', { name: 'Practitioner' }), 'Thorvald');
    const told = desk.waitForRequest(
      (request) =>
        request.url().endsWith(routes.reportWork.path) &&
        /"registration".*"open"/.test(request.postData() ?? ''),
    );
    await visit.getByRole('button', { name: 'Register' }).click();
    await visit.waitFor({ state: 'hidden' });
    await told;

    await desk.getByRole('button', { name: 'Add a document' }).first().click();
    const document = desk.getByRole('dialog', { name: 'Add a document' });
    await document.getByRole('textbox', { name: 'Text' }).fill(note);
    await document.getByRole('button', { name: 'Add to the visit' }).click();
    await document.waitFor({ state: 'hidden' });
    await desk.getByRole('gridcell', { name: 'To code' }).first().waitFor();
  });

  test('the coder accepts suggestions by single keys and sees the words each stands on', async () => {
    coder = await signIn(browser, system.url, 'casey');
    await coder.getByRole('searchbox').first().fill('Storywell');
    await coder.getByRole('row', { name: /Storywell/ }).waitFor();
    await expectAccessible(coder);
    await coder.getByRole('row', { name: /Storywell/ }).click();
    const suggestions = coder.getByRole('grid', { name: 'Suggestions' });
    await suggestions.getByRole('row', { name: /I10/ }).waitFor();
    await expectAccessible(coder);
    // What the note denies and what the mother had is not offered.
    expect(await suggestions.getByRole('row', { name: /C50|Z80\.3|R07|I63/ }).count()).toBe(0);

    await coder.getByRole('region', { name: 'Record' }).click();
    await suggestions.getByRole('row', { name: /I10/ }).click();
    await coder.keyboard.press('a');
    await coder.getByRole('heading', { name: /^Codes 1/ }).waitFor();
    await suggestions.getByRole('row', { name: /E11\.9/ }).click();
    await coder.keyboard.press('a');
    await coder.getByRole('heading', { name: /^Codes 2/ }).waitFor();
  });

  test('a question goes to the physician and comes back signed into the record', async () => {
    await coder.keyboard.press('q');
    const ask = coder.getByRole('dialog', { name: /^Ask Annelise Thorvald/ });
    await ask
      .getByRole('textbox', { name: 'Question' })
      .fill('The note gives no complication of the diabetes. Is there one?');
    await ask.getByRole('textbox', { name: 'Answer 1' }).fill('None');
    await ask.getByRole('textbox', { name: 'Answer 2' }).fill('Neuropathy');
    await expectAccessible(coder);
    await ask.getByRole('button', { name: /^Ask the physician/ }).click();
    await ask.waitFor({ state: 'hidden' });

    physician = await signIn(browser, system.url, 'thorvald');
    await physician
      .getByRole('row', { name: /Storywell/ })
      .or(physician.getByText('Storywell').first())
      .first()
      .click();
    await physician.getByText('Is there one?').first().waitFor();
    await expectAccessible(physician);
    await physician.getByRole('radio', { name: /^None/ }).check();
    await physician.getByRole('button', { name: /^Sign the answer/ }).click();
    await physician.getByText('Is there one?').first().waitFor({ state: 'hidden' });
  });

  test('the coder hands the visit over', async () => {
    await coder.reload();
    await coder.getByRole('heading', { name: /^Codes 2/ }).waitFor();
    await coder.getByRole('heading', { name: /^Addendum/ }).waitFor();
    await coder.keyboard.press('h');
    const dialog = coder.getByRole('dialog', { name: 'Hand over to the biller?' });
    await dialog.getByRole('button', { name: 'Hand over' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  test('the biller charges the visit, makes the claim and sends it', async () => {
    biller = await signIn(browser, system.url, 'blake');
    await biller.getByRole('row', { name: /Storywell/ }).waitFor();
    await expectAccessible(biller);
    await biller.getByRole('row', { name: /Storywell/ }).click();
    const charges = biller.getByRole('region', { name: 'Charges' });
    await charges.getByLabel('Procedure of the new charge').fill('99213');
    await biller.getByRole('option', { name: /99213/ }).first().click();
    const pointer = charges.getByRole('button', { name: /^Diagnosis 1, I10, for the new charge/ });
    if ((await pointer.getAttribute('aria-pressed')) !== 'true') await pointer.click();
    await charges.getByRole('button', { name: 'Add', exact: true }).click();
    await charges.getByText('Total $165.00').waitFor();
    await expectAccessible(biller);
    await biller.getByRole('button', { name: /^Make the claim/ }).click();
    await biller.getByRole('button', { name: /^Submit/ }).click();
    await biller.getByRole('button', { name: /^Send 1 ready claim/ }).click();
    const send = biller.getByRole('dialog');
    await expectAccessible(biller);
    await send.getByRole('button', { name: /^Send 1/ }).click();
    await biller.getByRole('dialog', { name: /^Sent/ }).waitFor();
  });

  test("the payer's answers come in by themselves, and the payment is posted", async () => {
    await biller.goto(`${system.url}/claims`);
    await biller.getByRole('searchbox').first().fill('Storywell');
    await biller.getByRole('row', { name: /Storywell/ }).click();
    // 165.00 is charged, 92.50 allowed, and a visit costs a copay of 25.00.
    await biller.getByText('Paid $67.50, patient owes $25.00.').first().waitFor({ timeout: 30_000 });
    await biller
      .getByText(/^Accepted for adjudication/)
      .first()
      .waitFor();
    await expectAccessible(biller);
  });

  test('the biller makes the bill, and its link opens once, with the birth date', async () => {
    await biller.goto(`${system.url}/statements`);
    await biller.getByRole('button', { name: 'Make a bill for Storywell, Marisol' }).click();
    const dialog = biller.getByRole('dialog', { name: /link for the patient/ });
    const link = await dialog.getByRole('textbox').inputValue();
    await expectAccessible(biller);

    patient = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    patient.setDefaultTimeout(10_000);
    await patient.goto(link);
    await patient.getByLabel('Month').waitFor();
    expect(patient.url(), 'the secret leaves the address bar').not.toContain('#');
    await expectAccessible(patient);
    await enterBirthDate(patient, '4', '13', '1968');
    await patient.getByText('We could not open your bill').waitFor();
    await enterBirthDate(patient, '4', '12', '1968');
    await patient.getByRole('heading', { name: 'Hello, Marisol' }).waitFor();

    const other = await (await browser.newContext()).newPage();
    await other.goto(link);
    await enterBirthDate(other, '4', '12', '1968');
    await other.getByText('We could not open your bill').waitFor();
  });

  test('the patient reads why, in English and in Spanish, and asks', async () => {
    const service = patient.getByRole('article', { name: /Office visit/ });
    await service.getByText(/copay/i).first().waitFor();
    expect(await patient.getByText('$25.00').count()).toBeGreaterThan(0);
    await expectAccessible(patient);
    await patient
      .getByRole('button', { name: /Español/ })
      .or(patient.getByRole('radio', { name: /Español/ }))
      .or(patient.getByText('Español'))
      .first()
      .click();
    await patient
      .getByText(/copago/i)
      .first()
      .waitFor();
    expect(await patient.locator('html').getAttribute('lang')).toBe('es');
    await patient.getByText('English').first().click();

    await service.getByRole('button', { name: /^Ask/ }).click();
    await patient.getByRole('textbox').fill('Why is my copay 25 dollars?');
    await patient.getByRole('button', { name: /^Send/ }).click();
    await patient.getByText('Why is my copay 25 dollars?').first().waitFor();
  });

  test('the question lands with the biller beside the thread, and the answer reaches the patient', async () => {
    await biller.goto(`${system.url}/messages`);
    await biller.getByText('Why is my copay 25 dollars?').first().waitFor();
    await biller
      .getByText(/Hypertension, above goal|“Hypertension”|Hypertension/)
      .first()
      .waitFor();
    await expectAccessible(biller);
    await biller
      .getByRole('textbox', { name: 'Answer to Marisol' })
      .fill('Your plan asks 25 dollars for each office visit.');
    await biller.getByRole('button', { name: /^Send the answer/ }).click();
    await patient.reload();
    await patient.getByText('Your plan asks 25 dollars for each office visit.').waitFor();
  });

  test('why? on the line of the bill leads to the sentence in the note', async () => {
    await biller.goto(`${system.url}/statements`);
    await biller.getByRole('tab', { name: /^Made/ }).click();
    await biller.getByRole('row', { name: /Storywell/ }).click();
    await biller
      .getByRole('button', { name: /^Why\?/ })
      .first()
      .click();
    const thread = biller.getByRole('dialog');
    await thread
      .getByText('Hypertension', { exact: true })
      .or(thread.getByText(/Hypertension/))
      .first()
      .waitFor();
    await thread.getByText(/copay/i).first().waitFor();
    await expectAccessible(biller);
  });

  test('somebody who holds both roles changes hats with one key, and sees which is on', async () => {
    const robin = await signIn(browser, system.url, 'robin');
    await robin.getByRole('button', { name: /^Coder .*hat on/ }).waitFor();
    await robin.keyboard.press('Alt+h');
    await robin.waitForURL(/\/billing/);
    await robin.getByRole('button', { name: /^Biller .*hat on/ }).waitFor();
    await robin.keyboard.press('Control+k');
    await robin.getByPlaceholder(/.+/).last().fill('Storywell');
    await robin
      .getByText(/Storywell, Marisol/)
      .first()
      .waitFor();
    await expectAccessible(robin);
  });

  test('the supervisor finds everything whole after it', async () => {
    const supervisor = await signIn(browser, system.url, 'sasha');
    await expectAccessible(supervisor);
    await supervisor.goto(`${system.url}/system`);
    await supervisor.getByText('Audit chain').waitFor();
    expect(await supervisor.getByText('Broken', { exact: true }).count()).toBe(0);
    await expectAccessible(supervisor);
  });

  test('no page did what its content security policy forbids, and the policy stands', async () => {
    expect(violations).toEqual([]);
    await biller.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      document.head.append(style);
    });
    expect(violations.length).toBe(1);
    const markup = await biller
      .evaluate(() => {
        Reflect.set(document.body, 'innerHTML', '<img src=x>');
      })
      .catch((error: Error) => error.message);
    expect(markup).toContain('text does not become markup');
  });
});

describe('beside the records', () => {
  const ofMarisol = ['Storywell', '1968-04-12', '19680412', '04/12/1968', 'CM000000999', '12 Made Up Lane'];
  const ofTheNote = ['Home readings', 'breast cancer', 'lisinopril', 'Neuropathy', 'my copay'];
  const leaks = async () => leaksIn([...heard, ...(await keptIn(system.data))], [...ofMarisol, ...ofTheNote]);

  test('nothing tells of a patient', async () => {
    expect(heard.length).toBeGreaterThan(500);
    expect(await leaks()).toEqual([]);
  });

  test('and what is planted in each place is found', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('**/planted/refusal', (route) => route.fulfill({ status: 418, body: 'Not Storywell' }));
    await page.goto(`${system.url}/sign-in#STORYWELL`);
    await page.evaluate(async () => {
      console.log('born 1968-04-12');
      await fetch('/planted/breast%20cancer');
      await fetch('/planted/refusal');
    });
    await physician.evaluate(async (path) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': 'search-CM000000999' };
      await fetch(path, { method: 'POST', headers, body: '{"search":"nobody"}' });
    }, routes.listPatients.path);
    appendFileSync(join(system.data, 'server.log'), '{"msg":"seen at 12 Made Up Lane"}\n');
    mkdirSync(join(system.data, 'mail'), { recursive: true });
    writeFileSync(join(system.data, 'mail/planted.eml'), 'Subject: Neuropathy\r\n\r\nNo more.');
    await vi.waitFor(async () => {
      const found = (await leaks()).join('\n');
      for (const place of [
        'an address says storywell',
        'an address says breast cancer',
        'a refusal of',
        'the console says 1968-04-12',
        'a row of idempotency_key says cm000000999',
        'the log says 12 made up lane',
        'the head of a letter says neuropathy',
      ])
        expect(found).toContain(place);
    });
  });
});

async function enterBirthDate(page: Page, month: string, day: string, year: string): Promise<void> {
  await page.getByLabel('Month').fill(month);
  await page.getByLabel('Day').fill(day);
  await page.getByLabel('Year').fill(year);
  await page.getByRole('button', { name: 'Show my bill' }).click();
}
