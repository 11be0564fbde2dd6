import type { CodeBook, CodeHit, TermMatch } from '../model/index.ts';
import { readAssertions } from './assertion.ts';
import type { Clause } from './clauses.ts';
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
/** Two answers for the parts must be this much better than one answer for the whole. */
const splitGain = 0.08;

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

/** Words that begin what is done about a diagnosis. */
const careWords = new Set(
  'continue continued continuing start started starting stop stopped increase increased decrease refer referred recheck recommend recommended schedule counseled plan follow returns prescribed treated treat will we'.split(
    ' ',
  ),
);

/** Cuts a head at commas, `and`, `with`: each part may be a diagnosis or a detail of the one before. */
function partsOf(text: string, end: number): Part[] {
  const cuts: number[] = [];
  for (let at = 0; at < end; at++) {
    const mark = text.charAt(at);
    if (mark === ',' || mark === ';' || mark === '&' || mark === '+') cuts.push(at);
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
  while (b > a && /[\s,;.]/.test(text.charAt(b - 1))) b--;
  return { start: a, end: b };
}

interface Answer {
  part: Part;
  hit: CodeHit;
}

/** The diagnoses a head names: as one phrase, or part by part where the parts explain it better. */
export function headMentions(clause: Clause, book: CodeBook, matches: readonly TermMatch[]): Mention[] {
  const { text } = clause;
  const end = diagnosisEnd(text);
  const whole = answer(text, trimmed(text, { start: 0, end }), book);
  const parts = partsOf(text, end);
  const reading = readAssertions(text);
  let chosen = whole ? [whole] : [];
  // `Right knee pain, possible ligament sprain` says two things in two ways.
  const meanings = new Set(
    parts.map((part) => coreOf(part, matches)).map((core) => reading.of(core.start, core.end)),
  );
  if (meanings.size > 1) {
    chosen = groupParts(parts, matches).flatMap((part) => answer(text, part, book) ?? []);
  } else if (parts.length > 1 && (whole?.hit.score ?? 0) < 0.95) {
    const grouped = groupParts(parts, matches).flatMap((part) => answer(text, part, book) ?? []);
    const mean = grouped.reduce((sum, { hit }) => sum + hit.score, 0) / Math.max(1, grouped.length);
    if (grouped.length > 0 && mean > (whole?.hit.score ?? 0) + (grouped.length > 1 ? 0 : splitGain))
      chosen = grouped;
  }
  return chosen.flatMap(({ part, hit }) => {
    const core = coreOf(part, matches);
    const assertion = reading.of(core.start, core.end);
    const said = { assertion, ...settle(assertion, hit) };
    if (!said.accepted)
      return [
        {
          clause,
          start: clause.start + part.start,
          end: clause.start + part.end,
          code: hit.code,
          assertion,
          weight: hit.score,
          path: hit.path,
        },
      ];
    return [
      {
        clause,
        start: clause.start + part.start,
        end: clause.start + part.end,
        code: hit.code,
        assertion: 'present' as const,
        weight: hit.score,
        path: hit.path,
      },
    ];
  });
}

/** A history that has a code of its own (Z80–Z87) is present as a history. */
function settle(assertion: string, hit: CodeHit): { accepted: boolean } {
  if (assertion === 'present') return { accepted: true };
  return {
    accepted: (assertion === 'history' || assertion === 'family') && /^(?:Z8|Z9|I25\.2)/.test(hit.code),
  };
}

/** The words of a part that name something, so that a cue inside the part still reaches them. */
function coreOf(part: Part, matches: readonly TermMatch[]): Part {
  const inside = matches.filter((match) => match.start >= part.start && match.end <= part.end);
  const best = inside.sort((a, b) => b.weight - a.weight)[0];
  return best ?? { start: part.end - 1, end: part.end };
}

/** Parts without a term of their own (`closed`, `intractable`) belong to the part before. */
function groupParts(parts: readonly Part[], matches: readonly TermMatch[]): Part[] {
  const groups: Part[] = [];
  for (const part of parts) {
    const named = matches.some(
      (match) => match.start >= part.start && match.end <= part.end && match.weight > 0.3,
    );
    const last = groups.at(-1);
    if (named || !last) groups.push({ ...part });
    else last.end = part.end;
  }
  return groups;
}

function answer(text: string, part: Part, book: CodeBook): Answer | undefined {
  if (part.end - part.start < 2) return undefined;
  const hit = book
    .search(text.slice(part.start, part.end), { limit: 3 })
    .find((candidate) => candidate.billable);
  return hit && hit.score >= leastScore ? { part, hit } : undefined;
}
