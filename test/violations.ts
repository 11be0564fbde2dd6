import type { Browser } from 'playwright-core';

/** What pages tried that their content security policy forbids, in every context opened from now on. */
export function violationsIn(browser: Browser): string[] {
  const found: string[] = [];
  const open = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await open(options);
    context.on('console', (message) => {
      if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text()))
        found.push(message.text());
    });
    context.on('weberror', (error) => {
      if (/Trusted|text does not become markup/.test(error.error().message))
        found.push(error.error().message);
    });
    return context;
  };
  return found;
}
