import type { PcsTable } from '../files/pcs-tables.ts';
import type { LabelEvidence } from './labels.ts';
import type { Target } from './operations.ts';
import type { Pattern } from './patterns.ts';
import { type Side, splitSide } from './sides.ts';

/** The places of the four axes of a row in a code, from 0. */
export const [bodyPart, approach, device, qualifier] = [3, 4, 5, 6] as const;
const places = [bodyPart, approach, device, qualifier] as const;
/** The order in which axes are settled: what is operated on first, what only qualifies it last. */
const order = [bodyPart, device, approach, qualifier] as const;

/** What a statement says of values. */
export interface Said {
  /** By label without side, for the axis at a place of the code. */
  at(place: number, label: string): LabelEvidence | undefined;
  sides: ReadonlySet<Side>;
  /** Labels that the name of the operation means. */
  implies: readonly string[];
}

/** Why an axis has the value it has. */
export type Reason =
  | { kind: 'said'; evidence: LabelEvidence }
  | { kind: 'implied' }
  | { kind: 'only' }
  /** Nothing else is said, and `Z` says nothing more either. Source: ICD-10-PCS guidelines B6.1a (device). */
  | { kind: 'default' };

/** A row narrowed to the values that a statement allows: sets of characters for the four axes. */
type Narrowed = [string, string][][];

/** What one table makes of a statement. */
export interface Walked {
  table: PcsTable;
  target: Target;
  /** The whole codes that remain, in the order of the table. */
  codes: string[];
  reasons: Map<number, Reason>;
  /** What was said, but no code of the table has. */
  unheard: string[];
  labels(place: number): Map<string, string>;
  /** The label of the value that a code has at a place. */
  labelOf(code: string, place: number): string;
  title(place: number): string;
}

const mostCodes = 400;

/** The places of a code, from 0. */
const all = [0, 1, 2, ...places];
const heads = ['Section', 'Body System', 'Operation'];

/** The axes on which the remaining codes differ. */
export function openPlaces({ codes }: Pick<Walked, 'codes'>): number[] {
  return all.filter((place) => new Set(codes.map((code) => code.charAt(place))).size > 1);
}

/** Walks a table: narrows its rows axis by axis to what is said, implied, or the only value that is left. */
export function walk(
  table: PcsTable,
  target: Target,
  said: Said,
  exists: (code: string) => boolean,
): Walked | undefined {
  let rows: Narrowed[] = table.rows.flatMap((row) =>
    allowed(
      row.map(({ values }) => values),
      target.pattern,
    ),
  );
  const reasons = new Map<number, Reason>();
  const unheard: string[] = [];
  for (const place of order) {
    const step = narrow(rows, place, withoutWords(said, place, reasons), unheard);
    rows = step.rows;
    if (step.reason) reasons.set(place, step.reason);
  }
  const codes = spanned(table.code, rows).filter(exists);
  if (codes.length === 0) return undefined;
  for (const place of places)
    if (!reasons.has(place) && new Set(codes.map((code) => code.charAt(place))).size === 1)
      reasons.set(place, { kind: 'only' });
  const labels = (place: number): Map<string, string> => {
    if (place < bodyPart) return new Map([[table.code.charAt(place), table.names[place] ?? '']]);
    return new Map(table.rows.flatMap((row) => row[place - bodyPart]?.values ?? []));
  };
  return {
    table,
    target,
    codes,
    reasons,
    unheard,
    labels,
    labelOf: (code, place) => labels(place).get(code.charAt(place)) ?? '',
    title: (place) => heads[place] ?? table.rows[0]?.[place - bodyPart]?.title ?? '',
  };
}

/** What names the body part names no device or qualifier too, and what names the device no qualifier. */
function withoutWords(said: Said, place: number, reasons: ReadonlyMap<number, Reason>): Said {
  if (place === bodyPart || place === approach) return said;
  const used = new Set<number>();
  for (const reason of reasons.values())
    if (reason.kind === 'said') for (const word of reason.evidence.words) used.add(word);
  if (used.size === 0) return said;
  return {
    ...said,
    at(where, label) {
      const found = said.at(where, label);
      return found && [...found.words].every((word) => used.has(word)) ? undefined : found;
    },
  };
}

