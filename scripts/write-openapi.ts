// Writes the contract as OpenAPI to docs/openapi.json; a test says when that is stale.
import { writeFileSync } from 'node:fs';
import { openApi } from '@superbill/contract/openapi';

writeFileSync(new URL('../docs/openapi.json', import.meta.url), `${JSON.stringify(openApi(), null, 2)}\n`);
