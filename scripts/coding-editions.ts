import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IsoDate } from '@superbill/engines/model';
import { type EditionInForce, openEditionStore } from '@superbill/server/codesets/edition-store';
import { importCodeSets } from '@superbill/server/codesets/import-code-sets';
import { loadStarter, type StarterSource } from '@superbill/server/codesets/starter';
import { hasShared, sharedPath } from '../test/shared.ts';

/**
 * `official`: the newest official files and our own vocabulary; `official-only`: the same without the
 * starter set's terms; `starter`: the starter set alone.
 */
export type EditionChoice = 'official' | 'official-only' | 'starter';

const files = [
  'fy2026',
  'fy2026-april-xml',
  'fy2025-index-derived/ICD10CM_2025_Index.csv.gz',
  'fy2021/icd10cm_tabular_2021.xml.gz',
];
const inFiscalYear2026 = '2026-03-01' as IsoDate;

/**
 * Builds an edition anew, so that figures are always those of the code as it stands. Official files are
 * read from `../shared/codesets`; undefined when it is not there.
 */
export async function buildEdition(choice: EditionChoice): Promise<EditionInForce | undefined> {
  const starter = loadStarter();
  const directory = join(tmpdir(), `superbill-eval-${process.pid}-${choice}`);
  try {
    if (choice !== 'starter') {
      if (!hasShared) return undefined;
      const inputs = files.map((name) => sharedPath('codesets', 'icd10cm', name));
      await importCodeSets(inputs, {
        directory,
        starter: choice === 'official' ? starter : withoutTerms(starter),
      });
    }
    return openEditionStore(directory, choice === 'starter' ? starter : undefined).editionFor(
      'icd10cm',
      inFiscalYear2026,
    );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function withoutTerms(starter: StarterSource): StarterSource {
  return { ...starter, set: { rows: [], categories: [] }, sha256: `${starter.sha256}-without-terms` };
}
