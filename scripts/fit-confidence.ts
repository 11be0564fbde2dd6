// Fits the weights of the confidence of suggestions: `tsx scripts/fit-confidence.ts [NOTES.jsonl …] [--unseen
// NOTES.jsonl …] [--write]`. It fits on the notes of the development set in ../shared/coding-eval and those named;
// of the unseen ones it uses totals only. Nothing but numbers leaves it: weights, counts and errors. Once rules were made
// with the notes few wrong suggestions are left in them to learn from: `--constant-only` then keeps the other weights.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodeBook } from '@superbill/engines/model';
import { isoDate } from '@superbill/engines/model';
import { confidenceOf, type Weights } from '../engines/src/coding/confidence/estimate.ts';
import { type Features, featureNames } from '../engines/src/coding/confidence/features.ts';
import kept from '../engines/src/coding/confidence/weights.json' with { type: 'json' };
import { settle } from '../engines/src/coding/engine.ts';
import { judgeable } from '../engines/src/coding/present.ts';
import { hasShared, sharedPath } from '../test/shared.ts';
import { buildEdition } from './coding-editions.ts';
import { calibrationError, isRight, type Judged, reliabilityOf, tellBins } from './eval/reliability.ts';
import type { GoldNote } from './eval/sets.ts';
import { logistic } from './logistic.ts';

interface Example {
  /** Of its note: notes are never divided between fitting and checking. */
  note: string;
  features: Features;
  right: boolean;
}

const folds = 5;

function examplesIn(path: string, book: CodeBook): Example[] {
  const notes: GoldNote[] = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return notes.flatMap((note) => {
    const documents = [{ documentId: 'note', version: 1, kind: 'note' as const, text: note.text }];
    const setting = note.setting ?? 'outpatient';
    const settled = settle(book, { setting, date: isoDate('2026-03-01'), documents });
    return judgeable(settled).flatMap(({ code, features }) => {
      const right = isRight(code, note);
      return right === undefined ? [] : [{ note: note.id, features, right }];
    });
  });
}

/**
 * What the sets cannot tell: whether a coder takes up what an assessment passed over is left open by those who coded
 * them. Until visits tell, such suggestions are offered with little confidence.
 */
const assumed: Weights = { 'established, not assessed': -2.5 };

function weigh(examples: readonly Example[]): Weights {
  const rows = examples.map(({ features }) => featureNames.map((name) => features[name] ?? 0));
  const fitted = logistic(
    rows,
    examples.map(({ right }) => right),
  );
  const weights = Object.fromEntries(featureNames.map((name, at) => [name, rounded(fitted[at] ?? 0)]));
  return { ...weights, ...assumed };
}

/** Each note is judged by weights that were fitted without it. */
function crossValidated(examples: readonly Example[]): Judged[] {
  const notes = [...new Set(examples.map(({ note }) => note))].sort();
  const foldOf = new Map(notes.map((note, at) => [note, at % folds]));
  return Array.from({ length: folds }, (_, fold) => {
    const weights = weigh(examples.filter(({ note }) => foldOf.get(note) !== fold));
    return judge(
      examples.filter(({ note }) => foldOf.get(note) === fold),
      weights,
    );
  }).flat();
}

function judge(examples: readonly Example[], weights?: Weights): Judged[] {
  return examples.map(({ features, right }) => ({ confidence: confidenceOf(features, weights), right }));
}

function tell(what: string, judged: readonly Judged[]): number {
  const bins = reliabilityOf(judged);
  const error = calibrationError(bins);
  const right = judged.filter((one) => one.right).length;
  const brier =
    judged.reduce((sum, { confidence, right: is }) => sum + (confidence - Number(is)) ** 2, 0) /
    judged.length;
  console.log(
    `${what}: ${judged.length} suggestions, ${right} right; calibration error ${(error * 100).toFixed(1)} %, Brier ${brier.toFixed(3)}`,
  );
  tellBins(bins);
  return error;
}

/**
 * Notes that rules were made with are read better than others, so weights fitted on them promise too much. The
 * constant is moved until the mean confidence on unseen notes is the share of right ones: of those only totals count.
 */
function shiftedTo(unseen: readonly Example[], weights: Weights): Weights {
  const share = unseen.filter(({ right }) => right).length / unseen.length;
  let [low, high] = [-4, 4];
  const moved = (by: number) => ({ ...weights, always: (weights.always ?? 0) + by });
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    const judged = judge(unseen, moved(middle));
    const mean = judged.reduce((sum, { confidence }) => sum + confidence, 0) / judged.length;
    if (mean < share) low = middle;
    else high = middle;
  }
  return { ...weights, always: rounded(moved(low).always) };
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;
const countRight = (examples: readonly Example[]) => examples.filter(({ right }) => right).length;

/** The paths behind an option, up to the next one. */
function pathsBehind(option: string | undefined): string[] {
  const args = process.argv.slice(2);
  const from = option === undefined ? 0 : args.indexOf(option) + 1;
  if (option !== undefined && from === 0) return [];
  const rest = args.slice(from);
  const end = rest.findIndex((arg) => arg.startsWith('--'));
  return end < 0 ? rest : rest.slice(0, end);
}

type Fitted = Pick<typeof kept, 'fittedOn' | 'calibrationError'> & { weights: Weights };

interface Set {
  name: string;
  examples: Example[];
}
const total = ({ name, examples }: Set) => ({
  name,
  suggestions: examples.length,
  right: countRight(examples),
});

/** Fits anew on the notes that rules are made with, and tells how well it holds on notes left out. */
function fitted(read: (path: string) => Set): Fitted {
  const seen = [sharedPath('coding-eval', 'notes.dev.jsonl'), ...pathsBehind(undefined)].map(read);
  const examples = seen.flatMap((set) => set.examples);
  for (const set of seen)
    console.log(`${set.name}: ${countRight(set.examples)} of ${set.examples.length} right`);
  const error = tell(`${folds}-fold cross-validation`, crossValidated(examples));
  return { fittedOn: seen.map(total), calibrationError: rounded(error), weights: weigh(examples) };
}

async function main(): Promise<void> {
  const edition = hasShared ? await buildEdition('official') : undefined;
  if (!edition) {
    console.log('There is no ../shared beside this checkout, so there is nothing to fit on.');
    return;
  }
  const read = (path: string): Set => ({ name: basename(path), examples: examplesIn(path, edition.search) });
  const {
    fittedOn,
    calibrationError: error,
    weights,
  } = process.argv.includes('--constant-only') ? kept : fitted(read);
  const unseen = pathsBehind('--unseen').map(read);
  const examples = unseen.flatMap((set) => set.examples);
  const moved: Weights = examples.length > 0 ? shiftedTo(examples, weights) : weights;
  if (examples.length > 0) tell('unseen notes, with the constant moved to them', judge(examples, moved));
  for (const [name, weight] of Object.entries(moved))
    console.log(`  ${weight.toFixed(2).padStart(6)}  ${name}`);
  if (!process.argv.includes('--write')) return;

  const fresh = {
    what: kept.what,
    origin: kept.origin,
    date: new Date().toISOString().slice(0, 10),
    fittedOn,
    constantMovedTo: unseen.map(total),
    calibrationError: error,
    assumed,
    weights: moved,
  };
  const path = fileURLToPath(new URL('../engines/src/coding/confidence/weights.json', import.meta.url));
  writeFileSync(path, `${JSON.stringify(fresh, null, 2)}\n`);
}

await main();
