// Writes the rules of coding to docs/coding-rules.md; a test says when that is stale.
import { writeFileSync } from 'node:fs';
import { codingRulesPage } from './coding-rules-page.ts';

writeFileSync(new URL('../docs/coding-rules.md', import.meta.url), codingRulesPage());
