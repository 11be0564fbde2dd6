// Measures the search and the coding engine on labelled phrases and notes, the development set in
// ../shared/coding-eval where it stands beside the checkout, and our own in data/evaluation: `npm run eval`; with
// `-- --starter` for the starter set alone. The last lines repeat the first figures without our own terms.
import { codeRecord } from '@superbill/engines/coding';
import { type CodeBook, isoDate } from '@superbill/engines/model';
import { buildEdition } from '../coding-editions.ts';
import { interval } from './interval.ts';
import { calibrationError, isRight, type Judged, reliabilityOf, tellBins } from './reliability.ts';
import { f1, judgeNote, judgePhrase, type NoteResult, type PhraseResult, share } from './score.ts';
import { type EvaluationSet, evaluationSets, type GoldNote } from './sets.ts';
import { columnsOfNotes, columnsOfPhrases, percent, quantile, table } from './tell.ts';

const serviceDate = isoDate('2026-03-01');

function answered(book: CodeBook, { phrases }: EvaluationSet): { results: PhraseResult[]; times: number[] } {
  const times: number[] = [];
  const results = phrases.map((phrase) => {
    const started = performance.now();
    const hits = book.search(phrase.text, { limit: 10 });
    times.push(performance.now() - started);
    return judgePhrase(
      phrase,
      hits.filter(({ billable }) => billable).map(({ code }) => code),
    );
  });
  return { results, times };
}

interface Coded {
  results: NoteResult[];
  times: number[];
  judged: Judged[];
  suggestions: number;
  /** Suggestions whose spans are exact and which have a path. */
  proven: number;
}

function coded(book: CodeBook, { notes }: EvaluationSet): Coded {
  const all: Coded = { results: [], times: [], judged: [], suggestions: 0, proven: 0 };
  for (const note of notes) codeOne(book, note, all);
  return all;
}

function codeOne(book: CodeBook, note: GoldNote, all: Coded): void {
  const { text, setting = 'outpatient' } = note;
  const documents = [{ documentId: 'note', version: 1, kind: 'note' as const, text }];
  const started = performance.now();
  const { suggestions } = codeRecord(book, { setting, date: serviceDate, documents });
  all.times.push(performance.now() - started);
  for (const { code, confidence, evidence, path } of suggestions) {
    const right = isRight(code, note);
    if (right !== undefined) all.judged.push({ confidence, right });
    const exact = evidence.every(({ start, end, quote }) => text.slice(start, end) === quote);
    all.suggestions++;
    if (evidence.length > 0 && exact && path.length > 0) all.proven++;
  }
  all.results.push(
    judgeNote(
      note,
      suggestions.map(({ code }) => code),
    ),
  );
}

function tell(book: CodeBook, set: EvaluationSet): void {
  console.log(`\n${set.name}`);
  if (set.phrases.length > 0) {
    const { results, times } = answered(book, set);
    console.log(table('phrases', ['first', 'in 5', 'in 10', 'category first'], results, columnsOfPhrases));
    const [low, high] = interval(results, (some) => share(some, ({ rank }) => rank === 0));
    console.log(
      `  first: 95 % interval ${percent(low)}–${percent(high)}; a phrase takes ${quantile(times, 0.5)} ms (p50), ${quantile(times, 0.95)} ms (p95)`,
    );
  }
  if (set.notes.length === 0) return;
  const { results, times, judged, suggestions, proven } = coded(book, set);
  const columns = ['precision', 'recall', 'F1', 'category F1', 'all right', 'violations'];
  console.log(table('notes', columns, results, columnsOfNotes));
  const [low, high] = interval(results, (some) => f1(some).f1);
  const bins = reliabilityOf(judged);
  console.log(
    `  F1: 95 % interval ${percent(low)}–${percent(high)}; a note takes ${quantile(times, 0.5)} ms (p50), ${quantile(times, 0.95)} ms (p95)`,
  );
  console.log(`  ${proven} of ${suggestions} suggestions stand on exact spans and have a path`);
  console.log(`  confidence is off by ${percent(calibrationError(bins))} % (expected calibration error)`);
  tellBins(bins);
}

/** One line a set: what is reached without a word of ours besides abbreviations and wordings. */
function tellShort(book: CodeBook, set: EvaluationSet): void {
  const phrases = answered(book, set).results;
  const notes = coded(book, set).results;
  const first = percent(share(phrases, ({ rank }) => rank === 0));
  console.log(`  ${set.name}: phrases first ${first}, notes F1 ${percent(f1(notes).f1)}`);
}

const choice = process.argv.includes('--starter') ? 'starter' : 'official';
const edition = await buildEdition(choice);
if (!edition) {
  console.log(
    'There are no official files in ../shared/codesets; measure the starter set: npm run eval -- --starter',
  );
} else {
  const { edition: name, codes } = edition.codes.edition;
  console.log(`${choice}: ${name}, ${codes} billable codes, ${edition.codes.termCount} terms`);
  const sets = evaluationSets();
  for (const set of sets) tell(edition.search, set);
  const plain = choice === 'official' ? await buildEdition('official-only') : undefined;
  if (plain) {
    console.log("\nwithout the starter set's terms");
    for (const set of sets) tellShort(plain.search, set);
  }
}
