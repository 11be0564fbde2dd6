import { type ElementUse, type Guide, type LoopUse, opener, type SegmentUse } from '../guides/guide.ts';
import { composites } from '../standard/composites.ts';
import { segmentLayouts } from '../standard/segments.ts';

/** Parts of a segment or composite that some guide uses; true for those that every use requires. */
type Parts = Map<number, boolean>;

/** How all guides together use segments and composites: what is optional anywhere is optional. */
export interface MergedUses {
  /** Of segments that are members of a loop, not its first. */
  segments: ReadonlyMap<string, ReadonlyMap<number, boolean>>;
  composites: ReadonlyMap<string, ReadonlyMap<number, boolean>>;
}

export function mergeUses(guides: readonly Guide[]): MergedUses {
  const segments = new Map<string, Parts>();
  const inner = new Map<string, Parts>();
  const addSegment = (use: SegmentUse, isMember: boolean) => {
    if (isMember) merge(segments, use.id, use.elements);
    const layout = segmentLayouts.get(use.id);
    for (const [at, element] of use.elements) {
      const of = layout?.parts[at - 1]?.of ?? '';
      if (composites.has(of)) merge(inner, of, element.parts ?? everyPart(of));
    }
  };
  const addLoop = (loop: LoopUse) => {
    for (const child of loop.children) {
      if (child.kind === 'loop') addLoop(child);
      else addSegment(child, child !== opener(loop));
    }
  };
  for (const { root } of guides) addLoop(root);
  return { segments, composites: inner };
}

function merge(all: Map<string, Parts>, id: string, uses: ReadonlyMap<number, ElementUse>): void {
  const known = all.get(id);
  if (!known) {
    all.set(id, new Map([...uses].map(([at, { required }]) => [at, required])));
    return;
  }
  for (const at of known.keys()) if (!uses.get(at)?.required) known.set(at, false);
  for (const at of uses.keys()) if (!known.has(at)) known.set(at, false);
}

/** Where a guide says nothing of the components, all may be sent. */
function everyPart(id: string): Map<number, ElementUse> {
  const parts = composites.get(id)?.parts ?? [];
  return new Map(parts.map((part, index) => [index + 1, { required: part.mandatory }]));
}
