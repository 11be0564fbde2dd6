import type { Guide, SegmentUse } from '../guides/guide.ts';
import { type Delimiters, element, type Segment } from '../tokens/segment.ts';
import type { Loop } from '../walk/loop.ts';
import type { Walk } from '../walk/walk.ts';
import { addMember, addUnplaced, type Node, newNode, noteOrder, removeLast } from './node.ts';
import { planOf } from './plan.ts';
import { type Expected, rawSegment, readElements, settleFills } from './read-segment.ts';
import { reserved, type TreeObject, type TreeValue } from './tree.ts';

/** What a `DocumentUnit` is before its shape is known. */
export interface BareUnit {
  type: string;
  loop: string;
  tree: TreeObject;
  around: readonly TreeObject[];
}

/**
 * Makes the tree of one transaction out of what a walk along its guide tells, ST and SE apart. Before each
 * segment is placed it has to be announced, and afterwards settled. With `unit`, the loops that the guide calls
 * units (claims and the levels around them) are handed over when they close and are not kept.
 */
export class TreeBuilder implements Walk {
  readonly #nodes: Node[];
  readonly #guide: Guide;
  readonly #unit: ((unit: BareUnit) => void) | undefined;
  #levels = 0;
  /** What was announced and is not placed yet. */
  #current: Segment | undefined;
  /** A level that the walker may place when it sees what follows. */
  #waiting: Segment | undefined;
  #delimiters: Delimiters | undefined;
  /** What stood without a place in loops that were undone. */
  #forsaken: TreeValue[] = [];

  constructor(guide: Guide, tree: TreeObject, unit?: (unit: BareUnit) => void) {
    this.#guide = guide;
    this.#unit = unit;
    this.#nodes = [newNode(undefined, planOf(guide.root), undefined, tree, undefined)];
  }

  /** `segment` comes next. */
  announce(segment: Segment): void {
    this.#current = segment;
    this.#delimiters = segment.delimiters;
  }

  /** Keeps what was announced and found no place. */
  settle(): void {
    const segment = this.#current;
    if (segment === undefined) return;
    this.#current = undefined;
    this.#giveUpWaiting();
    if (segment.id === 'HL') this.#waiting = segment;
    else addUnplaced(this.#top(), rawSegment(segment));
  }

  #giveUpWaiting(): void {
    if (this.#waiting) addUnplaced(this.#top(), rawSegment(this.#waiting));
    this.#waiting = undefined;
  }

  headless(loop: Loop): void {
    this.#follow(loop.parent);
    this.#open(loop, { [reserved.headless]: true });
  }

  #top(): Node {
    const node = this.#nodes.at(-1);
    if (!node) throw new Error('the transaction has ended');
    return node;
  }

  placed(segment: Segment, use: SegmentUse, loop: Loop): void {
    if (segment.ordinal === this.#waiting?.ordinal) this.#waiting = undefined;
    else {
      this.#giveUpWaiting();
      this.#current = undefined;
    }
    const isFirst = loop.parent !== undefined && planOf(loop.use).opener.use === use;
    this.#follow(isFirst ? loop.parent : loop);
    const sent = this.#asDeclared(segment);
    if (isFirst) this.#openLoop(sent, loop);
    else if (use.id !== 'ST' && use.id !== 'SE') this.#member(sent, use);
  }

  /** Who walks may go by separators that the file uses though it declares others; the tree keeps what was sent. */
  #asDeclared(segment: Segment): Segment {
    const declared = this.#delimiters;
    if (declared === undefined || declared === segment.delimiters) return segment;
    return { ...segment, delimiters: declared };
  }

