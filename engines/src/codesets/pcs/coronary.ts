import type { Derived } from './labels.ts';
import type { Segment, Statement } from './statement.ts';

const numbers = ['', 'One Artery', 'Two Arteries', 'Three Arteries', 'Four or More Arteries'];
const counts = ['', '', ', Two', ', Three', ', Four or More'];
const written: Record<string, number> = {
  one: 1,
  single: 1,
  two: 2,
  double: 2,
  three: 3,
  triple: 3,
  four: 4,
  quadruple: 4,
  five: 5,
  quintuple: 5,
  six: 6,
};
/** Coronary arteries and their branches, as operators write them. */
const artery =
  /\b(?:LAD|left anterior descending|LCX|LCx|Cx|circumflex|RCA|right coronary(?: artery)?|OM ?\d?|obtuse marginal(?: \d)?|diag(?:onal)? ?\d?|D\d|PDA|posterior descending|PLV|PLB|ramus|RI|left main|LM|marginal ?\d?)\b/g;

function numberIn(text: string): number | undefined {
  return written[text.toLowerCase()] ?? (/^\d$/.test(text) ? Number(text) : undefined);
}

function placesOf({ words }: Statement, start: number, end: number): Set<number> {
  const places = new Set<number>();
  for (const [place, word] of words.entries()) if (word.start < end && start < word.end) places.add(place);
  return places;
}

/** How many coronary arteries are treated, and with how many stents. Source: guidelines B4.4 and B3.6b. */
export function* derivedCoronary(statement: Statement): Generator<Derived> {
  const { text } = statement;
  const stents =
    /\b(\d|one|two|three|four|five)(?: [a-z-]{1,20}){0,3}? stents?\b|\bstents? ?\(?x ?(\d)\b/i.exec(text);
  const stentCount = numberIn(stents?.[1] ?? stents?.[2] ?? '');
  if (stents && stentCount !== undefined && stentCount > 1) {
    const words = placesOf(statement, stents.index, stents.index + stents[0].length);
    const more = counts[Math.min(stentCount, 4)] ?? '';
    const kind = /drug|\bDES\b/i.test(text) ? 'Intraluminal Device, Drug-eluting' : 'Intraluminal Device';
    yield { label: kind + more, words, by: stents[0] };
  }
  const counted =
    /\b(?:x ?([1-6])|(single|double|triple|quadruple|quintuple)(?:[- ]vessel)?|(one|two|three|four|five|[1-6])[- ](?:vessel|coronary arter(?:y|ies)))\b/i.exec(
      text.replace(/\bstents? ?\(?x ?\d/gi, (found) => ' '.repeat(found.length)),
    );
  const said = numberIn(counted?.[1] ?? counted?.[2] ?? counted?.[3] ?? '');
  if (counted && said !== undefined) {
    const words = placesOf(statement, counted.index, counted.index + counted[0].length);
    yield { label: `Coronary Artery, ${numbers[Math.min(said, 4)]}`, words, by: counted[0] };
    return;
  }
  const named = arteriesIn(text);
  if (named.size === 0) return;
  const words = new Set<number>();
  for (const { start, end } of named.values())
    for (const place of placesOf(statement, start, end)) words.add(place);
  yield {
    label: `Coronary Artery, ${numbers[Math.min(named.size, 4)]}`,
    words,
    by: [...named.keys()].join(', '),
  };
}

function arteriesIn(text: string): Map<string, { start: number; end: number }> {
  const named = new Map<string, { start: number; end: number }>();
  for (const { index, 0: name } of text.matchAll(artery))
    if (!named.has(name)) named.set(name, { start: index, end: index + name.length });
  return named;
}

/** One kind of graft of a coronary bypass: what it is, and the values it means. */
export interface Grafts {
  words: ReadonlySet<number>;
  implies: string[];
}

/** Where blood comes from: the artery itself stays whole (no device), a free graft comes from the aorta. */
const sources: { pattern: RegExp; implies: string[] }[] = [
  {
    pattern: /\b(?:LIMA|left internal (?:mammary|thoracic)(?: artery)?)\b/gi,
    implies: ['No Device', 'Internal Mammary, Left'],
  },
  {
    pattern: /\b(?:RIMA|right internal (?:mammary|thoracic)(?: artery)?)\b/gi,
    implies: ['No Device', 'Internal Mammary, Right'],
  },
  {
    pattern: /\b(?:SVG|RSVG|GSV|saphenous(?: vein)?(?: graft)?s?)\b/gi,
    implies: ['Autologous Venous Tissue', 'Aorta'],
  },
  { pattern: /\bradial(?: artery)?(?: graft)?\b/gi, implies: ['Autologous Arterial Tissue', 'Aorta'] },
];

/**
 * The grafts of a coronary bypass by their source: each source is a code of its own, for as many arteries as it
 * reaches. Empty where the arteries of any graft are not told. Source: guidelines B3.6b and B3.6c.
 */
export function graftsIn(statement: Statement, { from, to }: Segment): Grafts[] {
  const start = statement.words[from]?.start ?? 0;
  const end = statement.words[to - 1]?.end ?? 0;
  const text = statement.text.slice(0, end);
  const said = sources.flatMap(({ pattern, implies }) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: name }) =>
      index < start ? [] : [{ at: index, after: index + name.length, implies }],
    ),
  );
  said.sort((a, b) => a.at - b.at);
  const reached = new Map<string[], { arteries: Set<string>; words: Set<number> }>();
  for (const [place, { at, after, implies }] of said.entries()) {
    const until = said[place + 1]?.at ?? end;
    const arteries = arteriesIn(text.slice(after, until));
    if (arteries.size === 0) return [];
    const known = reached.get(implies) ?? { arteries: new Set<string>(), words: new Set<number>() };
    for (const name of arteries.keys()) known.arteries.add(name);
    for (const word of placesOf(statement, at, until)) known.words.add(word);
    reached.set(implies, known);
  }
  return [...reached].map(([implies, { arteries, words }]) => ({
    words,
    implies: [`Coronary Artery, ${numbers[Math.min(arteries.size, 4)]}`, ...implies],
  }));
}
