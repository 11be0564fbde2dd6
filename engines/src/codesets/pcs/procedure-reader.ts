import type { Edition, ProcedureBook, ProcedureReading, Span } from '../../model/index.ts';
import type { CodeEdition, PcsParts } from '../edition-data.ts';
import type { PcsTable } from '../files/pcs-tables.ts';
import { Lexicon } from '../search/lexicon.ts';
import { graftsIn } from './coronary.ts';
import { derivedFrom } from './derived.ts';
import { describe } from './describe.ts';
import { Forms } from './forms.ts';
import { type LabelEvidence, Labels } from './labels.ts';
import { type Named, Operations, type Target } from './operations.ts';
import { chooseRoots } from './root-operations.ts';
import { settle, targetsBeyond } from './settle.ts';
import { type Side, splitSide } from './sides.ts';
import { readStatement, type Segment, type Statement, segmentsOf, sidesIn, sideWords } from './statement.ts';
import type { PcsVocabulary } from './vocabulary.ts';
import { approach, bodyPart, openPlaces, type Said, type Walked, walk } from './walk.ts';

/** A walk through a table, and what it explains of the statement. */
export interface Found {
  walked: Walked;
  named: Named;
  score: number;
  explained: ReadonlySet<number>;
}

/** What each open axis takes from a score: a table that answers more is the better one. */
const openCost = 0.1;
/** Tables whose score is this near to the best one's are told as alternatives. */
const nearly = 0.12;

/** Reads statements of procedures by the index and the tables of one edition. */
export class ProcedureReader implements ProcedureBook {
  readonly edition: Edition;
  readonly #codes: CodeEdition;
  readonly #lexicon: Lexicon;
  readonly #forms: Forms;
  readonly #labels: Labels;
  readonly #operations: Operations;
  readonly #tables: readonly PcsTable[];

  constructor(codes: CodeEdition, parts: PcsParts, vocabulary: PcsVocabulary) {
    this.edition = codes.edition;
    this.#codes = codes;
    this.#lexicon = new Lexicon(vocabulary);
    this.#forms = new Forms(vocabulary, this.#lexicon);
    this.#labels = new Labels(parts, vocabulary, this.#lexicon);
    this.#operations = new Operations(parts, vocabulary, this.#lexicon);
    this.#tables = parts.tables?.tables ?? [];
  }

