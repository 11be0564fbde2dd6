import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulesPage } from './x12-rules-page.ts';

test('docs/x12-rules.md says what the rules say; else run npm run x12:rules', () => {
  expect(readFileSync(new URL('../docs/x12-rules.md', import.meta.url), 'utf8')).toBe(rulesPage());
});
