import fc, { type Arbitrary } from 'fast-check';
import {
  type ElementUse,
  type Guide,
  type LoopUse,
  opener,
  type SegmentUse,
  type Use,
} from '../guides/guide.ts';
import { composites } from '../standard/composites.ts';
import { dataElements } from '../standard/elements.ts';
import type { Layout } from '../standard/layout.ts';
import { segmentLayouts } from '../standard/segments.ts';
import { type Dice, randomValue } from './random-value.ts';

/**
 * Transactions of a guide with what it requires and, by chance, what it allows, each use in its place: valid
 * at SNIP 1 and 2, though their amounts, numbers and situations make no sense. Each is a list of segments,
 * and these lists of elements, from ST to SE.
 */
export function arbitraryTransaction(guide: Guide, version: string): Arbitrary<string[][]> {
  return fc.integer({ min: 1, max: 0x7fff_ffff }).map((seed) => {
    const transaction = new RandomTransaction(guide, dice(seed));
    return transaction.write(version);
  });
}

/** A generator of its own, so that one number stands for one transaction. */
function dice(seed: number): Dice {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * limit);
  };
}

/** What a loop knows of those around it. */
interface Around {
  level: string;
  depth: number;
}

class RandomTransaction {
  readonly #guide: Guide;
  readonly #dice: Dice;
  #levels = 0;

  constructor(guide: Guide, roll: Dice) {
    this.#guide = guide;
    this.#dice = roll;
  }

  write(version: string): string[][] {
    const { root, purposes } = this.#guide;
    const [st, ...segments] = this.#children(root.children, { level: '', depth: 0 }, { count: 0 });
    const [, set = '', , versionAt] = st ?? [];
    const middle = segments.filter(([id]) => id !== 'SE');
    const [bht] = middle;
    if (purposes?.[0] !== undefined && bht?.[0] === 'BHT') bht[2] = purposes[0];
    const head = versionAt === undefined ? ['ST', set, '0001'] : ['ST', set, '0001', version];
    return [head, ...middle, ['SE', String(middle.length + 2), '0001']];
  }

