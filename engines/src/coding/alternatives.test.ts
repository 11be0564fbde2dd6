import { beforeAll, describe, expect, test } from 'vitest';
import { buildEdition } from '../../../scripts/coding-editions.ts';
import { hasShared } from '../../../test/shared.ts';
import { isoDate } from '../model/index.ts';
import { codeRecord } from './engine.ts';

describe.skipIf(!hasShared)('alternatives over the official files of FY2026', () => {
  let edition: Awaited<ReturnType<typeof buildEdition>>;
  beforeAll(async () => {
    edition = await buildEdition('official');
  }, 180_000);

  function offered(diagnosis: string): Record<string, string[]> {
    if (!edition) return {};
    const { suggestions } = codeRecord(edition.search, {
      setting: 'outpatient',
      date: isoDate('2026-03-02'),
      documents: [{ documentId: 'n', version: 1, kind: 'note', text: `Assessment: ${diagnosis}` }],
    });
    return Object.fromEntries(
      suggestions.map(({ code, alternatives }) => [code, alternatives.map((one) => one.code)]),
    );
  }

  test.each([
    { diagnosis: 'Metabolic encephalopathy', code: 'G93.41', never: /^G93\.[0-35]|^[^G]/ },
    { diagnosis: 'Encephalopathy', code: 'G93.40', never: /^G93\.[0-35]/ },
    { diagnosis: 'Coronary artery disease', code: 'I25.10', never: /^Q|^I21/ },
    { diagnosis: 'Depression', code: 'F32.A', never: /^F91/ },
    { diagnosis: 'Breast cancer', code: 'C50.919', never: /^(?:Z|C76)/ },
    { diagnosis: 'Atrial fibrillation', code: 'I48.91', never: /^I49/ },
  ])('$diagnosis might be no other disease or status', ({ diagnosis, code, never }) => {
    const found = offered(diagnosis);
    expect(Object.keys(found)).toContain(code);
    expect(found[code]?.filter((each) => never.test(each))).toEqual([]);
  });

  test.each([
    { diagnosis: 'Atrial fibrillation', code: 'I48.91', has: ['I48.0', 'I48.19', 'I48.20'] },
    { diagnosis: 'Wrist sprain', code: 'S63.509A', has: ['S63.501A', 'S63.502A'] },
    { diagnosis: 'Tobacco use', code: 'Z72.0', has: ['F17.200'] },
    { diagnosis: 'Encephalopathy', code: 'G93.40', has: ['G93.41'] },
  ])('$diagnosis might be $has', ({ diagnosis, code, has }) => {
    expect(offered(diagnosis)[code]).toEqual(expect.arrayContaining(has));
  });
});
