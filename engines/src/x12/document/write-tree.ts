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

/** Writes the segments of one transaction between ST and SE. */
export class TreeWriter {
  readonly #wire: Wire;
  #levels = 0;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** `isOwn` says which members of the transaction are for others to write. */
  transaction(plan: LoopPlan, tree: Record<string, unknown>, isOwn: (name: string) => boolean): void {
    const members = new Map<string, unknown>();
    for (const [name, value] of Object.entries(tree)) {
      if (value === undefined || isOwn(name)) continue;
      if (!isMember(plan, name))
        throw this.#wire.unknown(
          name,
          plan.members.map((member) => member.name),
        );
      members.set(name, value);
    }
    const around: Around = { level: undefined, numbered: 0 };
    this.#members(plan, members, (member, value) => this.#member(member, value, around));
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
    const members = new Map<string, unknown>();
    for (const entry of Object.entries(value)) {
      const [name, one] = entry;
      if (one === undefined) continue;
      if (isMember(plan, name)) members.set(name, one);
      else if (!writeNamed(parts, shape, fills, entry, wire))
        throw wire.unknown(name, [...namesOf(shape), ...plan.byName.keys()]);
    }
    const inner: Around = { level: around.level, numbered: 0 };
    if (members.get(reserved.headless) !== true) {
      fillIn(parts, fills);
      if (use.id === 'LX') parts.fill(1, String(++around.numbered));
      if (use.id === 'HL') inner.level = this.#level(plan, parts, around, members);
      wire.emit(use.id, parts.sent());
    }
    this.#members(plan, members, (member, one) => this.#member(member, one, inner));
  }

  /** Numbers a level, and answers its number. */
  #level(
    { opener, members }: LoopPlan,
    parts: Parts,
    around: Around,
    given: ReadonlyMap<string, unknown>,
  ): string {
    parts.fill(1, String(++this.#levels));
    if (opener.required.has(2) && around.level !== undefined) parts.fill(2, around.level);
    if (opener.required.has(4)) {
      const hasLevels = members.some((member) => isLevel(member) && hasHead(given.get(member.name)));
      parts.fill(4, hasLevels ? '1' : '0');
    }
    return parts.get(1);
  }

  /** Writes the members of a loop in the order they are due. */
  #members(
    plan: LoopPlan,
    given: ReadonlyMap<string, unknown>,
    write: (member: Member, value: unknown) => void,
  ): void {
    const wire = this.#wire;
    const placed = plan.members.flatMap((member): Placed<Work>[] => {
      const value = given.get(member.name);
      if (value === undefined) return [];
      const { name } = member;
      if (!Array.isArray(value)) {
        if (member.repeats) throw wire.into(name, () => wire.error('must be a list'));
        return [{ name, item: () => wire.into(name, () => write(member, value)) }];
      }
      return value.map((one: unknown, index) => ({
        name,
        item: () => wire.into(name, () => wire.into(index, () => write(member, one))),
      }));
    });
    placed.push(...this.#unplaced(given.get(reserved.unplaced)));
    const order = this.#order(plan, given.get(reserved.order));
    for (const work of order ? inOrder(placed, order) : placed.map(({ item }) => item)) work();
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

  #order(plan: LoopPlan, value: unknown): string[] | undefined {
    if (value === undefined) return undefined;
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

function isMember(plan: LoopPlan, name: string): boolean {
  return plan.byName.has(name) || name in reserved;
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
