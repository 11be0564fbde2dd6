import { listed, opener, type SegmentUse, type Use } from '../guides/guide.ts';
import { component, type Segment, shownId } from '../tokens/segment.ts';
import { keyMatches } from './frame.ts';
import type { Loop } from './loop.ts';

/** What the walker has to say; `missing` names the segment that is not there, `segment` the place where that showed. */
export interface Misplacement {
  code:
    | 'segment-missing'
    | 'loop-missing'
    | 'segment-repeats'
    | 'loop-repeats'
    | 'segment-order'
    | 'segment-unexpected';
  segment: Segment;
  missing?: string;
  loop: string;
  message: string;
  /** Absent for an error. */
  severity?: 'warning';
}

/** The first segment of a loop was sent twice. */
export function doubled(segment: Segment, { id, use }: Loop): Misplacement {
  const message = `Segment ${segment.id} stands twice, though loop ${id} (${use.label}) has more to say.`;
  return { code: 'segment-repeats', segment, loop: id, message };
}

export function unexpected(segment: Segment, { id }: Loop): Misplacement {
  const message = `Segment ${shownId(segment.id)} is not used here.`;
  return { code: 'segment-unexpected', segment, loop: id, message };
}

export function tooLate(segment: Segment, use: Use, { id }: Loop): Misplacement {
  const message = `Segment ${segment.id} stands too late: it belongs before segments that already came.`;
  return { code: 'segment-order', segment, loop: use.kind === 'loop' ? use.id : id, message };
}

/** `last` is the one with which there are too many. */
export function tooOften(last: Segment, use: Use, loop: Loop): Misplacement {
  const isLoop = use.kind === 'loop';
  return {
    code: isLoop ? 'loop-repeats' : 'segment-repeats',
    segment: isLoop ? last : surplusOf(loop, use, last),
    loop: isLoop ? use.id : loop.id,
    message: isLoop
      ? `Loop ${use.id} (${use.label}) may stand here ${times(use.max)} only.`
      : `Segment ${describe(use)} may stand here ${times(use.max)} only.`,
  };
}

/** A loop that has more segments is none that a person made. */
const longest = 300;

/** Which of too many is one too many: the last, or one that says what another said, where the last does not. */
function surplusOf({ segments }: Loop, use: SegmentUse, last: Segment): Segment {
  // Of one that goes on and on, the last is as good as any: not all are looked through for each.
  if (!use.key || segments.length > longest) return last;
  const { element: at } = use.key;
  const codes = new Set<string>();
  let repeated: Segment | undefined;
  for (const one of segments) {
    if (one.id !== use.id || !keyMatches(use, one)) continue;
    const code = component(one, at, 1);
    if (codes.has(code)) repeated ??= one;
    codes.add(code);
  }
  return codes.has(component(last, at, 1)) ? last : (repeated ?? last);
}

/** The first segment of a loop is missing, though the loop goes on with `segment`. */
export function beheaded(segment: Segment, id: string, label: string, first: SegmentUse): Misplacement {
  const message = `Loop ${id} (${label}) lacks its first segment, ${describe(first)}.`;
  return { code: 'segment-missing', segment, missing: first.id, loop: id, message };
}

/** A child that is due in a loop did not come; `segment` is where that showed. */
export function lacking(segment: Segment, child: Use, { id, use }: Loop): Misplacement {
  const isLoop = child.kind === 'loop';
  const missing = isLoop ? opener(child) : child;
  const where = id === '' ? 'The transaction' : `Loop ${id} (${use.label})`;
  return {
    code: isLoop ? 'loop-missing' : 'segment-missing',
    ...(child.expected && { severity: 'warning' }),
    segment,
    missing: missing.id,
    loop: isLoop ? child.id : id,
    message: isLoop
      ? `${where} lacks loop ${child.id} (${child.label}), which begins with ${describe(missing)}.`
      : `${where} lacks segment ${describe(child)}.`,
  };
}

function describe({ id, label, key }: SegmentUse): string {
  const codes = key && key.codes.size <= 4 ? ` with ${listed(key.codes)}` : '';
  return label === '' ? `${id}${codes}` : `${id}${codes} (${label})`;
}

function times(max: number): string {
  return max === 1 ? 'once' : `${max} times`;
}
