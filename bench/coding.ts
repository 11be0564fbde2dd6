// How long the search and the coding engine take: `npx tsx bench/coding.ts`. Uses the official files in
// ../shared when they are there, else the starter set, and says which.
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { codeRecord } from '@superbill/engines/coding';
import { type CodeBook, isoDate } from '@superbill/engines/model';
import { shippedPath } from '@superbill/server/data-directory';
import { buildEdition } from '../scripts/coding-editions.ts';
import { type Figure, figureOf } from './figure.ts';

const questions = [
  'diabetes',
  'type 2 diabetes with nephropathy',
  'htn',
  'high blood pressure',
  'left knee pain',
  'fracture of distal radius, right',
  'asthma exacerbation',
  'copd',
  'acute bronchitis',
  'otitis media left ear',
  'uti',
  'kidney stone',
  'low back pain with sciatica',
  'depression, recurrent, moderate',
  'migraine without aura',
  'atrial fibrilation',
  'chest pain',
  'pneumonia due to influenza',
  'cancer of the breast, upper outer quadrant',
  'laceration of scalp',
  'burn of the hand, second degree',
  'gout of the big toe',
  'screening for colon cancer',
  'normal pregnancy, third trimester',
  'accidental overdose of acetaminophen',
  'fall from ladder',
  'carpal tunnel syndrome bilateral',
  'pressure ulcer of sacrum stage 4',
  'anemia in chronic kidney disease',
  'e11.2',
];
const rounds = 10;
const noteWords = 1000;

function time(what: string, runs: readonly (() => void)[]): Figure {
  for (const run of runs) run();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const run of runs) {
      const started = performance.now();
      run();
      times.push(performance.now() - started);
    }
  }
  return figureOf(what, times);
}

/** Texts of about a thousand words, from the notes of the demo practice. */
export function notes(): string[] {
  const folder = shippedPath('demo', 'encounters');
  const texts = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  const made: string[] = [];
  let words: string[] = [];
  for (const text of texts) {
    words.push(...text.split(' '));
    if (words.length < noteWords) continue;
    made.push(words.slice(0, noteWords).join(' '));
    words = [];
  }
  return made.slice(0, 12);
}

function codeNote(book: CodeBook, text: string): void {
  const documents = [{ documentId: 'note', version: 1, kind: 'note' as const, text }];
  codeRecord(book, { setting: 'outpatient', date: isoDate('2026-03-01'), documents });
}

/** The figures, and the edition they were measured on. */
export async function measureCoding(): Promise<{ edition: string; figures: Figure[] }> {
  const opened = (await buildEdition('official')) ?? (await buildEdition('starter'));
  if (!opened) throw new Error('There is neither an official edition nor a starter set to measure.');
  const { search, codes } = opened;
  const typed = questions.flatMap((question) => [3, 5, 8].map((length) => question.slice(0, length)));
  const figures = [
    time(
      'code search, a phrase',
      questions.map((question) => () => void search.search(question)),
    ),
    time(
      'code search while typing',
      typed.map((begun) => () => void search.search(begun, { partial: true })),
    ),
    time(
      `coding a note of ${noteWords} words`,
      notes().map((note) => () => codeNote(search, note)),
    ),
  ];
  return {
    edition: `${codes.edition.edition}, ${codes.edition.codes} codes, ${codes.termCount} terms`,
    figures,
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { edition, figures } = await measureCoding();
  console.log(edition);
  for (const { what, p50, p95 } of figures)
    console.log(`${what}: ${p50.toFixed(2)} ms (p50), ${p95.toFixed(2)} ms (p95)`);
}