  namesIn(text: string): Span[] {
    const statement = readStatement(text, this.#lexicon, this.#forms);
    return this.#operations.namedIn(statement.keys).map(({ words }) => this.#spanOf(statement, words));
  }

  read(text: string, context = ''): ProcedureReading[] {
    const statement = readStatement(text, this.#lexicon, this.#forms);
    const { named, looks } = settle(this.#operations.namedIn(statement.keys), statement, this.#labels);
    if (named.length === 0) return [];
    const around = readStatement(context, this.#lexicon, this.#forms);
    const aroundSaid = context === '' ? undefined : this.#labels.evidence(around.keys);
    const whole = this.#evidenceIn(statement, { from: 0, to: statement.keys.length });
    const segments = segmentsOf(statement, named);
    const readings: ProcedureReading[] = [];
    for (const [at, one] of named.entries()) {
      const segment = segments[at] ?? { from: 0, to: statement.keys.length };
      const own = named.length === 1 ? whole : this.#evidenceIn(statement, segment);
      const plain = this.#evidenceIn(statement, segment, this.#actWords(one, statement));
      const sides =
        [segment, { from: 0, to: statement.words.length }]
          .map((stretch) => sidesIn(statement, stretch))
          .find((found) => found.size > 0) ?? sidesIn(around, { from: 0, to: around.words.length });
      const look = (place: number, label: string): LabelEvidence | undefined => {
        if (place === bodyPart) return own.get(label);
        if (place !== approach) return plain.get(label);
        const said = own.get(label) ?? whole.get(label) ?? aroundSaid?.get(label);
        return said?.whole ? said : undefined;
      };
      const before = readings.length;
      for (const group of one.operation.targets)
        for (const extra of this.#variants(one, statement, segment))
          for (const found of this.#best(one, group, statement, segment, {
            at: extra.implies.length > 0 ? approachOnly(look) : look,
            sides,
            implies: [...extra.implies, ...one.operation.implies],
          }))
            readings.push(this.#tell(found, statement, extra.words));
      if (readings.length > before) continue;
      const said = { at: look, sides, implies: one.operation.implies };
      for (const found of this.#best(one, targetsBeyond(looks, one), statement, segment, said))
        readings.push(this.#tell(found, statement, new Set()));
    }
    return distinct(readings);
  }

  #evidenceIn({ keys, ...statement }: Statement, { from, to }: Segment, but?: ReadonlySet<number>) {
    const masked = keys.map((key, place) => (place < from || place >= to || but?.has(place) ? '' : key));
    const evidence = this.#labels.evidence(masked);
    for (const [label, found] of derivedFrom({ keys, ...statement })) {
      const inside = [...found.words].every((place) => place >= from && place < to);
      if (inside) evidence.set(label, found);
    }
    return evidence;
  }

  /** The words of a name that say what is done; those of the index may say a device too (`Banding`). */
  #actWords({ operation, words }: Named, { keys }: Statement): ReadonlySet<number> {
    if (operation.source !== 'index') return words;
    return new Set([...words].filter((place) => this.#operations.isRootWord(keys[place] ?? '')));
  }

  /** Grafts of a coronary bypass are procedures of their own; everything else is one. */
  #variants({ operation }: Named, statement: Statement, segment: Segment) {
    const none = { implies: [] as string[], words: new Set<number>() as ReadonlySet<number> };
    const isCoronaryBypass = operation.targets.some((group) =>
      group.some(({ written }) => written.startsWith('021')),
    );
    const grafts = isCoronaryBypass ? graftsIn(statement, segment) : [];
    return grafts.length > 0 ? grafts : [none];
  }

  /** The best table for a group of targets; both sides, or several places, are a reading each. */
  #best(named: Named, group: readonly Target[], statement: Statement, segment: Segment, said: Said): Found[] {
    const targets = chooseRoots(group, statement, segment);
    const sided: ReadonlySet<Side>[][] = said.sides.has('Bilateral')
      ? [[said.sides], [new Set<Side>(['Right']), new Set<Side>(['Left'])]]
      : [[said.sides]];
    let best: Found[] = [];
    for (const sides of sided) {
      const found = sides.flatMap(
        (side) => this.#bestTable(named, targets, statement, segment, { ...said, sides: side }) ?? [],
      );
      // Two codes for two sides only where no value is both at once (B4.3).
      const better = (found[0]?.score ?? 0) > (best[0]?.score ?? 0) + 0.01;
      if (found.length === sides.length && better) best = found;
    }
    return best.flatMap((found) => this.#places(found, statement, segment, said));
  }

  #bestTable(
    named: Named,
    targets: readonly Target[],
    statement: Statement,
    segment: Segment,
    said: Said,
  ): (Found & { others: Found[] }) | undefined {
    const found: Found[] = [];
    for (const target of targets)
      for (const table of this.#tables) {
        if (!fits(table.code, target)) continue;
        if (needsPlace(target, named) && !hasPlace(table, said)) continue;
        const walked = walk(table, target, said, (code) => this.#codes.isBillable(code));
        if (walked) found.push(this.#score(walked, named, statement, segment));
      }
    found.sort((a, b) => b.score - a.score);
    const [best, ...others] = found;
    return best && { ...best, others: others.filter(({ score }) => score > best.score - nearly).slice(0, 3) };
  }

  #score(walked: Walked, named: Named, statement: Statement, { from, to }: Segment): Found {
    const { keys } = statement;
    const explained = new Set(named.words);
    let worth = 0;
    for (const reason of walked.reasons.values()) {
      if (reason.kind !== 'said') continue;
      for (const word of reason.evidence.words) explained.add(word);
      worth += reason.evidence.score * 0.01;
    }
    const sided = splitSide(walked.labels(bodyPart).get(walked.codes[0]?.charAt(bodyPart) ?? '') ?? '').side;
    if (sided) for (const word of sideWords(statement, { from, to })) explained.add(word);
    let said = 0;
    let all = 0;
    for (let place = from; place < to; place++) {
      const own = this.#labels.worth(keys[place] ?? '');
      all += own;
      if (explained.has(place)) said += own;
    }
    const isSubterm = walked.target.keys.length > 0 ? 0.05 : 0;
    const open = openPlaces(walked).length;
    return {
      walked,
      named,
      explained,
      score: said / Math.max(all, 0.1) + worth + isSubterm - openCost * open,
    };
  }

  /** The same operation on several places that are all said is a code for each (B3.2a). */
  #places(found: Found, statement: Statement, segment: Segment, said: Said): Found[] {
    const { walked, named } = found;
    const reason = walked.reasons.get(bodyPart);
    if (reason?.kind !== 'said') return [found];
    const also = otherPlaces(walked, named, reason.evidence, said, statement);
    const again = also.flatMap((character) => {
      const pattern = [...walked.target.pattern];
      pattern[bodyPart] = new Set([character]);
      while (pattern.length < 3) pattern.push(undefined);
      const target = { ...walked.target, pattern };
      const next = walk(walked.table, target, said, (code) => this.#codes.isBillable(code));
      return next ? [this.#score(next, named, statement, segment)] : [];
    });
    const isSplit = new Set(walked.codes.map((code) => code.charAt(bodyPart))).size > 1;
    return again.length > 0 && isSplit ? again : [found, ...again];
  }

  #tell(
    found: Found & { others?: Found[] },
    statement: Statement,
    words: ReadonlySet<number>,
  ): ProcedureReading {
    const places = new Set([...found.explained, ...words]);
    const others = (found.others ?? []).map(({ walked }) => walked);
    const title = (code: string) => this.#codes.lookup(code)?.title ?? code;
    return {
      ...describe(found, statement, others, title),
      evidence: spans(statement, places),
      ...(found.named.operation.source === 'root' && { isGeneral: true as const }),
    };
  }

  #spanOf(statement: Statement, words: ReadonlySet<number>): Span {
    const start = Math.min(...[...words].map((place) => statement.words[place]?.start ?? 0));
    const end = Math.max(...[...words].map((place) => statement.words[place]?.end ?? 0));
    return { start, end, quote: statement.text.slice(start, end) };
  }
}

/** Each graft says all of its own axes; what else the statement says is of the other grafts. */
function approachOnly(look: Said['at']): Said['at'] {
  return (place, label) => (place === approach ? look(place, label) : undefined);
}

function fits(table: string, { pattern }: Target): boolean {
  for (let place = 0; place < 3; place++) {
    const set = pattern[place];
    if (set && !set.has(table.charAt(place))) return false;
  }
  return true;
}

/** An operation that any body system knows (`Excision`) says nothing without a body part. */
function needsPlace({ pattern, isAnywhere }: Target, { operation }: Named): boolean {
  return pattern[1] === undefined || operation.source === 'root' || isAnywhere === true;
}

function hasPlace({ rows }: PcsTable, said: Said): boolean {
  return rows.some((row) =>
    row[0]?.values.some(([, label]) => {
      const { base } = splitSide(label);
      return said.implies.includes(base) || said.at(bodyPart, base) !== undefined;
    }),
  );
}

/** Operations whose statement names another place too, where something is led or taken from. */
const ledElsewhere = /^0.[1GXY]/;

function otherPlaces(
  walked: Walked,
  { words }: Named,
  evidence: LabelEvidence,
  said: Said,
  statement: Statement,
): string[] {
  const { table, codes } = walked;
  const chosen = new Set(codes.map((code) => code.charAt(bodyPart)));
  if (evidence.counted) return chosen.size > 1 ? [...chosen] : [];
  if (ledElsewhere.test(table.code)) return [];
  if (chosen.size > 1) return areApart(walked, chosen, said) ? [...chosen] : [];
  const used = new Set([...evidence.words, ...words]);
  const also: string[] = [];
  for (const [character, label] of walked.labels(bodyPart)) {
    const other = said.at(bodyPart, splitSide(label).base);
    if (chosen.has(character) || !other?.whole || other.counted) continue;
    // `skin of face and neck`: what both share may be said once.
    const own = new Set([...other.words].filter((place) => !used.has(place)));
    if (own.size === 0 || !listedWith(evidence.words, own, statement)) continue;
    for (const place of own) used.add(place);
    also.push(character);
  }
  return also;
}

/** Values said as much as one another are several places when each has words of its own. */
function areApart(walked: Walked, chosen: ReadonlySet<string>, said: Said): boolean {
  const labels = walked.labels(bodyPart);
  const used = new Set<number>();
  for (const character of chosen) {
    const found = said.at(bodyPart, splitSide(labels.get(character) ?? '').base);
    if (!found?.whole || [...found.words].some((place) => used.has(place))) return false;
    for (const place of found.words) used.add(place);
  }
  return true;
}

/** `antrum and duodenum`: only `and`, a comma or a slash stands between the two. */
function listedWith(a: ReadonlySet<number>, b: ReadonlySet<number>, { text, words }: Statement): boolean {
  const [one, two] = Math.max(...a) < Math.min(...b) ? [a, b] : [b, a];
  const start = words[Math.max(...one)]?.end ?? 0;
  const end = words[Math.min(...two)]?.start ?? 0;
  return /^ ?(?:,|and|&|\/|, and)(?: the)? ?$/i.test(text.slice(start, end));
}

function spans({ text, words }: Statement, places: ReadonlySet<number>): Span[] {
  const sorted = [...places].sort((a, b) => a - b);
  const found: Span[] = [];
  for (const place of sorted) {
    const word = words[place];
    if (!word) continue;
    const before = found.at(-1);
    // Words that stand side by side are one span.
    if (before && word.start - before.end <= 1) {
      const end = Math.max(before.end, word.end);
      found[found.length - 1] = { start: before.start, end, quote: text.slice(before.start, end) };
    } else found.push({ start: word.start, end: word.end, quote: text.slice(word.start, word.end) });
  }
  return found;
}

function distinct(readings: readonly ProcedureReading[]): ProcedureReading[] {
  const seen = new Set<string>();
  return readings.filter(({ code }) => !seen.has(code) && seen.add(code));
}
