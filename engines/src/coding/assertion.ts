import type { Assertion } from '../model/index.ts';
import { allCues, type Cue } from './cues.ts';
import { phraseAt, type Word, wordsOf } from './words.ts';

const byFirstWord = new Map<string, Cue[]>();
for (const cue of allCues) {
  const first = cue.words[0] ?? '';
  byFirstWord.set(
    first,
    [...(byFirstWord.get(first) ?? []), cue].sort((a, b) => b.words.length - a.words.length),
  );
}

/** Words after which an earlier cue no longer speaks. */
const turns = new Set([
  'but',
  'however',
  'although',
  'except',
  'though',
  'yet',
  'presents',
  'presenting',
  'who',
  'which',
  'now',
  'because',
  'secondary',
  'reports',
  'endorses',
  'positive',
  'with',
  'shows',
  'demonstrates',
  'revealed',
  'complicated',
]);
/** `with` and the like end the reach of a history, but not of a denial or of a relative. */
const weakTurns = new Set([
  'with',
  'which',
  'who',
  'secondary',
  'because',
  'presents',
  'presenting',
  'now',
  'complicated',
]);

/** Past-history cues that in running text introduce conditions the patient still has. */
const livingHistory = [
  ['past', 'medical', 'history'],
  ['history', 'significant'],
  ['medical', 'history'],
];

/** `Vaccines: measles, varicella` lists what is prevented. */
const listed = new Set(['vaccines', 'immunizations']);

interface Reading {
  assertion: Assertion;
  from: number;
  to: number;
  /** Where the words stand that say so. */
  cue?: number;
}

/** `A, B and C are all resolved` speaks of the whole list. */
const ofMany = new Set(['are', 'were', 'have']);

/** `Suspected sepsis, ruled out` speaks of what stands before the comma. */
const closes = new Set(['ruled', 'excluded', 'not', "r/o'd", 'cured', 'eradicated']);

/** How a clause means each of its parts, as stretches of text that a cue reaches. */
export interface ClauseReading {
  of(start: number, end: number): Assertion;
}

const strength: Record<Assertion, number> = {
  present: 0,
  planned: 1,
  history: 2,
  hypothetical: 3,
  uncertain: 4,
  negated: 5,
  'other-person': 6,
  family: 7,
};

