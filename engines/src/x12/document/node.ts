import type { Loop } from '../walk/loop.ts';
import { orderOf } from './order.ts';
import type { LoopPlan, Member } from './plan.ts';
import { reserved, type TreeObject, type TreeValue } from './tree.ts';

/** A loop on its way into the tree. */
export interface Node {
  /** As the walker knows it; undefined for the transaction. */
  readonly loop: Loop | undefined;
  readonly plan: LoopPlan;
  /** In the loop around it; undefined for the transaction. */
  readonly member: Member | undefined;
  readonly tree: TreeObject;
  /** Index of the member that came last; what is unplaced counts as one beyond all. */
  last: number;
  /** All indices in the order they came, as soon as that is not the guide's. */
  sent: number[] | undefined;
  /** HL01 of this loop or of the nearest around it. */
  level: string | undefined;
  /** HL04 as it was sent. */
  hasChildren: string | undefined;
  /** How many levels and how many LX loops it holds so far. */
  levels: number;
  numbered: number;
  /** What {@link last} was around it before it came. */
  readonly lastBefore: number;
}

export function newNode(
  loop: Loop | undefined,
  plan: LoopPlan,
  member: Member | undefined,
  tree: TreeObject,
  around: Node | undefined,
): Node {
  return {
    loop,
    plan,
    member,
    tree,
    last: 0,
    sent: undefined,
    level: around?.level,
    hasChildren: undefined,
    levels: 0,
    numbered: 0,
    lastBefore: around?.last ?? 0,
  };
}

export function addMember(node: Node, { name, repeats, index }: Member, value: TreeObject): void {
  note(node, index);
  const found = node.tree[name];
  if (Array.isArray(found)) found.push(value);
  else if (found !== undefined) node.tree[name] = [found, value];
  else node.tree[name] = repeats ? [value] : value;
}

export function addUnplaced(node: Node, raw: TreeValue): void {
  note(node, node.plan.members.length);
  const list = node.tree[reserved.unplaced];
  if (Array.isArray(list)) list.push(raw);
  else node.tree[reserved.unplaced] = [raw];
}

/** Takes the last of a member away again. */
export function removeLast(tree: TreeObject, name: string): void {
  const found = tree[name];
  if (Array.isArray(found) && found.length > 1) found.pop();
  else delete tree[name];
}

/** Says in what order members came, where that is not the guide's. */
export function noteOrder({ plan, tree, sent }: Node): void {
  const order = sent && orderOf(sent, (index) => plan.members[index]?.name ?? reserved.unplaced);
  if (order) tree[reserved.order] = order;
}

/** To be called before the member that came is added. */
function note(node: Node, index: number): void {
  if (index < node.last) node.sent ??= sentInOrder(node);
  node.last = index;
  node.sent?.push(index);
}

/** What a loop holds so far, which all came in the guide's order. */
function sentInOrder({ plan, tree }: Node): number[] {
  const sent: number[] = [];
  const add = (value: TreeValue | undefined, index: number) => {
    const times = value === undefined ? 0 : Array.isArray(value) ? value.length : 1;
    for (let time = 0; time < times; time++) sent.push(index);
  };
  for (const { name, index } of plan.members) add(tree[name], index);
  add(tree[reserved.unplaced], plan.members.length);
  return sent;
}
