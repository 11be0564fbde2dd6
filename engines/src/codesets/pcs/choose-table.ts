import type { CodeEdition } from '../edition-data.ts';
import type { PcsTable } from '../files/pcs-tables.ts';
import type { Labels } from './labels.ts';
import type { Named, Target } from './operations.ts';
import { otherPlaces } from './places.ts';
import { chooseRoots } from './root-operations.ts';
import { type Side, splitSide } from './sides.ts';
import { type Segment, type Statement, sideWords } from './statement.ts';
import { together } from './together.ts';
import { bodyPart, device, openPlaces, type Said, type Walked, walk } from './walk.ts';

/** A walk through a table, and what it explains of the statement. */
export interface Found {
  walked: Walked;
  named: Named;
  /** What the statement says for it. */
  said: number;
  /** The same, less what is left open: compares ways to read a statement. */
  score: number;
  explained: ReadonlySet<number>;
  /** Walks through other tables that come near. */
  others?: Found[];
  /** Walks through other tables for what was counted there: vertebral joints of several regions. */
  besides?: Found[];
}

/** What each open axis takes from a score: a table that answers more is the better one. */
const openCost = 0.1;
/** Differences below this come from the lengths of labels, not from what is said. */
const same = 0.004;
/** Body parts whose evidence differs by less are said as well as one another. */
const evenly = 0.08;
/** Tables whose score is this near to the best one's are told as alternatives. */
const nearly = 0.12;

/** Finds the table, or the tables, that a statement of one operation speaks for. */
export class TableChooser {
  readonly #codes: CodeEdition;
  readonly #labels: Labels;
  readonly #tables: readonly PcsTable[];

  constructor(codes: CodeEdition, labels: Labels, tables: readonly PcsTable[]) {
    this.#codes = codes;
    this.#labels = labels;
    this.#tables = tables;
  }

  /** The best table for a group of targets; both sides, or several places, are a reading each. */
  best(named: Named, group: readonly Target[], statement: Statement, segment: Segment, said: Said): Found[] {
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
    const all = best.flatMap((found) => [found, ...(found.besides ?? [])]);
    return all.flatMap((found) => this.#places(found, statement, segment, said));
  }

  #bestTable(
    named: Named,
    targets: readonly Target[],
    statement: Statement,
    segment: Segment,
    said: Said,
  ): Found | undefined {
    const found: Found[] = [];
    for (const target of targets)
      for (const table of this.#tables) {
        if (!fits(table.code, target)) continue;
        if (needsPlace(target, named) && !hasPlace(table, said)) continue;
        const walked = walk(table, target, said, (code) => this.#codes.isBillable(code));
        if (walked) found.push(this.#score(walked, named, statement, segment));
      }
    found.sort((a, b) => b.said - a.said || b.score - a.score);
    const [best] = found;
    if (!best) return undefined;
    // Tables that the statement says as much for are not chosen among: which one it is stays open.
    const equal = found.filter(
      ({ said: own, walked }) => own > best.said - same && isLike(walked, best.walked),
    );
    if (isCounted(best)) return { ...best, besides: equal.filter((one) => one !== best && isCounted(one)) };
    const tied = withoutUnsaidDevices(equal.map((one) => one.walked));
    const walked = tied.length > 1 ? together(tied) : (tied[0] ?? best.walked);
    const others = found.filter((one) => !equal.includes(one) && one.score > best.score - nearly).slice(0, 3);
    return { ...best, walked, score: best.said - openCost * openPlaces(walked).length, others };
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
    const evident = said / Math.max(all, 0.1) + worth + isSubterm;
    const score = evident - openCost * openPlaces(walked).length;
    return { walked, named, explained, said: evident, score };
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
}

/** Tables of one operation, or of one body system, whose body part is said as well as the other's. */
function isLike(a: Walked, b: Walked): boolean {
  const [one, two] = [a.table.code, b.table.code];
  if (one[0] !== two[0] || (one[1] !== two[1] && one[2] !== two[2])) return false;
  return Math.abs(placeScore(a) - placeScore(b)) < evenly;
}

function isCounted({ walked }: Found): boolean {
  const reason = walked.reasons.get(bodyPart);
  return reason?.kind === 'said' && reason.evidence.counted === true;
}

function placeScore({ reasons }: Walked): number {
  const reason = reasons.get(bodyPart);
  return reason?.kind === 'said' ? reason.evidence.score : 0;
}

/** What stays in the body is told; an operation that needs a device is not meant where none is (guideline B6.1a). */
function withoutUnsaidDevices(walks: readonly Walked[]): readonly Walked[] {
  const isBare = ({ codes }: Walked) => codes.some((code) => code.charAt(device) === 'Z');
  const isUnsaid = ({ reasons, ...walked }: Walked) =>
    !isBare({ reasons, ...walked }) && !['said', 'implied'].includes(reasons.get(device)?.kind ?? '');
  return walks.some(isBare) ? walks.filter((walked) => !isUnsaid(walked)) : walks;
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
