import { expect, test } from 'vitest';
import { closestEdition, editionFromName, editionPeriod } from './edition-name.ts';

test.each([
  ['icd10cm', 'icd10cm-order-2026.txt', 'FY2026'],
  ['icd10cm', 'icd10cm_tabular_2021.xml', 'FY2021'],
  ['icd10cm', 'icd10c-tabular-April-1-2026.xml', 'FY2026-april'],
  ['icd10cm', 'icd10cm-order-April-2025.txt', 'FY2025-april'],
  ['icd10cm', 'icd10cm-order-Jan-2021.txt', 'FY2021-january'],
  ['icd10cm', 'icd10cm-order-October-2025.txt', 'FY2026'],
  ['icd10cm', 'POAexemptCodesFY26.txt', 'FY2026'],
  ['icd10cm', 'Code-desciptions.txt', undefined],
  ['icd10pcs', 'icd10pcs_order_2026.txt', 'FY2026'],
  ['hcpcs', 'HCPC2026_APR_ANWEB_v2.txt', '2026-04'],
  ['hcpcs', 'HCPC2020_ANWEB_w_disclaimer.txt', '2020-01'],
  ['hcpcs', 'hcpcs_level2_oct2025.csv', '2025-10'],
] as const)('%s %s is of edition %s', (system, name, edition) => {
  expect(editionFromName(system, name)).toBe(edition);
});

test.each([
  ['icd10cm', 'FY2026', '2025-10-01', '2026-09-30'],
  ['icd10pcs', 'FY2026-april', '2026-04-01', '2026-09-30'],
  ['icd10cm', 'FY2021-january', '2021-01-01', '2021-09-30'],
  ['hcpcs', '2026-04', '2026-04-01', '2026-06-30'],
  ['hcpcs', '2026-10', '2026-10-01', '2026-12-31'],
] as const)('%s %s is for %s to %s', (system, edition, effectiveFrom, effectiveTo) => {
  expect(editionPeriod(system, edition)).toEqual({ effectiveFrom, effectiveTo });
});

test.each(['2026', 'FY26', 'FY2026-may', '2026-05', ''])('%j is no edition', (edition) => {
  expect(editionPeriod('icd10cm', edition) ?? editionPeriod('hcpcs', edition)).toBeUndefined();
});

test.each([
  ['FY2026', ['FY2017', 'FY2025', 'FY2027'], 'FY2025'],
  ['FY2026', ['FY2025', 'FY2026-april'], 'FY2026-april'],
  ['FY2026', ['FY2026', 'FY2026-april'], 'FY2026'],
  ['FY2026-april', ['FY2026', 'FY2025-april'], 'FY2026'],
  ['FY2020', ['FY2025', 'FY2026'], 'FY2025'],
  ['FY2026', [], undefined],
] as const)('for the codes of %s, %j offers %s', (edition, candidates, chosen) => {
  expect(closestEdition('icd10cm', edition, candidates)).toBe(chosen);
});
