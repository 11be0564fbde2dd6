import type { Assertion } from '../model/index.ts';
import { phraseAt, type Word, wordsOf } from './words.ts';

/** Words that change how the mentions around them are meant. */
interface Cue {
  assertion: Assertion;
  words: string[];
  /** Where the mentions stand that it speaks of. */
  side: 'after' | 'before' | 'both';
  /** How many words it reaches. */
  reach: number;
}

function cues(assertion: Assertion, side: Cue['side'], reach: number, phrases: string): Cue[] {
  return phrases.split(',').map((phrase) => ({ assertion, words: phrase.trim().split(' '), side, reach }));
}

const allCues: Cue[] = [
  ...cues(
    'negated',
    'after',
    14,
    'no, denies, denied, denying, negative for, without, w/o, w/out, absence of, free of, never had, not have, does not have, did not have, no evidence of, no signs of, no sign of, not consistent with, ruled out for, nor, neither, lack of, rather than, absent, not in, negative, no further, no longer has, unremarkable for, has no, had no, do not see, not show, not reveal, not demonstrate, non, fails to show, does not appear to have, not due to',
  ),
  ...cues(
    'negated',
    'before',
    6,
    'ruled out, not seen, not present, was negative, is negative, are negative, negative, not identified, not found, absent, excluded, unlikely, has been ruled out, not detected, none, has resolved, was normal, not appreciated, were negative, not noted, declined, refused, deferred, was declined',
  ),
  ...cues('negated', 'after', 3, 'not'),
  ...cues(
    'history',
    'before',
    16,
    'are resolved, are all resolved, have resolved, have all resolved, were resolved',
  ),
  ...cues('negated', 'before', 16, 'were ruled out, were all negative, were excluded'),
  ...cues(
    'uncertain',
    'after',
    10,
    'possible, possibly, probable, probably, suspected, suspect, suspects, suspicious for, suspicion for, suspicion of, likely, question of, questionable, concern for, concerning for, concerned for, consistent with, compatible with, suggestive of, suggests, suggesting, r/o, rule out, ruling out, to rule out, may be, may have, might be, might have, could be, could have, can be, evaluate for, evaluation for, eval for, assess for, assess, differential, differential includes, presumed, presumptive, working diagnosis of, appears to be, cannot exclude, cannot rule out, worrisome for, indicative of, versus, vs, workup for, work up for, check for, favor, favors, favored, r/o for, test for, screen for, screening for, screened for, looks like, looking for, unclear if, whether',
  ),
  ...cues(
    'uncertain',
    'before',
    4,
    'suspected, suspect, is possible, is suspected, is likely, versus, vs, not excluded, cannot be excluded, is in the differential, to be ruled out, is a possibility, on the differential, is a concern, is probable, workup',
  ),
  ...cues(
    'history',
    'after',
    9,
    'history of, h/o, hx of, hx, prior, previous, previously, past, s/p, status post, remote, former, old, resolved, past history of, personal history of, had a, underwent, treated for, in the past, childhood, history significant for surgery',
  ),
  ...cues(
    'history',
    'before',
    4,
    'in the past, years ago, year ago, months ago, resolved, in childhood, as a child, in remote past, s/p repair, has healed',
  ),
  ...cues(
    'family',
    'after',
    12,
    'family history of, family history, fhx of, fhx, mother, father, sister, brother, grandmother, grandfather, aunt, uncle, mom, dad, parents, sibling, siblings, cousin, son, daughter, maternal, paternal, family hx, fh of, family member',
  ),
  ...cues(
    'family',
    'before',
    6,
    'in her mother, in his mother, in her father, in his father, in mother, in father, in her sister, in his brother, runs in the family, in the family, in family',
  ),
  ...cues(
    'other-person',
    'after',
    8,
    'his wife, her husband, his girlfriend, her boyfriend, his partner, her partner, roommate, coworker, neighbor, friend, classmate',
  ),
  ...cues(
    'hypothetical',
    'after',
    12,
    'if, in case, should she, should he, should you, unless, risk of, risks of, risk for, risk factor for, at risk for, to prevent, prevent, prevention of, reduce the risk, avoid, monitor for, watch for, precautions, return for, return if, signs and symptoms of, signs of, symptoms of, counseled on, counselled on, counseled about, educated on, discussed the risks, side effects, potential for, potential, develops, develop, could lead to, can lead to, can cause, may cause, for any, to look for, need for, chance of, caused by taking, associated with',
  ),
  ...cues(
    'planned',
    'after',
    8,
    'will schedule, scheduled for, will obtain, will order, plan for, refer to, referral to, referred to, referral for, refer for, will refer, recommend, consider, consideration of, considering, order, ordered, start, initiate, begin, trial of',
  ),
  ...cues(
    'hypothetical',
    'before',
    3,
    'risk, risks, precautions, prophylaxis, prevention, screen, screening',
  ),
  ...cues(
    'hypothetical',
    'before',
    4,
    'vaccine, vaccines, vaccination, shot, shots, immunization, booster, titer, titers, antigen, swab, culture, test',
  ),
  ...cues(
    'hypothetical',
    'after',
    14,
    'vaccines, immunizations, vaccinated for, vaccinated against, immune to',
  ),
];

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
}

