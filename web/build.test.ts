import { expect, test } from 'vitest';
import { webKey } from './build.ts';

test('the same sources give the same key, so a start builds the screens once', () => {
  expect(webKey()).toMatch(/^[0-9a-f]{32}$/);
  expect(webKey()).toBe(webKey());
});
