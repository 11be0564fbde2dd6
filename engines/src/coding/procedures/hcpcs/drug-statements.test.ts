import { beforeAll, describe, expect, test } from 'vitest';
import { hcpcsEdition } from '../../../../../test/hcpcs-edition.ts';
import { hasShared } from '../../../../../test/shared.ts';
import { isoDate, type ProcedureSuggestion, type SearchedCodes } from '../../../model/index.ts';
import { drugStatements, laterStatements } from './drug-statements.test-data.ts';
import { codeDrugs } from './drugs.ts';

/** Of the 40 statements at odd places; 2 when they were first counted. */
const mostWrongHeldOut = 0;

const printLine = ({ code, units, modifiers }: ProcedureSuggestion) =>
  [code, ...(modifiers ?? []), `x${units ?? '?'}`].join(' ');

describe.skipIf(!hasShared)('drugs given, on the HCPCS table of October 2025', () => {
  let hcpcs: SearchedCodes;
  beforeAll(() => {
    hcpcs = hcpcsEdition('2025-10');
  }, 60_000);

  const linesOf = (text: string) =>
    codeDrugs(
      {
        setting: 'outpatient',
        date: isoDate('2025-11-03'),
        documents: [{ documentId: 'n', version: 1, kind: 'note', text }],
      },
      hcpcs.codes,
    );

  test('statements are coded as a coder codes them', () => {
    const wrong = drugStatements.flatMap(({ text, lines }, place) => {
      const got = linesOf(text).map(printLine);
      return got.join(', ') === lines.join(', ') ? [] : [{ place, text, lines, got }];
    });
    expect(wrong.filter(({ place }) => place % 2 === 0)).toEqual([]);
    expect(wrong.length).toBeLessThanOrEqual(mostWrongHeldOut);
  });

  test.each(laterStatements)('$text', ({ text, lines }) => {
    expect(linesOf(text).map(printLine)).toEqual(lines);
  });
});