/** `A, B and C are all resolved` speaks of the whole list. */
const ofMany = new Set(['are', 'were', 'have']);

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

/** Reads the cues of a clause once; mentions are then asked for by their offsets in it. */
export function readAssertions(text: string): ClauseReading {
  const words = wordsOf(text);
  const readings: Reading[] = [];
  const living = words.some((_, at) => livingHistory.some((phrase) => phraseAt(words, at, phrase)));
  for (let at = 0; at < words.length; at++) {
    const cue = byFirstWord
      .get(words[at]?.text ?? '')
      ?.find((candidate) => phraseAt(words, at, candidate.words));
    if (!cue) continue;
    for (const same of byFirstWord.get(words[at]?.text ?? '') ?? []) {
      if (same.words.length !== cue.words.length || !phraseAt(words, at, same.words)) continue;
      if (living && same.assertion === 'history') continue;
      const reading = reach(text, words, at, same);
      if (reading) readings.push(reading);
    }
    at += cue.words.length - 1;
  }
  if (text.trimStart().startsWith('?')) readings.push({ assertion: 'uncertain', from: 0, to: text.length });
  return {
    of(start, end) {
      let found: Assertion = 'present';
      for (const { assertion, from, to } of readings) {
        if (from <= start && end <= to && strength[assertion] > strength[found]) found = assertion;
      }
      return found;
    },
  };
}

function reach(text: string, words: readonly Word[], at: number, cue: Cue): Reading | undefined {
  const last = at + cue.words.length - 1;
  const cueStart = words[at]?.start ?? 0;
  const cueEnd = words[last]?.end ?? 0;
  if (cue.side === 'before') {
    let first = Math.max(0, at - cue.reach);
    for (let i = at - 1; i >= first; i--) {
      const mark = text.charAt(words[i]?.end ?? 0);
      if (
        turns.has(words[i]?.text ?? '') ||
        /[;:.]/.test(mark) ||
        (mark === ',' && !ofMany.has(cue.words[0] ?? ''))
      ) {
        first = i + 1;
        break;
      }
    }
    const from = words[first];
    return from && first < at ? { assertion: cue.assertion, from: from.start, to: cueStart } : undefined;
  }
  let to = cueEnd;
  const broad = cue.assertion !== 'history' && cue.assertion !== 'planned';
  for (let i = last + 1; i <= last + cue.reach && i < words.length; i++) {
    const word = words[i];
    if (!word) break;
    if (turns.has(word.text) && !(broad && weakTurns.has(word.text))) break;
    const between = text.slice(to, word.start);
    if ((between.includes(':') && !listed.has(cue.words[0] ?? '')) || /\s[-–—]\s/.test(between)) break;
    if (cue.assertion === 'history' && between.includes(',')) break;
    to = word.end;
  }
  return to > cueEnd ? { assertion: cue.assertion, from: cueEnd, to } : undefined;
}