/** A row with only the characters that a pattern allows; none where an axis has none left. */
function allowed(row: [string, string][][], pattern: Pattern): Narrowed[] {
  const kept = row.map((values, at) => {
    const set = pattern[bodyPart + at];
    return set ? values.filter(([character]) => set.has(character)) : values;
  });
  return kept.every((values) => values.length > 0) ? [kept] : [];
}

function keepIn(
  rows: readonly Narrowed[],
  place: number,
  keep: (value: [string, string]) => boolean,
): Narrowed[] {
  return rows.flatMap((row) => {
    const kept = row.map((values, at) => (at === place - bodyPart ? values.filter(keep) : values));
    return (kept[place - bodyPart]?.length ?? 0) > 0 ? [kept] : [];
  });
}

function valuesAt(rows: readonly Narrowed[], place: number): Map<string, string> {
  const values = new Map<string, string>();
  for (const row of rows)
    for (const [character, label] of row[place - bodyPart] ?? []) values.set(character, label);
  return values;
}

function narrow(
  rows: Narrowed[],
  place: number,
  said: Said,
  unheard: string[],
): { rows: Narrowed[]; reason?: Reason } {
  const values = valuesAt(rows, place);
  const spoken = bestSaid(values, place, said);
  if (spoken) {
    const kept = keepIn(rows, place, ([character]) => spoken.characters.has(character));
    return { rows: kept, reason: { kind: 'said', evidence: spoken.evidence } };
  }
  const implied = said.implies.filter((label) => [...values.values()].some((value) => matches(value, label)));
  if (implied.length > 0 && values.size > 1) {
    const kept = keepIn(rows, place, ([, label]) => implied.some((wanted) => matches(label, wanted)));
    return { rows: narrowSide(kept, place, said), reason: { kind: 'implied' } };
  }
  if (place === approach && values.size > 0) {
    const other = saidElsewhere(place, said);
    if (other !== undefined) unheard.push(other);
  }
  if (values.size > 1 && values.has('Z') && (place === device || place === qualifier)) {
    return { rows: keepIn(rows, place, ([character]) => character === 'Z'), reason: { kind: 'default' } };
  }
  return { rows: narrowSide(rows, place, said) };
}

/** `Knee Joint` in an operation's implied labels stands for either side. */
function matches(label: string, wanted: string): boolean {
  return label === wanted || splitSide(label).base === wanted;
}

/** Values that differ in their side only are told apart by the side that is said. */
function narrowSide(rows: Narrowed[], place: number, { sides }: Said): Narrowed[] {
  if (place !== bodyPart || sides.size === 0) return rows;
  const kept = keepIn(rows, place, ([, label]) => sided(label, sides));
  return kept.length > 0 ? kept : rows;
}

function sided(label: string, sides: ReadonlySet<Side>): boolean {
  const { side } = splitSide(label);
  return side === undefined || sides.has(side);
}

function saidElsewhere(place: number, said: Said): string | undefined {
  const known = ['Open', 'Percutaneous', 'Percutaneous Endoscopic', 'External'];
  return known.find((label) => said.at(place, label));
}

/** Two scores this close are the same: neither value is said more than the other. */
const tie = 0.05;

/** The values that the text speaks for most; several where only a side parts them and none is said. */
function bestSaid(values: ReadonlyMap<string, string>, place: number, said: Said) {
  let best = 0;
  let evidence: LabelEvidence | undefined;
  const scored: { character: string; score: number }[] = [];
  for (const [character, label] of values) {
    const { base, side } = splitSide(label);
    const found = said.at(place, base);
    if (!found) continue;
    const isOther = side !== undefined && said.sides.size > 0 && !said.sides.has(side);
    if (isOther) continue;
    // A side counts a little, so that a value with the side said comes before one without sides.
    const fits = side === undefined ? 0 : said.sides.size === 0 ? -0.01 : 0.1;
    const score = found.score + fits;
    scored.push({ character, score });
    if (score > best) {
      best = score;
      evidence = found;
    }
  }
  if (!evidence) return undefined;
  const characters = new Set(
    scored.filter(({ score }) => score >= best - tie).map(({ character }) => character),
  );
  return { characters, evidence };
}

function spanned(table: string, rows: readonly Narrowed[]): string[] {
  const codes: string[] = [];
  for (const row of rows) {
    let starts = [table];
    for (const values of row)
      starts = starts.slice(0, mostCodes).flatMap((start) => values.map(([character]) => start + character));
    codes.push(...starts);
  }
  return codes;
}
