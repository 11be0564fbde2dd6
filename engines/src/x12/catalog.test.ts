import { expect, test } from 'vitest';
import { catalog } from './catalog.ts';

test('every rule has a code, a source and words', () => {
  for (const { code, when, source } of catalog()) {
    expect(code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(when.length).toBeGreaterThan(10);
    expect(source.length).toBeGreaterThan(4);
  }
});
