import { inOrder, type Placed } from './order.ts';
import { type LoopPlan, type Member, planOf } from './plan.ts';
import { isObject, reserved } from './tree.ts';
import type { Wire } from './wire.ts';
import { fillIn, namesOf, Parts, writeNamed, writeParts } from './write-segment.ts';

type Work = () => void;

/** What a loop knows of those around it. */
interface Around {
  /** HL01 of the nearest level. */
  level: string | undefined;
  /** How many LX loops it holds so far. */
  numbered: number;
}

/** A member of a loop, as a document gives it. */
interface Given {
  member: Member;
  value: unknown;
}

/** A loop without the elements of its first segment. */
interface Content {
  members: Given[];
  order: unknown;
  unplaced: unknown;
  isHeadless: boolean;
}

/** Writes the segments of one transaction between ST and SE. */
export class TreeWriter {
  readonly #wire: Wire;
  #levels = 0;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** `isOwn` says which members of the transaction are for others to write. */
  transaction(plan: LoopPlan, tree: Record<string, unknown>, isOwn: (name: string) => boolean): void {
    const content = this.#content(plan, tree, ([name]) => isOwn(name), []);
    this.#members(plan, content, { level: undefined, numbered: 0 });
  }

  /** Sorts the members of an object; `write` takes those that are elements. */
  #content(
    plan: LoopPlan,
    tree: Record<string, unknown>,
    write: (entry: [string, unknown]) => boolean,
    names: readonly string[],
  ): Content {
    const content: Content = { members: [], order: undefined, unplaced: undefined, isHeadless: false };
    let last = 0;
    let isSorted = true;
    for (const entry of Object.entries(tree)) {
      const [name, value] = entry;
      const member = plan.byName.get(name);
      if (value === undefined) continue;
      if (member && !write(entry)) {
        content.members.push({ member, value });
        isSorted &&= member.index >= last;
        last = member.index;
      } else if (name === reserved.order) content.order = value;
      else if (name === reserved.unplaced) content.unplaced = value;
      else if (name === reserved.headless) content.isHeadless = value === true;
      else if (!member && !write(entry)) throw this.#wire.unknown(name, [...names, ...plan.byName.keys()]);
    }
    if (!isSorted) content.members.sort((one, other) => one.member.index - other.member.index);
    return content;
  }

  #member({ use, segment }: Member, value: unknown, around: Around): void {
    const wire = this.#wire;
    if (use.kind === 'loop') {
      this.#loop(planOf(use), value, around);
      return;
    }
    if (!segment) return;
    const parts = writeParts(segment.shape, segment.fills, value, wire);
    fillIn(parts, segment.fills);
    if (use.id === 'BIN') parts.fill(1, String(parts.get(2).length));
    if (use.id === 'BDS') parts.fill(2, String(parts.get(3).length));
    wire.emit(use.id, parts.sent());
  }

  #loop(plan: LoopPlan, value: unknown, around: Around): void {
    const wire = this.#wire;
    if (!isObject(value)) throw wire.error('must be an object');
    const { shape, fills, use } = plan.opener;
    const parts = new Parts();
    const write = (entry: [string, unknown]) => writeNamed(parts, shape, fills, entry, wire);
    const content = this.#content(plan, value, write, namesOf(shape));
    const inner: Around = { level: around.level, numbered: 0 };
    if (!content.isHeadless) {
      fillIn(parts, fills);
      if (use.id === 'LX') parts.fill(1, String(++around.numbered));
      if (use.id === 'HL') inner.level = this.#level(plan, parts, around, content);
      wire.emit(use.id, parts.sent());
    }
    this.#members(plan, content, inner);
  }

  /** Numbers a level, and answers its number. */
  #level({ opener }: LoopPlan, parts: Parts, around: Around, { members }: Content): string {
    parts.fill(1, String(++this.#levels));
    if (opener.required.has(2) && around.level !== undefined) parts.fill(2, around.level);
    if (opener.required.has(4)) {
      const hasLevels = members.some(({ member, value }) => isLevel(member) && hasHead(value));
      parts.fill(4, hasLevels ? '1' : '0');
    }
    return parts.get(1);
  }

  /** Writes the members of a loop in the order they are due. */
  #members(plan: LoopPlan, { members, order, unplaced }: Content, around: Around): void {
    if (order !== undefined || unplaced !== undefined) {
      const placed = this.#placed(members, around);
      placed.push(...this.#unplaced(unplaced));
      for (const work of inOrder(placed, this.#order(plan, order))) work();
      return;
    }
    for (const { member, value } of members) this.#each(member, value, around, (work) => work());
  }

  #placed(members: readonly Given[], around: Around): Placed<Work>[] {
    const placed: Placed<Work>[] = [];
    for (const { member, value } of members) {
      const { name } = member;
      this.#each(member, value, around, (work) => {
        placed.push({ name, item: work });
      });
    }
    return placed;
  }

  /** Hands over the work of writing each of a member. */
  #each(member: Member, value: unknown, around: Around, take: (work: Work) => void): void {
    const wire = this.#wire;
    const { name } = member;
    if (!Array.isArray(value)) {
      if (member.repeats) throw wire.into(name, () => wire.error('must be a list'));
      take(() => wire.into(name, () => this.#member(member, value, around)));
      return;
    }
    value.forEach((one: unknown, index) => {
      take(() => wire.into(name, () => wire.into(index, () => this.#member(member, one, around))));
    });
  }

  #unplaced(value: unknown): Placed<Work>[] {
    const wire = this.#wire;
    const name = reserved.unplaced;
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw wire.into(name, () => wire.error('must be a list of segments'));
    return value.map((raw: unknown, index) => ({
      name,
      item: () => wire.into(name, () => wire.into(index, () => writeRaw(raw, wire))),
    }));
  }

  #order(plan: LoopPlan, value: unknown): string[] {
    if (value === undefined) return [];
    const wire = this.#wire;
    return wire.into(reserved.order, () => {
      if (!Array.isArray(value)) throw wire.error('must be a list of names');
      return value.map((name: unknown, index): string => {
        if (typeof name === 'string' && (plan.byName.has(name) || name === reserved.unplaced)) return name;
        throw wire.into(index, () => wire.error('names nothing that may stand in this loop'));
      });
    });
  }
}

function isLevel({ use }: Member): boolean {
  return use.kind === 'loop' && planOf(use).opener.use.id === 'HL';
}

/** Whether a member is there whose first segment is. */
function hasHead(value: unknown): boolean {
  const loops: unknown[] = Array.isArray(value) ? value : [value];
  return loops.some((loop) => isObject(loop) && loop[reserved.headless] !== true);
}

/** A segment without names. */
export function writeRaw(raw: unknown, wire: Wire): void {
  const [id, ...elements]: unknown[] = Array.isArray(raw) ? raw : [];
  if (typeof id !== 'string')
    throw wire.error('must be a segment: a list of its identifier and its elements');
  const isBinary = id === 'BIN' || id === 'BDS';
  const texts = elements.map((element, index) =>
    wire.into(index + 1, () => (isBinary && index > 0 ? wire.binary(element) : rawElement(element, wire))),
  );
  wire.emit(wire.text(id), texts);
}

function rawElement(element: unknown, wire: Wire): string {
  if (!isObject(element)) return rawSingle(element, wire);
  const { repeated } = element;
  return wire.into('repeated', () => {
    if (!Array.isArray(repeated)) throw wire.error('must be a list');
    return wire.repeated(repeated.map((one: unknown, index) => wire.into(index, () => rawSingle(one, wire))));
  });
}

function rawSingle(value: unknown, wire: Wire): string {
  if (!Array.isArray(value)) return wire.text(value);
  return value
    .map((part: unknown, index) => wire.into(index, () => wire.text(part)))
    .join(wire.delimiters.component);
}
