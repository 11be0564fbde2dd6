// Writes the types of the transactions from the guides; a test says when they are stale.
import { writeFileSync } from 'node:fs';
import { describeTypes } from '../engines/src/x12/document/describe-types.ts';
import { guides } from '../engines/src/x12/guides/index.ts';

const file = new URL('../engines/src/x12/document/types.generated.ts', import.meta.url);
writeFileSync(file, describeTypes(guides));