/** `Rule out capsulitis: passive motion is full`: the whole line asks, and states no diagnosis. */
const asking = /^\W{0,4}(?:r\/o|rule out|ruling out)\b/i;
/** `?TIA` in running text. */
const askedWord = /(?:^|[\s(])\?(?=[A-Za-z])/g;
/** `"Diabetes": A1c 5.8`: words in quotation marks are another's. */
const quoted = /["“]([^"“”]{1,60})["”]/g;
/** `Zoster #1, #2 done`: doses are counted of vaccines. */
const dose = /\b[A-Za-z]+ #\d/g;
/** `(-) chest pain`. */
const minus = /\([-–−]\)/g;

function commaAfter(text: string, from: number): number {
  const at = text.slice(from).search(/[,;]/);
  return at < 0 ? text.length : from + at;
}

/** Readings by marks instead of words. */
function markReadings(text: string, isQuestion: boolean): Reading[] {
  const readings: Reading[] = [];
  if (asking.test(text) || /^\s*\?/.test(text)) {
    readings.push({ assertion: 'uncertain', from: 0, to: text.length });
  }
  if (isQuestion) {
    const from = Math.max(text.lastIndexOf(','), text.lastIndexOf(':')) + 1;
    readings.push({ assertion: 'uncertain', from, to: text.length });
  }
  if (text.includes('?')) {
    for (const { index } of text.matchAll(askedWord)) {
      readings.push({ assertion: 'uncertain', from: index, to: commaAfter(text, index) });
    }
  }
  for (const { index, 0: marked } of text.matchAll(quoted)) {
    readings.push({ assertion: 'uncertain', from: index, to: index + marked.length });
  }
  if (text.includes('#')) {
    for (const { index, 0: marked } of text.matchAll(dose)) {
      readings.push({ assertion: 'hypothetical', from: index, to: index + marked.length });
    }
  }
  if (text.includes('(')) {
    for (const { index } of text.matchAll(minus)) {
      readings.push({ assertion: 'negated', from: index, to: commaAfter(text, index) });
    }
  }
  return readings;
}

/**
 * Reads the cues of a clause once; mentions are then asked for by their offsets in it. `isQuestion`: a
 * question mark ended the clause, and what it asks is not known.
 */
export function readAssertions(text: string, isQuestion = false): ClauseReading {
  const words = wordsOf(text);
  const readings = markReadings(text, isQuestion);
  const living = words.some((_, at) => livingHistory.some((phrase) => phraseAt(words, at, phrase)));
  for (let at = 0; at < words.length; at++) {
    const cue = byFirstWord
      .get(words[at]?.text ?? '')
      ?.find((candidate) => phraseAt(words, at, candidate.words));
    // `Gram-negative`, `HER2-negative` name a kind.
    if (!cue || (cue.words[0] === 'negative' && text.charAt((words[at]?.start ?? 0) - 1) === '-')) continue;
    for (const same of byFirstWord.get(words[at]?.text ?? '') ?? []) {
      if (same.words.length !== cue.words.length || !phraseAt(words, at, same.words)) continue;
      if (living && same.assertion === 'history') continue;
      const reading = reach(text, words, at, same);
      if (reading) readings.push(reading);
    }
    at += cue.words.length - 1;
  }
  return {
    of(start, end) {
      let found: Assertion = 'present';
      for (const { assertion, from, to, cue } of readings) {
        // `Insomnia probably part of the depression` is as uncertain as its middle.
        const inside = assertion === 'uncertain' && cue !== undefined && start < cue && cue < end;
        if ((inside || (from <= start && end <= to)) && strength[assertion] > strength[found]) {
          found = assertion;
        }
      }
      return found;
    },
  };
}

function reach(text: string, words: readonly Word[], at: number, cue: Cue): Reading | undefined {
  const last = at + cue.words.length - 1;
  if (
    cue.endsPhrase &&
    /^ {0,2}[A-Za-z0-9(]/.test(text.slice(words[last]?.end ?? 0, (words[last]?.end ?? 0) + 3))
  ) {
    return undefined;
  }
  const cueStart = words[at]?.start ?? 0;
  const cueEnd = words[last]?.end ?? 0;
  if (cue.side === 'before') {
    let first = Math.max(0, at - cue.reach);
    for (let i = at - 1; i >= first; i--) {
      const mark = text.charAt(words[i]?.end ?? 0);
      const turn = words[i]?.text ?? '';
      if (
        (turns.has(turn) && !(cue.assertion === 'uncertain' && weakTurns.has(turn))) ||
        /[;:.]/.test(mark) ||
        (mark === ',' && !ofMany.has(cue.words[0] ?? '') && !(i === at - 1 && closes.has(cue.words[0] ?? '')))
      ) {
        first = i + 1;
        break;
      }
    }
    const from = words[first];
    return from && first < at
      ? { assertion: cue.assertion, from: from.start, to: cueStart, cue: cueStart }
      : undefined;
  }
  let to = cueEnd;
  const broad = cue.assertion !== 'history' && cue.assertion !== 'planned';
  for (let i = last + 1; i <= last + cue.reach && i < words.length; i++) {
    const word = words[i];
    if (!word) break;
    if (turns.has(word.text) && !(broad && weakTurns.has(word.text))) break;
    const between = text.slice(to, word.start);
    // `Sister - thyroid cancer` goes on with the relative.
    if (
      (between.includes(':') && !listed.has(cue.words[0] ?? '')) ||
      (/\s[-–—]\s/.test(between) && !(cue.assertion === 'family' && i === last + 1))
    )
      break;
    if ((cue.assertion === 'history' || cue.withinComma) && between.includes(',')) break;
    to = word.end;
  }
  return to > cueEnd ? { assertion: cue.assertion, from: cueEnd, to, cue: cueStart } : undefined;
}
