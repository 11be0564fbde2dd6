import type { Assertion, CodeBook, CodeHit, TermMatch } from '../model/index.ts';
import { readAssertions } from './assertion.ts';
import type { Clause } from './clauses.ts';
import { namesNothing, withoutEverydayWords } from './general-terms.ts';
import type { Mention } from './mentions.ts';
import { wordsOf } from './words.ts';

/** A stretch of a head, in offsets of its clause. */
interface Part {
  start: number;
  end: number;
}

const joiners = new Set(['and', 'with', 'w/', 'plus', 'but', 'also']);
/** An answer below this explains too little of the head, or says too much more than it. */
const leastScore = 0.5;
/** In a plan most lines are things to do; only what is plainly a diagnosis counts. */
const leastScoreInPlan = 0.85;
const leastBehindDash = 0.7;
/** One phrase that explains the head this well is not taken apart. */
const sureScore = 0.9;

/** Where a head's diagnosis ends and its treatment begins: ` - `, `:`, `(`, or words of care. */
function diagnosisEnd(text: string): number {
  let end = text.length;
  for (const mark of [' - ', ' – ', ' — ', ': ', ' -- ', '--', '->', '→']) {
    const at = text.indexOf(mark);
    if (at > 2) end = Math.min(end, at);
  }
  for (const word of wordsOf(text)) {
    if (word.start < 4 || !careWords.has(word.text)) continue;
    // What stands after a comma or at once is care; inside a name (`on dialysis`) a preposition leads to it.
    end = Math.min(end, word.start);
    break;
  }
  return end;
}

/** `Knee pain - primary OA R knee, moderate`: what was found behind the complaint, up to the next comma. */
function afterDash(text: string, end: number): Part {
  const dash = /^ (?:-{1,2}|[–—]|→|->) /.exec(text.slice(end, end + 5));
  if (!dash) return { start: 0, end: 0 };
  const start = end + dash[0].length;
  const comma = text.indexOf(',', start);
  return trimmed(text, { start, end: comma < 0 ? text.length : comma });
}

/** Words that begin what is done about a diagnosis. */
const careWords = new Set(
  'continue continued continuing start started starting stop stopped increase increased decrease refer referred recheck recommend recommended schedule counseled plan follow returns prescribed treated treat will we cont resume hold held reduce reduced reducing d/c discontinue discontinued discontinuing wean taper restart restarted advised reassured refilled repeat monitor discussed check add added switch switched rtc'.split(
    ' ',
  ),
);

/** Cuts a head at commas, `and`, `with`: each part may be a diagnosis or a detail of the one before. */
function partsOf(text: string, end: number): Part[] {
  const cuts: number[] = [];
  for (let at = 0; at < end; at++) {
    const mark = text.charAt(at);
    if (/[,;&+()]/.test(mark)) cuts.push(at);
  }
  const joins = wordsOf(text.slice(0, end)).filter((word) => joiners.has(word.text));
  const all = [...cuts.map((at) => ({ start: at, end: at + 1 })), ...joins].sort((a, b) => a.start - b.start);
  const parts: Part[] = [];
  let from = 0;
  for (const cut of all) {
    parts.push({ start: from, end: cut.start });
    from = cut.end;
  }
  parts.push({ start: from, end });
  return parts.map((part) => trimmed(text, part)).filter((part) => part.end > part.start);
}

