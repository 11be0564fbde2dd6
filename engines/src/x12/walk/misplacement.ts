import { listed, opener, type SegmentUse, type Use } from '../guides/guide.ts';
import { type Segment, shownId } from '../tokens/segment.ts';
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

export function tooOften(segment: Segment, use: Use, { id }: Loop): Misplacement {
  const isLoop = use.kind === 'loop';
  return {
    code: isLoop ? 'loop-repeats' : 'segment-repeats',
    segment,
    loop: isLoop ? use.id : id,
    message: isLoop
      ? `Loop ${use.id} (${use.label}) may stand here ${times(use.max)} only.`
      : `Segment ${describe(use)} may stand here ${times(use.max)} only.`,
  };
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
