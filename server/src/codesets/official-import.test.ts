import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isoDate } from '@superbill/engines/model';
import { afterAll, describe, expect, test } from 'vitest';
import { hasShared, sharedPath } from '../../../test/shared.ts';
import { openEditionStore } from './edition-store.ts';
import { importCodeSets } from './import-code-sets.ts';

describe.skipIf(!hasShared)('official files', () => {
  let home = '';
  afterAll(() => rm(home, { recursive: true, force: true }));

  test('a folder of downloads becomes editions, whatever else lies in it', { timeout: 180_000 }, async () => {
    home = await mkdtemp(join(tmpdir(), 'official-'));
    const directory = join(home, 'codesets');
    const folder = (...parts: string[]) => sharedPath('codesets', ...parts);
    const report = await importCodeSets(
      [
        folder('icd10cm', 'fy2026'),
        folder('icd10cm', 'fy2021', 'icd10cm_tabular_2021.xml.gz'),
        folder('icd10cm', 'fy2026-april-xml'),
        folder('icd10cm', 'addenda-pdf'),
        folder('icd10pcs', 'fy2023'),
        folder('icd10pcs', 'fy2026'),
        folder('hcpcs', '2025-10-derived'),
      ],
      { directory },
    );
    expect(report.built.map(({ system, edition, codes }) => [system, edition, codes])).toEqual([
      ['hcpcs', '2025-10', 8463],
      ['icd10cm', 'FY2026', 74_719],
      ['icd10pcs', 'FY2026', 79_115],
    ]);
    expect(report.skipped.some(({ name }) => name.endsWith('.pdf'))).toBe(true);

    const store = openEditionStore(directory);
    const diagnoses = store.editionFor('icd10cm', isoDate('2026-09-30'));
    expect(diagnoses?.outOfDate).toBe(false);
    expect(diagnoses?.codes.edition.notesFrom).toBe('FY2021');
    expect(diagnoses?.search.search('type 2 diabetes with nephropathy')[0]?.code).toBe('E11.21');
    expect(store.editionFor('icd10cm', isoDate('2026-10-01'))?.outOfDate).toBe(true);
    expect(
      store.editionFor('icd10pcs', isoDate('2026-01-01'))?.codes.lookup('0016070')?.parents,
    ).toMatchObject([{ code: '001' }]);
    const procedures = store.editionFor('icd10pcs', isoDate('2026-01-01'));
    expect(procedures?.codes.edition).toMatchObject({ notesFrom: 'FY2023', indexFrom: 'FY2023' });
    expect(procedures?.search.search('laparoscopic cholecystectomy')[0]?.code).toBe('0FT44ZZ');
    expect(store.editionFor('hcpcs', isoDate('2025-12-31'))?.codes.isBillable('J1885')).toBe(true);
  });
});