  /**
   * Makes sure that `loop` is the innermost. The walker may find by the second segment of a loop that the
   * first belongs to another loop, and goes on there.
   */
  #follow(loop: Loop | undefined): void {
    if (this.#top().loop !== loop) {
      while (this.#nodes.length > 1 && !isWithin(loop, this.#top().loop)) this.#forsake();
      const [first] = loop?.segments ?? [];
      if (loop?.parent && first && this.#top().loop !== loop) this.#openLoop(this.#asDeclared(first), loop);
    }
    this.#settleForsaken();
  }

  /** Undoes the innermost loop, of which nothing but the first segment was read. */
  #forsake(): void {
    const node = this.#nodes.pop();
    const around = this.#top();
    if (!node?.member) return;
    const { id } = node.plan.opener.use;
    if (node.tree[reserved.headless] === undefined) {
      if (id === 'LX') around.numbered--;
      if (id === 'HL') {
        around.levels--;
        this.#levels--;
      }
    }
    around.last = node.lastBefore;
    around.sent?.pop();
    removeLast(around.tree, node.member.name);
    const unplaced = node.tree[reserved.unplaced];
    if (!Array.isArray(unplaced)) return;
    // Its first segment goes on elsewhere, also where it has not the shape of its kind.
    const isOpenerRaw = node.tree[reserved.headless] === true && node.loop?.segments[0]?.id === id;
    this.#forsaken.unshift(...(isOpenerRaw ? unplaced.slice(1) : unplaced));
  }

  #settleForsaken(): void {
    for (const raw of this.#forsaken) addUnplaced(this.#top(), raw);
    this.#forsaken = [];
  }

  #openLoop(segment: Segment, loop: Loop): void {
    const around = this.#top();
    const { opener } = planOf(loop.use);
    const tree: TreeObject = {};
    if (!readElements(segment, opener.shape, tree, this.#expected(segment, around, opener.required))) {
      addUnplaced(this.#open(loop, { [reserved.headless]: true }), rawSegment(segment));
      return;
    }
    settleFills(tree, opener.fills);
    const node = this.#open(loop, tree);
    if (segment.id === 'LX') around.numbered++;
    else if (segment.id === 'HL') {
      this.#levels++;
      around.levels++;
      node.level = element(segment, 1);
      node.hasChildren = segment.elements[4];
    }
  }

  /** What writing works out for the first segment of a loop. */
  #expected(segment: Segment, around: Node, required: ReadonlySet<number>): Expected | undefined {
    if (segment.id === 'LX') return [undefined, String(around.numbered + 1)];
    if (segment.id !== 'HL') return undefined;
    const parent = required.has(2) ? around.level : undefined;
    // Whether there are levels below is known when the loop closes.
    return [undefined, String(this.#levels + 1), parent, undefined, segment.elements[4]];
  }

  #open(loop: Loop, tree: TreeObject): Node {
    const around = this.#top();
    const member = around.plan.byUse.get(loop.use);
    const node = newNode(loop, planOf(loop.use), member, tree, around);
    if (member) addMember(around, member, tree);
    this.#nodes.push(node);
    return node;
  }

  #member(segment: Segment, use: SegmentUse): void {
    const node = this.#top();
    const member = node.plan.byUse.get(use);
    const tree: TreeObject = {};
    if (!member?.segment || !readElements(segment, member.segment.shape, tree, binaryLength(segment))) {
      addUnplaced(node, rawSegment(segment));
      return;
    }
    settleFills(tree, member.segment.fills);
    addMember(node, member, tree);
  }

  closed(loop: Loop): void {
    while (this.#nodes.length > 1 && this.#top().loop !== loop) this.#forsake();
    if (this.#nodes.length === 1) {
      this.#settleForsaken();
      this.#giveUpWaiting();
    }
    const node = this.#nodes.pop();
    if (!node) return;
    const { plan, tree, member, hasChildren } = node;
    noteOrder(node);
    if (plan.opener.use.id === 'HL' && tree[reserved.headless] === undefined) {
      const isRequired = plan.opener.required.has(4);
      const due = isRequired ? (node.levels > 0 ? '1' : '0') : undefined;
      if (hasChildren !== due) tree.hasChildren = hasChildren ?? null;
    }
    if (!this.#unit || !member || !this.#guide.units.has(plan.use.id)) return;
    removeLast(this.#top().tree, member.name);
    this.#unit({
      type: this.#guide.type,
      loop: plan.use.id,
      tree,
      around: this.#nodes.map((one) => one.tree),
    });
  }
}

/** Whether `inner` is `outer` or in it. */
function isWithin(inner: Loop | undefined, outer: Loop | undefined): boolean {
  let at = inner;
  while (at !== undefined && at !== outer) at = at.parent;
  return at === outer;
}

/** The length of binary data is worked out. */
function binaryLength({ id, elements }: Segment): Expected | undefined {
  if (id === 'BIN') return [undefined, String(elements[2]?.length ?? 0)];
  if (id === 'BDS') return [undefined, undefined, String(elements[3]?.length ?? 0)];
  return undefined;
}
