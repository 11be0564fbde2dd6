import { describe, expect, test } from 'vitest';
import { starterBook } from '../../../../test/starter-book.ts';
import { isoDate, type QueryProposal, type SourceDocument } from '../../model/index.ts';
import { codeRecord } from '../index.ts';
import { type QueryRecord, queryRecords } from './records.test-data.ts';

function documentsOf({ text }: QueryRecord): SourceDocument[] {
  const texts = typeof text === 'string' ? ([['note', text]] as const) : text;
  return texts.map(([kind, written], at) => ({ documentId: `d${at}`, version: 1, kind, text: written }));
}

const answered = queryRecords.map((record) => {
  const documents = documentsOf(record);
  const { queries } = codeRecord(starterBook(), {
    setting: record.setting,
    date: isoDate('2026-03-01'),
    documents,
  });
  return { record, documents, queries };
});

function fits({ trigger, question }: QueryProposal, asked: string): boolean {
  const at = asked.indexOf(': ');
  return trigger === asked.slice(0, at) && question.includes(asked.slice(at + 2));
}

describe.each([
  { half: 'tuned', place: 0, precision: 0.95, recall: 0.95 },
  { half: 'held out', place: 1, precision: 0.9, recall: 0.85 },
])('records written to be asked about, $half', ({ place, precision, recall }) => {
  const half = answered.filter((_, at) => at % 2 === place);

  test('what is asked was expected', () => {
    const asked = half.flatMap(({ record, queries }) =>
      queries.map((query) => record.asks.some((one) => fits(query, one))),
    );
    expect(asked.filter(Boolean).length / asked.length).toBeGreaterThanOrEqual(precision);
  });

  test('what was expected is asked', () => {
    const wanted = half.flatMap(({ record, queries }) =>
      record.asks.map((one) => queries.some((query) => fits(query, one))),
    );
    expect(wanted.filter(Boolean).length / wanted.length).toBeGreaterThanOrEqual(recall);
  });

  test('nothing is asked where there is nothing to ask', () => {
    const quiet = half.filter(({ record }) => record.asks.length === 0);
    expect(quiet.length).toBeGreaterThan(15);
    expect(quiet.flatMap(({ queries }) => queries.map(({ question }) => question))).toEqual([]);
  });
});

describe('every question keeps the form of a compliant query', () => {
  const asked = answered.flatMap(({ documents, queries }) => queries.map((query) => ({ documents, query })));

  test('each trigger is among them', () => {
    expect([...new Set(asked.map(({ query }) => query.trigger))].sort()).toEqual([
      'axis-missing',
      'conflict',
      'diagnosis-without-indicator',
      'indicator-without-diagnosis',
      'link-not-stated',
      'treatment-without-diagnosis',
    ]);
  });

  test('it stands on exact spans', () => {
    for (const { documents, query } of asked) {
      expect(query.evidence.length).toBeGreaterThan(0);
      for (const { documentId, start, end, quote } of query.evidence) {
        expect(documents.find((one) => one.documentId === documentId)?.text.slice(start, end)).toBe(quote);
      }
    }
  });

  test('it begins with facts, asks openly, and names no code, payment or wish', () => {
    for (const { query } of asked) {
      expect(query.question).toMatch(/^(?:The|A) (?:record|report)\b/);
      expect(query.question).toMatch(/\?$/);
      expect(query.question).not.toMatch(
        /please (?:document|add|change)|should be|do you agree|would you agree|reimburs|payment|\bpaid\b|\bDRG\b|\bHCC\b|\b[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]/i,
      );
    }
  });

  test('it offers at most eight answers, each once, with both ways out last', () => {
    for (const { query } of asked) {
      expect(query.options.length).toBeLessThanOrEqual(8);
      expect(query.options.length).toBeGreaterThanOrEqual(4);
      expect(new Set(query.options).size).toBe(query.options.length);
      expect(query.options.slice(-2)).toEqual(['Other (please specify)', 'Unable to determine']);
      for (const option of query.options) expect(option.length).toBeLessThanOrEqual(200);
    }
  });
});
