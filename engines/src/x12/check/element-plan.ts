import type { ElementUse, SegmentUse } from '../guides/guide.ts';
import { composites } from '../standard/composites.ts';
import { type DataElement, dataElements } from '../standard/elements.ts';
import type { Layout, LayoutPart, Relation } from '../standard/layout.ts';
import { segmentLayouts } from '../standard/segments.ts';

/** All there is to know of an element before its text is seen: what the standard says of it, and the guide. */
export interface ElementPlan {
  /** `CLM05`, or `CLM05-3` for a component. */
  name: string;
  /** By the standard. */
  mandatory: boolean;
  /** By the guide. */
  required: boolean;
  isUsed: boolean;
  /** Where the guide is not followed and receivers do not mind. */
  expected: boolean;
  leftOver: boolean;
  /** The elements that are given together with it or not at all: by them the standard tells that it is missing. */
  partners: readonly number[];
  /** How often it may stand there, divided by the repetition separator. */
  repeats: number;
  codes: ReadonlySet<string> | undefined;
  /** What it holds, where it has no components. */
  data: DataElement | undefined;
  composite: PartsPlan | undefined;
}

/** The parts of a segment or of a composite. */
export interface PartsPlan {
  parts: readonly ElementPlan[];
  relations: readonly Relation[];
  /** The names of the parts, counted from 1, for messages. */
  names: readonly string[];
}

const ofUses = new WeakMap<SegmentUse, PartsPlan>();
const ofStandard = new Map<string, PartsPlan>();

/** The plan for a segment as a guide uses it, or by the standard alone; undefined for an unknown segment. */
export function planFor(id: string, use: SegmentUse | undefined): PartsPlan | undefined {
  const known = use ? ofUses.get(use) : ofStandard.get(id);
  if (known) return known;
  const layout = segmentLayouts.get(id);
  if (!layout) return undefined;
  const plan = planParts(layout, (n) => `${id}${String(n).padStart(2, '0')}`, use?.elements);
  if (use) ofUses.set(use, plan);
  else ofStandard.set(id, plan);
  return plan;
}

function planParts(
  { parts, relations }: Layout,
  nameOf: (n: number) => string,
  uses: ReadonlyMap<number, ElementUse> | undefined,
): PartsPlan {
  const plans = parts.map((part, index) =>
    planElement(part, nameOf(index + 1), uses === undefined ? 'all' : uses.get(index + 1)),
  );
  for (const { kind, elements } of relations) {
    if (kind !== 'P') continue;
    for (const n of elements) {
      const plan = plans[n - 1];
      if (plan) plan.partners = elements.filter((other) => other !== n);
    }
  }
  const isUsed = (n: number) => plans[n - 1]?.isUsed === true || plans[n - 1]?.leftOver === true;
  return {
    parts: plans,
    relations: uses === undefined ? relations : relations.flatMap((one) => asUsed(one, isUsed)),
    names: ['', ...plans.map(({ name }) => name)],
  };
}

/** A condition among the elements that the guide uses: of one that it does not, that is all there is to say. */
function asUsed({ kind, elements }: Relation, isUsed: (n: number) => boolean): Relation[] {
  const [head = 0] = elements;
  const used = elements.filter(isUsed);
  if (kind === 'R') return used.length === 0 ? [] : [{ kind, elements: used }];
  // C and L speak of what stands beside their first one.
  const isMoot = used.length < 2 || ((kind === 'C' || kind === 'L') && !isUsed(head));
  return isMoot ? [] : [{ kind, elements: used }];
}

function planElement(
  { of, mandatory, repeats }: LayoutPart,
  name: string,
  use: ElementUse | 'all' | undefined,
): ElementPlan {
  const known = use === 'all' ? undefined : use;
  const layout = composites.get(of);
  return {
    name,
    mandatory,
    required: known?.required ?? false,
    isUsed: use !== undefined && !known?.leftOver,
    expected: known?.expected ?? false,
    leftOver: known?.leftOver ?? false,
    partners: [],
    repeats,
    codes: known?.codes,
    data: dataElements.get(of),
    composite: layout && planParts(layout, (n) => `${name}-${n}`, known?.parts),
  };
}
