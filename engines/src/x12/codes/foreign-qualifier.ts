import { opener } from '../guides/guide.ts';
import { component, element, type Segment } from '../tokens/segment.ts';
import { keyMatches } from '../walk/frame.ts';
import type { Loop } from '../walk/loop.ts';
import type { PlacedCode } from './code-places.ts';

/** The qualifier that binds the code to its set is none that the guide takes there: that is the finding. */
export function isForeign(
  segment: Segment,
  { use }: Loop,
  { index, part }: Pick<PlacedCode, 'index' | 'part'>,
): boolean {
  const known = (use.byOpener.get(segment.id) ?? []).map((one) => (one.kind === 'loop' ? opener(one) : one));
  const uses = known.filter((one) => keyMatches(one, segment));
  const [first] = use.children;
  if (first?.kind === 'segment' && first.id === segment.id && keyMatches(first, segment)) uses.push(first);
  const qualifier = part === undefined ? element(segment, index - 1) : component(segment, index, 1);
  // No segment of the kind has such a qualifier here.
  if (uses.length === 0)
    return known.some(({ key }) => key?.element === (part === undefined ? index - 1 : index));
  return uses.every(({ elements }) => {
    const at = part === undefined ? elements.get(index - 1) : elements.get(index)?.parts?.get(1);
    return at?.codes !== undefined && !at.codes.has(qualifier);
  });
}
