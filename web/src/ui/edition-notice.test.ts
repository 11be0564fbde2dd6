import type { EditionView } from '@superbill/contract';
import { isoDate } from '@superbill/engines/model';
import { expect, test } from 'vitest';
import { editionOn, editionWarning } from './edition-notice.ts';

function anEdition(part: Partial<EditionView>): EditionView {
  return {
    system: 'icd10cm',
    edition: 'FY2026',
    effectiveFrom: isoDate('2025-10-01'),
    effectiveTo: isoDate('2026-09-30'),
    codes: 74_719,
    source: 'the official file',
    starter: false,
    notesFrom: null,
    indexFrom: null,
    ...part,
  };
}
const starter = anEdition({ edition: 'starter', starter: true, codes: 1024, effectiveTo: null });
const fy2025 = anEdition({
  edition: 'FY2025',
  effectiveFrom: isoDate('2024-10-01'),
  effectiveTo: isoDate('2025-09-30'),
});

test.each([
  { day: '2025-09-30', editions: [anEdition({}), fy2025], edition: 'FY2025', warns: false },
  { day: '2025-10-01', editions: [anEdition({}), fy2025], edition: 'FY2026', warns: false },
  { day: '2026-10-01', editions: [anEdition({}), fy2025], edition: 'FY2026', warns: true },
  { day: '2026-01-15', editions: [starter], edition: 'starter', warns: true },
  { day: '2026-01-15', editions: [starter, anEdition({})], edition: 'FY2026', warns: false },
])('on $day $edition answers, with a warning: $warns', ({ day, editions, edition, warns }) => {
  const found = editionOn(editions, 'icd10cm', isoDate(day));
  expect(found?.edition.edition).toBe(edition);
  expect(found && editionWarning(found.edition, found.outOfDate) !== undefined).toBe(warns);
});