function trimmed(text: string, { start, end }: Part): Part {
  let [a, b] = [start, end];
  while (a < b && /[\s,;.(]/.test(text.charAt(a))) a++;
  while (b > a && /[\s,;.(]/.test(text.charAt(b - 1))) b--;
  return { start: a, end: b };
}

/** Parts that make one diagnosis, with the ends of each: details may lead too far from its name. */
interface Group extends Part {
  ends: number[];
}

interface Answer {
  part: Part;
  hit: CodeHit;
}

/** The diagnoses a head names: as one phrase, or part by part where the parts explain it better. */
export function headMentions(clause: Clause, book: CodeBook, matches: readonly TermMatch[]): Mention[] {
  const { text } = clause;
  // Most lines of a plan are orders; without one term of the code set in it there is nothing to look up.
  if (clause.section.kind === 'plan' && !matches.some(({ weight }) => weight > 0.3)) return [];
  const end = diagnosisEnd(text);
  const reading = readAssertions(text, clause.isQuestion);
  const meaningOf = (part: Part) => {
    const core = coreOf(part, matches);
    return reading.of(core.start, core.end);
  };
  const parts = groupParts(text, partsOf(text, end), matches, meaningOf);
  const least = clause.section.kind === 'plan' ? leastScoreInPlan : leastScore;
  const whole = answer(text, trimmed(text, { start: 0, end }), book, least);
  let chosen = whole ? [whole] : [];
  if (parts.length > 1 || !whole) {
    const answers = parts.flatMap((part) => answerOf(text, part, book, least) ?? []);
    const mean = answers.reduce((sum, { hit }) => sum + hit.score, 0) / parts.length;
    // `Right knee pain, possible ligament sprain` says two things in two ways: never one code for both.
    const sameMeaning = parts.every((part) => meaningOf(part) === meaningOf(parts[0] ?? part));
    if ((whole?.hit.score ?? 0) < sureScore && (!sameMeaning || mean > (whole?.hit.score ?? 0)))
      chosen = combined(whole, answers, sameMeaning);
  }
  const found = answer(text, afterDash(text, end), book, leastBehindDash);
  if (found && !chosen.some(({ hit }) => hit.code === found.hit.code)) chosen = [found, ...chosen];
  return chosen.map(({ part, hit }) => {
    const meaning = meaningOf(part);
    return {
      clause,
      start: clause.start + part.start,
      end: clause.start + part.end,
      code: hit.code,
      assertion: hasOwnCode(meaning, hit) ? 'present' : meaning,
      weight: hit.score,
      path: hit.path,
      context: text.slice(part.start, part.end),
    };
  });
}

/**
 * `Acute cystitis, w/ hematuria`: one code for the disease with its symptom, where the whole head leads to
 * another code of the category that its parts name.
 */
function combined(whole: Answer | undefined, answers: Answer[], sameMeaning: boolean): Answer[] {
  const category = whole?.hit.code.slice(0, 3);
  const at = answers.findIndex(
    ({ hit }) => hit.code.slice(0, 3) === category && hit.code !== whole?.hit.code,
  );
  if (!whole || !sameMeaning || at < 0 || !answers.some(({ hit }) => /^R/.test(hit.code))) return answers;
  return answers.flatMap((one, i) => (i === at ? [whole] : /^R/.test(one.hit.code) ? [] : [one]));
}

/** A history that has a code of its own (Z80–Z87, I25.2) is present as a history. */
function hasOwnCode(meaning: Assertion, hit: CodeHit): boolean {
  return (meaning === 'history' || meaning === 'family') && /^(?:Z8|Z9|I25\.2)/.test(hit.code);
}

/** The words of a part that name something, so that a cue inside the part still reaches them. */
function coreOf(part: Part, matches: readonly TermMatch[]): Part {
  const inside = matches.filter((match) => match.start >= part.start && match.end <= part.end);
  const best = inside.sort((a, b) => b.weight - a.weight)[0];
  return best ?? { start: part.end - 1, end: part.end };
}

/**
 * Joins parts that make one diagnosis: a part without a term of its own (`closed`, `intractable`) belongs to
 * the one before, and parts that one term spans (`hydronephrosis with calculus`) belong together.
 */
function groupParts(
  text: string,
  parts: readonly Part[],
  matches: readonly TermMatch[],
  meaningOf: (part: Part) => Assertion,
): Group[] {
  const groups: Group[] = [];
  const begin = (part: Part) => groups.push({ ...part, ends: [part.end] });
  const join = (group: Group, { end }: Part) => {
    group.end = end;
    group.ends.push(end);
  };
  for (const part of parts) {
    const last = groups.at(-1);
    // `intractable, without status migrainosus`: what is absent belongs to the name.
    if (last && absent.test(text.slice(part.start, part.end))) {
      join(last, part);
      continue;
    }
    if (!last || meaningOf(last) !== meaningOf(part)) {
      begin(part);
      continue;
    }
    const own = strongest(matches, part.start, part.end);
    const spanning = strongest(
      // `Osteoporosis w/ hx of hip fx` is a disease and a history, not a history of both.
      matches.filter(({ start, end, code }) => start < last.end && end > part.start && !/^Z8/.test(code)),
      last.start,
      part.end,
    );
    const apart = own + strongest(matches, last.start, last.end);
    if (own <= 0.3 || spanning >= apart * 0.8) join(last, part);
    else begin(part);
  }
  return groups;
}

const absent = /^(?:without|w\/o)\b/i;

function strongest(matches: readonly TermMatch[], start: number, end: number): number {
  let best = 0;
  for (const match of matches)
    if (match.start >= start && match.end <= end) best = Math.max(best, match.weight);
  return best;
}

/** Findings of a healthy body that the index would take for something. */
const healthy = /^(?:normal )?(?:sinus rhythm|(?:kidney|renal|liver|thyroid|lung|cardiac) function)\b/i;

/** What more details may cost of an answer's score, as long as they only specify it. */
const leastSpecified = 0.45;

/**
 * The answer for a group: the best for its name with some of its details, and then with as many more as
 * stay within its category. `Heart failure with preserved EF (diastolic), warm and dry` stays a heart failure.
 */
function answerOf(
  text: string,
  { start, end, ends }: Group,
  book: CodeBook,
  least: number,
): Answer | undefined {
  const stops = [...new Set([...ends.slice(0, mostDetails), end])];
  const found = stops.flatMap((to) => answer(text, { start, end: to }, book, leastSpecified) ?? []);
  let best: Answer | undefined;
  for (const one of found) if (one.hit.score > (best?.hit.score ?? 0)) best = one;
  if (!best || best.hit.score < least) return undefined;
  const category = best.hit.code.slice(0, 3);
  return found.findLast(({ hit }) => hit.code.slice(0, 3) === category) ?? best;
}

const mostDetails = 6;

/** `Without dyskinesia` is no code for what a head says to be with it. */
function contradicts(title: string, phrase: string): boolean {
  const lower = phrase.toLowerCase();
  return [...title.toLowerCase().matchAll(/\bwithout (?:mention of )?(\w{4,})/g)].some(([, word = '']) => {
    const at = lower.indexOf(word);
    return at > 0 && /\b(?:with |w\/ ?)(?:\w+ ){0,2}$/.test(lower.slice(0, at));
  });
}

function answer(text: string, part: Part, book: CodeBook, least: number): Answer | undefined {
  const phrase = withoutEverydayWords(text.slice(part.start, part.end));
  if (phrase.length < 2 || healthy.test(phrase) || namesNothing(phrase)) return undefined;
  const hit = book
    .search(phrase, { limit: 3 })
    .find((candidate) => candidate.billable && !contradicts(candidate.title, phrase));
  // The index by value is for the rule that reads the value.
  if (hit && /^Z68/.test(hit.code)) return undefined;
  return hit && hit.score >= least ? { part, hit } : undefined;
}
