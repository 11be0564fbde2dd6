import { source as axeSource } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Opens a window of its own for somebody and signs in. */
export async function signIn(
  browser: Browser,
  url: string,
  login: string,
  password = 'superbill-demo',
): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${url}/sign-in`);
  await page.getByRole('textbox', { name: 'Login' }).fill(login);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
  return page;
}

/** Expects that axe finds nothing against WCAG 2.2 AA on what the page shows now. */
export async function expectAccessible(page: Page): Promise<void> {
  // What is half faded in or out has colours that nobody is meant to read; what turns for ever is not waited for.
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame(); // a transition that was asked for begins with the next frame
    await frame();
    const moving = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const result = await axe.run(document, { runOnly: tags });
    return result.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    );
  });
  expect(violations, page.url()).toEqual([]);
}

/** Looks at a page at the width of a desk and of a telephone: nothing sticks out, and axe finds nothing. */
export async function expectFits(page: Page, name: string): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expectAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, `${name} at ${width}`).toBeLessThanOrEqual(width);
    // Links that are scrolled out of sight are pages that nobody finds.
    const links = await page.evaluate(() => {
      const nav = document.querySelector('nav[aria-label="Pages"]');
      return nav ? nav.scrollWidth - nav.clientWidth : 0;
    });
    expect(links, `navigation of ${name} at ${width}`).toBe(0);
    await page.screenshot({ path: `test-output/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}