  /** Uses that may come in any order do so. */
  #children(children: readonly Use[], around: Around, lines: { count: number }): string[][] {
    const ranks = new Map<number, string[][][]>();
    let holdsLevels = false;
    for (const child of children) {
      // A level of the outer kind after one of the inner kind would be taken for a part of that.
      const isLevel = child.kind === 'loop' && opener(child).id === 'HL';
      if (isLevel && holdsLevels) continue;
      const all = ranks.get(child.rank) ?? [];
      ranks.set(child.rank, all);
      for (let times = this.#times(child, around.depth); times > 0; times--) {
        holdsLevels ||= isLevel;
        all.push(
          child.kind === 'loop' ? this.#loop(child, around, lines) : [this.#segment(child, around, lines)],
        );
      }
    }
    const mayMove = (rank: number) => !overlap(children.filter((child) => child.rank === rank));
    return [...ranks].flatMap(([rank, all]) => (mayMove(rank) ? this.#shuffled(all) : all).flat());
  }

  #times(use: Use, depth: number): number {
    const isNeeded = use.required || use.expected === true;
    const most = Math.min(use.max, this.#dice(4) === 0 ? 3 : 1);
    const chance = use.kind === 'loop' ? 2 + depth : 3;
    if (!isNeeded && this.#dice(chance) > 0) return 0;
    return 1 + this.#dice(most);
  }

  #loop(use: LoopUse, around: Around, lines: { count: number }): string[][] {
    const first = this.#segment(opener(use), around, lines);
    const level = first[0] === 'HL' ? (first[1] ?? '') : around.level;
    const inner = { level, depth: around.depth + 1 };
    const rest = this.#children(use.children.slice(1), inner, { count: 0 });
    const holdsLevels = rest.some(([id]) => id === 'HL');
    const flags = [...(opener(use).elements.get(4)?.codes ?? [])];
    if (first[0] === 'HL' && flags.length > 1) first[4] = holdsLevels ? '1' : '0';
    return [first, ...rest];
  }

  #segment(use: SegmentUse, around: Around, lines: { count: number }): string[] {
    const { id, elements } = use;
    const layout = segmentLayouts.get(id);
    if (!layout) throw new Error(`no layout of ${id}`);
    const texts = this.#parts(layout, elements);
    if (id === 'HL') {
      texts[0] = String(++this.#levels);
      if (elements.has(2)) texts[1] = around.level;
    }
    // Some senders number in their own way.
    if (id === 'LX' && this.#dice(5) > 0) texts[0] = String(++lines.count);
    if (id === 'BIN') texts[0] = String(texts[1]?.length ?? 0);
    if (id === 'BDS') texts[1] = String(texts[2]?.length ?? 0);
    return [id, ...texts];
  }

  /** The elements of a segment or the components of a composite, without what is empty at the end. */
  #parts(layout: Layout, uses: ReadonlyMap<number, ElementUse> | undefined): string[] {
    const wanted = this.#wanted(layout, uses);
    const texts: string[] = [];
    layout.parts.forEach(({ of, repeats }, index) => {
      if (!wanted.has(index + 1)) {
        texts.push('');
        return;
      }
      const use = uses?.get(index + 1);
      const times = repeats > 1 ? 1 + this.#dice(Math.min(3, repeats)) : 1;
      const values = Array.from({ length: times }, () => this.#value(of, use, texts[index - 1] ?? ''));
      texts.push(values.join('^'));
    });
    while (texts.at(-1) === '') texts.pop();
    return texts;
  }

  /** What is required and some of what is not, as the conditions of the segment allow. */
  #wanted({ parts, relations }: Layout, uses: ReadonlyMap<number, ElementUse> | undefined): Set<number> {
    const isUsed = (at: number) => uses === undefined || (uses.has(at) && !uses.get(at)?.leftOver);
    const needed = new Set<number>();
    const wanted = new Set<number>();
    parts.forEach(({ mandatory }, index) => {
      const use = uses?.get(index + 1);
      if (mandatory || use?.required || use?.expected) needed.add(index + 1);
      else if (isUsed(index + 1) && this.#dice(5) < 2) wanted.add(index + 1);
    });
    for (const at of needed) wanted.add(at);
    // A composite that is sent holds something.
    const any = parts.findIndex((_, index) => isUsed(index + 1));
    if (wanted.size === 0) wanted.add(any + 1);
    for (let pass = 0; pass < 8; pass++) {
      for (const { kind, elements } of relations) {
        const [head = 0, ...rest] = elements;
        const given = elements.filter((at) => wanted.has(at));
        const missing = elements.filter((at) => !wanted.has(at) && isUsed(at));
        const drop = (all: readonly number[]) => {
          for (const at of all) if (!needed.has(at)) wanted.delete(at);
        };
        const some = missing[this.#dice(missing.length)];
        if (kind === 'R' && given.length === 0 && some !== undefined) wanted.add(some);
        if (kind === 'E' && given.length > 1) drop(given.slice(1));
        if (kind === 'P' && given.length > 0 && given.length < elements.length) {
          if (given.length + missing.length === elements.length) for (const at of missing) wanted.add(at);
          else drop(given);
        }
        if (!wanted.has(head)) continue;
        if (kind === 'C' && given.length < elements.length) {
          if (rest.every(isUsed)) for (const at of rest) wanted.add(at);
          else drop([head]);
        }
        if (kind === 'L' && given.length === 1) {
          if (some === undefined) drop([head]);
          else wanted.add(some);
        }
      }
    }
    return wanted;
  }

  #value(of: string, use: ElementUse | undefined, before: string): string {
    const composite = composites.get(of);
    if (composite) return this.#parts(composite, use?.parts).join(':');
    if (use?.codes) return [...use.codes][this.#dice(use.codes.size)] ?? '';
    const data = dataElements.get(of);
    if (!data) throw new Error(`no data element ${of}`);
    return randomValue(data, before, this.#dice);
  }

  #shuffled<T>(items: readonly T[]): T[] {
    const rest = [...items];
    const shuffled: T[] = [];
    while (rest.length > 0) shuffled.push(...rest.splice(this.#dice(rest.length), 1));
    return shuffled;
  }
}

/** Whether a segment could be taken for another of several uses, so that their order tells which it is. */
function overlap(uses: readonly Use[]): boolean {
  const keys = uses.map((use) => (use.kind === 'loop' ? opener(use) : use).key?.codes);
  return (
    uses.length > 1 &&
    keys.some((codes, at) => {
      const others = keys.filter((_, other) => other !== at);
      return codes === undefined || [...codes].some((code) => others.some((other) => other?.has(code)));
    })
  );
}
