// Writes what X12 files are checked for to docs/x12-rules.md; a test says when that is stale.
import { writeFileSync } from 'node:fs';
import { rulesPage } from './x12-rules-page.ts';

writeFileSync(new URL('../docs/x12-rules.md', import.meta.url), rulesPage());
