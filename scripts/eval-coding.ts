// Measures the search and the coding engine on the development sets in ../shared/coding-eval:
// `npm run eval`, with `-- --starter` for the starter set alone, `-- --official-only` without its terms.
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { codeRecord } from '@superbill/engines/coding';
import { type CodeBook, type IsoDate, isoDate, type Setting } from '@superbill/engines/model';
import { sharedPath } from '../test/shared.ts';
import { buildEdition, type EditionChoice } from './coding-editions.ts';
import {
  calibrationError,
  type GoldNote,
  isRight,
  type Judged,
  reliabilityOf,
  tellBins,
} from './coding-gold.ts';

interface Phrase {
  text: string;
  codes: string[];
}

interface NoteScore {
  n: number;
  full: { p: number; r: number; f1: number };
  category: { f1: number };
  exactMatchDocs: number;
  mustNotViolations: number;
  traps: number;
}

interface PhraseScore {
  n: number;
  r1: number;
  r5: number;
  r10: number;
  cat1: number;
}

interface Timing {
  p50: number;
  p95: number;
}

interface Scorer {
  scorePhrases(
    rows: Phrase[],
    answer: (text: string) => string[],
  ): { by: Record<string, PhraseScore>; ms: Timing };
  scoreNotes(
    rows: GoldNote[],
    answer: (text: string, setting: Setting) => string[],
  ): { by: Record<string, NoteScore>; ms: Timing };
}

const serviceDate: IsoDate = isoDate('2026-03-01');

function readRows<T>(name: string): T[] {
  const lines = readFileSync(sharedPath('coding-eval', name), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

function percent(share: number): string {
  return (share * 100).toFixed(1).padStart(5);
}

/** Half the width of the 95 % interval of a share measured on n items. */
function margin(share: number, n: number): string {
  return `±${(196 * Math.sqrt((share * (1 - share)) / n)).toFixed(1)}`;
}

function tellPhrases(book: CodeBook, scorer: Scorer): void {
  const rows = readRows<Phrase>('phrases.dev.jsonl');
  const { by, ms } = scorer.scorePhrases(rows, (text) =>
    book
      .search(text, { limit: 10 })
      .filter((hit) => hit.billable)
      .map((hit) => hit.code),
  );
  console.log('phrases          n  first    in 5   in 10  category first');
  for (const [source, { n, r1, r5, r10, cat1 }] of Object.entries(by)) {
    const shares = [r1, r5, r10, cat1].map((count) => percent(count / n)).join('   ');
    console.log(`  ${source.padEnd(12)}${String(n).padStart(4)}  ${shares}   ${margin(r1 / n, n)}`);
  }
  console.log(`  a phrase takes ${ms.p50.toFixed(2)} ms (p50), ${ms.p95.toFixed(2)} ms (p95)`);
}

function tellNotes(book: CodeBook, scorer: Scorer): void {
  const rows = readRows<GoldNote>('notes.dev.jsonl');
  const noteOf = new Map(rows.map((row) => [row.text, row]));
  const judged: Judged[] = [];
  let spans = 0;
  let exact = 0;
  const { by, ms } = scorer.scoreNotes(rows, (text, setting) => {
    const documents = [{ documentId: 'note', version: 1, kind: 'note' as const, text }];
    const { suggestions } = codeRecord(book, { setting, date: serviceDate, documents });
    const note = noteOf.get(text);
    for (const { code, confidence, evidence } of suggestions) {
      spans++;
      const right = note && isRight(code, note);
      if (right !== undefined) judged.push({ confidence, right });
      if (evidence.length > 0 && evidence.every(({ start, end, quote }) => text.slice(start, end) === quote))
        exact++;
    }
    return suggestions.map(({ code }) => code);
  });
  console.log('notes            n  precision  recall  F1   category F1  all right  violations');
  for (const [source, score] of Object.entries(by)) {
    const { full, category, exactMatchDocs, mustNotViolations, traps } = score;
    const shares = [full.p, full.r, full.f1, category.f1, exactMatchDocs].map(percent).join('    ');
    console.log(
      `  ${source.padEnd(12)}${String(score.n).padStart(4)}  ${shares}    ${mustNotViolations} of ${traps}`,
    );
  }
  console.log(`  ${exact} of ${spans} suggestions stand on exact spans`);
  const bins = reliabilityOf(judged);
  console.log(
    `  confidence is off by ${percent(calibrationError(bins)).trim()} % (expected calibration error; rules were made with these notes, and the weights allow for new ones being harder)`,
  );
  tellBins(bins);
  console.log(`  a note takes ${ms.p50.toFixed(1)} ms (p50), ${ms.p95.toFixed(1)} ms (p95)`);
}

const choice: EditionChoice = process.argv.includes('--starter')
  ? 'starter'
  : process.argv.includes('--official-only')
    ? 'official-only'
    : 'official';
const scorerPath = sharedPath('coding-eval', 'score.mjs');
if (!existsSync(scorerPath)) {
  console.log('There is no ../shared/coding-eval beside this checkout, so there is nothing to measure with.');
} else {
  const edition = await buildEdition(choice);
  if (!edition) {
    console.log(
      'There are no official files in ../shared/codesets; measure the starter set: npm run eval -- --starter',
    );
  } else {
    const scorer: Scorer = await import(pathToFileURL(scorerPath).href);
    const { edition: name, codes } = edition.codes.edition;
    console.log(`${choice}: ${name}, ${codes} billable codes, ${edition.codes.termCount} terms`);
    tellPhrases(edition.search, scorer);
    tellNotes(edition.search, scorer);
  }
}
