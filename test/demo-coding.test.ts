import type { CodingResult } from '@superbill/engines/coding';
import { codeRecord } from '@superbill/engines/coding';
import { isoDate } from '@superbill/engines/model';
import { beforeAll, describe, expect, test } from 'vitest';
import { type DemoEncounter, readCode, readDemoEncounters } from '../cli/src/demo/demo-encounters.ts';
import { expectedOfDemo } from '../engines/src/coding/demo-notes.test-data.ts';
import { starterBook } from './starter-book.ts';

const encounters = readDemoEncounters();

function suggest({ documents }: DemoEncounter): CodingResult {
  return codeRecord(starterBook(), {
    setting: 'outpatient',
    date: isoDate('2026-03-01'),
    documents: documents.map(({ kind, text }, at) => ({ documentId: `d${at}`, version: 1, kind, text })),
  });
}

const list = (codes = '') => codes.split(' ').filter(Boolean);

function matches(pattern: string, code: string): boolean {
  return pattern.endsWith('*') ? code.startsWith(pattern.slice(0, -1)) : code === pattern;
}

interface Score {
  file: string;
  right: number;
  wrong: string[];
  missing: string[];
  forbidden: string[];
  leads: boolean;
}

/** Compares what is suggested for a visit with what is expected of it. */
function score(encounter: DemoEncounter): Score {
  const expected = expectedOfDemo[encounter.file];
  if (!expected) throw new Error(`${encounter.file} has no entry among the expected codes`);
  const required = expected.required
    ? list(expected.required)
    : encounter.code.map((line) => readCode(line).code);
  const groups = required.map((group) => group.split('|'));
  const { suggestions } = suggest(encounter);
  const codes = suggestions.map(({ code }) => code);
  const isRequired = (code: string) => groups.some((group) => group.includes(code));
  const isAllowed = (code: string) => list(expected.allowed).some((pattern) => matches(pattern, code));
  const first = suggestions.find(({ primary }) => primary)?.code;
  const missing = groups.filter((group) => !group.some((code) => codes.includes(code)));
  return {
    file: encounter.file,
    right: groups.length - missing.length,
    missing: missing.map((group) => group.join('|')),
    wrong: codes.filter((code) => !isRequired(code) && !isAllowed(code)),
    forbidden: codes.filter((code) => list(expected.forbidden).some((pattern) => matches(pattern, code))),
    leads: first !== undefined && (groups[0]?.includes(first) ?? false),
  };
}

describe('the demo practice, coded with the starter set', () => {
  let scores: Score[];
  beforeAll(() => {
    scores = encounters.map(score);
  });
  const sum = (of: (one: Score) => number) => scores.reduce((total, one) => total + of(one), 0);

  test('every visit has its expected codes', () => {
    expect(Object.keys(expectedOfDemo).sort()).toEqual(encounters.map(({ file }) => file).sort());
  });

  test('nothing is suggested that the record denies, doubts, or says of others and other times', () => {
    expect(scores.filter(({ forbidden }) => forbidden.length > 0)).toEqual([]);
  });

  test('at least 85 % of what should be coded is found, though the starter set lacks some of it', () => {
    expect(sum(({ right }) => right) / sum(({ right, missing }) => right + missing.length)).toBeGreaterThan(
      0.85,
    );
  });

  test('at least 92 % of what is suggested is right', () => {
    expect(sum(({ right }) => right) / sum(({ right, wrong }) => right + wrong.length)).toBeGreaterThan(0.92);
  });

  test('nine of ten visits begin with the code chiefly responsible for them', () => {
    expect(scores.filter(({ leads }) => leads).length / scores.length).toBeGreaterThan(0.9);
  });

  test('every suggestion and question stands on exact spans of its document', () => {
    for (const encounter of encounters) {
      const { suggestions, queries } = suggest(encounter);
      for (const { start, end, quote, documentId } of [...suggestions, ...queries].flatMap(
        (one) => one.evidence,
      )) {
        expect(encounter.documents[Number(documentId.slice(1))]?.text.slice(start, end)).toBe(quote);
      }
    }
  });
});

describe('questions that the demo practice raises', () => {
  const asked = (file: string) =>
    encounters
      .filter((encounter) => encounter.file.startsWith(file))
      .flatMap((encounter) => suggest(encounter).queries.map(({ question }) => question));

  test.each([
    { visit: '21', about: /type of anemia/ },
    { visit: '22', about: /sodium 128/ },
    { visit: '23', about: /“CHF”.*type/ },
    { visit: '07', about: /vitamin D 19/ },
  ])('visit $visit: $about', ({ visit, about }) => {
    expect(asked(visit)).toEqual([expect.stringMatching(about)]);
  });

  test('no visit raises more than three, and most raise none', () => {
    const counts = encounters.map((encounter) => suggest(encounter).queries.length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(3);
    expect(counts.filter((count) => count === 0).length).toBeGreaterThan(40);
  });
});
