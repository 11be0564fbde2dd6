import { codeRecord } from '@superbill/engines/coding';
import { type CodeBook, isoDate } from '@superbill/engines/model';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RuleRecord, RuleTable } from '../engines/src/coding/rules/testing/rule-table.ts';
import { buildEdition } from '../scripts/coding-editions.ts';
import { hasShared } from './shared.ts';
import { starterBook } from './starter-book.ts';

/**
 * Asks each record of a table for its codes, in their order, and whether the rule had a part in them. The
 * official list is taken without our own terms: the rules are measured by its words and notes alone.
 */
export function testRules(table: RuleTable): void {
  const rows = Object.entries(table).flatMap(([rule, { fires, silent }]) => [
    ...fires.map((record) => ({ rule, ...record, fires: true, does: 'acts' })),
    ...silent.map((record) => ({ rule, ...record, fires: false, does: 'is silent' })),
  ]);

  describe.skipIf(!hasShared)('over the official files of FY2026', () => {
    let official: CodeBook;
    beforeAll(async () => {
      official = await officialList();
    }, 180_000);

    test.each(rows)('$rule $does: $text', ({ rule, codes, fires, ...record }) => {
      expect(coded(official, record, rule)).toEqual({ codes, fires });
    });
  });

  describe('over the starter set', () => {
    test.each(rows.filter(({ starter }) => starter))(
      '$rule $does: $text',
      ({ rule, codes, fires, ...record }) => {
        expect(coded(starterBook(), record, rule)).toEqual({ codes, fires });
      },
    );
  });
}

function coded(
  book: CodeBook,
  { text, setting = 'outpatient' }: Pick<RuleRecord, 'text' | 'setting'>,
  id: string,
) {
  const documents = [{ documentId: 'note', version: 1, kind: 'note' as const, text }];
  const { suggestions, firings } = codeRecord(book, { setting, date: isoDate('2026-03-01'), documents });
  return { codes: suggestions.map(({ code }) => code), fires: firings.some(({ rule }) => rule === id) };
}

let opened: Promise<CodeBook> | undefined;

/** Opened once for all tables of a worker. */
function officialList(): Promise<CodeBook> {
  opened ??= buildEdition('official-only').then((edition) => {
    if (!edition) throw new Error('The official files hold no edition of FY2026');
    return edition.search;
  });
  return opened;
}
