import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codingRulesPage } from './coding-rules-page.ts';

test('docs/coding-rules.md says what the rules say; else run npm run coding:rules', () => {
  expect(readFileSync(new URL('../docs/coding-rules.md', import.meta.url), 'utf8')).toBe(codingRulesPage());
});
