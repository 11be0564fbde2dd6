import type { Assertion, TermMatch } from '../model/index.ts';
import { wordsOf } from './words.ts';

/** A stretch of a head, in offsets of its clause. */
export interface Part {
  start: number;
  end: number;
}

const joiners = new Set(['and', 'with', 'w/', 'plus', 'but', 'also']);

/** Where a head's diagnosis ends and its treatment begins: ` - `, `:`, `(`, or words of care. */
export function diagnosisEnd(text: string): number {
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
export function afterDash(text: string, end: number): Part {
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

/** `Scar of the palm, late effect of a burn`: what is left, and what it comes from. */
const origin =
  /\b(?:as (?:an? )?)?(?:late effects?|sequelae?|residuals?) (?:of|from)\b|\b(?:metastatic|metastas[ei]s|mets|metastasi[sz]ed|spread)(?: disease)? (?:to|in) (?:the )?|(?<=\bmetastatic [\w ]{3,40})\bto (?:the )?/gi;
/** What stands before a place that a tumor has spread to. */
const spread =
  /\b(?:metastatic|metastas[ei]s|mets|metastasi[sz]ed|spread)(?: disease)? (?:to|in) (?:the )?$|\bmetastatic [\w ]{3,40}\bto (?:the )?$/i;

/** Whether a part is a place that a tumor has spread to. */
export function isSpreadTo(text: string, { start }: Part): boolean {
  return spread.test(text.slice(Math.max(0, start - 70), start));
}

/** Whether a head says what something is left of: never one code for both. */
export const saysOrigin = (text: string) => text.search(origin) > 3;

const onKidney = / on (?=(?:CKD|ESRD|chronic kidney))/g;
/** Whether a head says that something came upon a kidney that was ill before: two diagnoses. */
export const saysOnKidney = (text: string) => text.search(onKidney) > 0;

/** Cuts a head at commas, `and`, `with`: each part may be a diagnosis or a detail of the one before. */
export function partsOf(text: string, end: number): Part[] {
  const cuts: number[] = [];
  for (let at = 0; at < end; at++) {
    const mark = text.charAt(at);
    if (/[,;&+()]/.test(mark)) cuts.push(at);
  }
  const joins = wordsOf(text.slice(0, end)).filter((word) => joiners.has(word.text));
  // `AKI on CKD stage 4` is two diagnoses, `acute on chronic` one.
  const onto = [...text.slice(0, end).matchAll(onKidney)].map(({ index, 0: said }) => ({
    start: index,
    end: index + said.length,
  }));
  // `Aortic stenosis s/p TAVR`: what was done says nothing of what it was done for.
  const after = [...text.slice(0, end).matchAll(/ s\/p /g)].map(({ index }) => ({
    start: index,
    end: index,
  }));
  const origins = [...text.slice(0, end).matchAll(origin)].map(({ index, 0: said }) => ({
    start: index,
    end: index + said.length,
  }));
  const all = [
    ...cuts.map((at) => ({ start: at, end: at + 1 })),
    ...joins,
    ...origins,
    ...onto,
    ...after,
  ].sort((a, b) => a.start - b.start);
  const parts: Part[] = [];
  let from = 0;
  for (const cut of all) {
    parts.push({ start: from, end: cut.start });
    from = cut.end;
  }
  parts.push({ start: from, end });
  return parts.map((part) => trimmed(text, part)).filter((part) => part.end > part.start);
}

export function trimmed(text: string, { start, end }: Part): Part {
  let [a, b] = [start, end];
  while (a < b && /[\s,;.(]/.test(text.charAt(a))) a++;
  while (b > a && /[\s,;.(]/.test(text.charAt(b - 1))) b--;
  return { start: a, end: b };
}

/** Parts that make one diagnosis, with the ends of each: details may lead too far from its name. */
export interface Group extends Part {
  ends: number[];
}

/** The words of a part that name something, so that a cue inside the part still reaches them. */
export function coreOf(part: Part, matches: readonly TermMatch[]): Part {
  const inside = matches.filter((match) => match.start >= part.start && match.end <= part.end);
  const best = inside.sort((a, b) => b.weight - a.weight)[0];
  return best ?? { start: part.end - 1, end: part.end };
}

/**
 * Joins parts that make one diagnosis: a part without a term of its own (`closed`, `intractable`) belongs to
 * the one before, and parts that one term spans (`hydronephrosis with calculus`) belong together.
 */
export function groupParts(
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
    const said = text.slice(part.start, part.end);
    if (last && (absent.test(said) || depth.test(said))) {
      join(last, part);
      continue;
    }
    if (!last || meaningOf(last) !== meaningOf(part) || saysOrigin(text.slice(last.start, part.start))) {
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
/** The depth of an ulcer is said behind its place. */
const depth =
  /^(?:with )?(?:fat layer|muscle|bone|skin|subcutaneous\w{0,8}|fascia)(?: \w{1,30})? ?(?:exposed|exposure|necrosis|breakdown|involve\w{1,8})\b|^limited to (?:breakdown of )?(?:the )?skin/i;

function strongest(matches: readonly TermMatch[], start: number, end: number): number {
  let best = 0;
  for (const match of matches)
    if (match.start >= start && match.end <= end) best = Math.max(best, match.weight);
  return best;
}
