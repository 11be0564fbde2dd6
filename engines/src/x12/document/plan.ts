import { type ElementUse, type LoopUse, opener, type SegmentUse } from '../guides/guide.ts';
import { segmentNames } from '../standard/names.ts';
import { camelCase, plural } from './naming.ts';
import { type ElementShape, type Shape, segmentShape } from './shape.ts';
import { reserved } from './tree.ts';

/** A value that need not be given, because the guide requires the element and leaves one code only. */
export interface Fill {
  element: ElementShape;
  value?: string;
  /** Of the components, where the composite is there. */
  parts?: ReadonlyMap<number, Fill>;
}

interface SegmentPlan {
  use: SegmentUse;
  shape: Shape;
  /** By element. */
  fills: ReadonlyMap<number, Fill>;
  /** Elements that the guide requires. */
  required: ReadonlySet<number>;
}

/** A segment or loop as a member of the loop around it. */
export interface Member {
  name: string;
  /** In words; of the segment or loop, in the singular. */
  label: string;
  /** In the guide's order. */
  index: number;
  use: SegmentUse | LoopUse;
  /** A list, because it may come more than once. */
  repeats: boolean;
  /** How the segment is read and written; absent for a loop, whose plan is {@link planOf} its use. */
  segment: SegmentPlan | undefined;
}

/** How a loop becomes an object: its first segment's elements by name, then its members. */
export interface LoopPlan {
  use: LoopUse;
  opener: SegmentPlan;
  members: readonly Member[];
  byName: ReadonlyMap<string, Member>;
  byUse: ReadonlyMap<SegmentUse | LoopUse, Member>;
  /** What is wrong with the labels of the guide here; names were made up instead. */
  faults: readonly string[];
}

const plans = new WeakMap<LoopUse, LoopPlan>();

export function planOf(use: LoopUse): LoopPlan {
  const known = plans.get(use);
  if (known) return known;
  const plan = makePlan(use);
  plans.set(use, plan);
  return plan;
}

function makePlan(use: LoopUse): LoopPlan {
  const first = planSegment(opener(use));
  const taken = new Set<string>([
    ...first.shape.byName.keys(),
    ...first.shape.lists.keys(),
    ...Object.values(reserved),
    ...(use.id === '' ? transactionNames : []),
  ]);
  const faults: string[] = [];
  const members = use.children.slice(1).map((child, index): Member => {
    const { name, label } = memberName(child, taken, (fault) =>
      faults.push(`${use.id || 'transaction'}: ${fault}`),
    );
    taken.add(name);
    const segment = child.kind === 'segment' ? planSegment(child) : undefined;
    return { name, label, index, use: child, repeats: child.max > 1, segment };
  });
  return {
    use,
    opener: first,
    members,
    byName: new Map(members.map((member) => [member.name, member])),
    byUse: new Map(members.map((member) => [member.use, member])),
    faults,
  };
}

/** Members that every transaction has. */
const transactionNames = ['type', 'guide', 'flow', 'segments'];

function memberName(
  use: SegmentUse | LoopUse,
  taken: ReadonlySet<string>,
  fault: (text: string) => void,
): { name: string; label: string } {
  const isLoop = use.kind === 'loop';
  const label = use.label || (isLoop ? '' : (segmentNames.get(use.id)?.label ?? ''));
  if (label === '') fault(`${use.id} needs a label.`);
  const said = label || `${isLoop ? 'loop' : 'segment'} ${use.id}`;
  const name = camelCase(use.max > 1 ? plural(said) : said);
  if (!taken.has(name)) return { name, label: said };
  fault(
    `${describeUse(use)} cannot be called ${name}, which is taken in this loop: give it a label of its own.`,
  );
  for (let n = 2; ; n++) {
    const other = `${name}${n}`;
    if (!taken.has(other)) return { name: other, label: said };
  }
}

function describeUse(use: SegmentUse | LoopUse): string {
  const codes = use.kind === 'segment' && use.key ? `*${[...use.key.codes].join(',')}` : '';
  return use.id + codes;
}

/** Elements that are worked out from what is around them. */
const counted: Readonly<Record<string, readonly number[]>> = { HL: [1, 2, 4], LX: [1] };

function planSegment(use: SegmentUse): SegmentPlan {
  const shape = segmentShape(use.id);
  const required = new Set([...use.elements].flatMap(([at, { required }]) => (required ? [at] : [])));
  const fills = fillsOf(use.elements, shape);
  for (const at of counted[use.id] ?? []) fills.delete(at);
  return { use, shape, fills, required };
}

function fillsOf(uses: ReadonlyMap<number, ElementUse>, shape: Shape): Map<number, Fill> {
  const fills = new Map<number, Fill>();
  for (const [at, { required, codes, parts }] of uses) {
    const element = shape.elements[at - 1];
    if (!element || element.repeats) continue;
    const [value, another] = codes ?? [];
    if (element.parts) {
      const inner = parts && fillsOf(parts, element.parts);
      if (inner && inner.size > 0) fills.set(at, { element, parts: inner });
    } else if (required && value !== undefined && another === undefined) fills.set(at, { element, value });
  }
  return fills;
}
