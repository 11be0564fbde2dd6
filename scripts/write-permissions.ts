// Writes who may what to docs/permissions.md; a test says when that is stale.
import { writeFileSync } from 'node:fs';
import { permissionsPage } from './permissions-page.ts';

writeFileSync(new URL('../docs/permissions.md', import.meta.url), permissionsPage());
