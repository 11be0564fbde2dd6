import { expect, test } from 'vitest';
import { openBrowser } from './browser.ts';

test('a browser opens from the installed packages alone and has a font to write with', async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<span id="word" style="font: 16px system-ui">Superbill</span>');
    const box = await page.locator('#word').boundingBox();
    expect(box?.width).toBeGreaterThan(40);
  } finally {
    await browser.close();
  }
});
