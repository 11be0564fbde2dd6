import type { BrowserContext } from 'playwright-core';

/**
 * What pages did that no text may make them do: open a dialog, ask for the picture of some markup, or anything that
 * their content security policy forbids.
 */
export function watchPages(context: BrowserContext): string[] {
  const found: string[] = [];
  context.on('dialog', (dialog) => {
    found.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/x\d+$/.test(pathname)) found.push(`picture ${pathname}`);
  });
  context.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text()))
      found.push(`report ${message.text()}`);
  });
  context.on('weberror', (error) => {
    if (/Trusted|text does not become markup/.test(error.error().message))
      found.push(`report ${error.error().message}`);
  });
  return found;
}
