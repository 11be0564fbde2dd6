import { type Guide, type LoopUse, listed, opener, type SegmentUse } from './guide.ts';
import type { Loop } from './loop.ts';
import { component, type Segment, shownId } from './segment.ts';

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
}

export interface WalkerEvents {
  /** `doubtful` when the code that would tell which use is meant is wrong, and several are possible. */
  placed(segment: Segment, use: SegmentUse, loop: Loop, doubtful: boolean): void;
  /** The loop is whole. Called for each loop, inner before outer. */
  closed(loop: Loop): void;
  misplaced(misplacement: Misplacement): void;
}

interface Frame {
  loop: Loop;
  rank: number;
  counts: Map<SegmentUse | LoopUse, number>;
  /** Required uses that were passed over, and where that showed. They may still come, out of order. */
  passed: Map<SegmentUse | LoopUse, Segment>;
  /** Nobody can tell which loop this is meant to be, so what it holds is not judged. */
  doubtful: boolean;
}

interface Target {
  frame: number;
  use: SegmentUse | LoopUse;
  doubtful: boolean;
}

type Fit = 'exact' | 'wrong-code';

/**
 * Finds each segment's place in a guide. It looks from the innermost open loop outwards for a use whose
 * segment and code match at or after the place reached; failing that, for one where only the code is
 * wrong; failing that, for one that was due earlier. So one fault gives one finding.
 */
export class Walker {
  readonly #guide: Guide;
  readonly #events: WalkerEvents;
  readonly #frames: Frame[];

  constructor(guide: Guide, events: WalkerEvents) {
    this.#guide = guide;
    this.#events = events;
    this.#frames = [newFrame(guide.root, undefined)];
  }

  place(segment: Segment): void {
    const due = this.#find(segment, 'exact');
    const late = due ? undefined : this.#findEarlier(segment);
    const wrongCode =
      due || late?.frame === this.#frames.length - 1 ? undefined : this.#find(segment, 'wrong-code');
    const target = due ?? wrongCode;
    if (target) this.#put(segment, target);
    else if (late) this.#putLate(segment, late);
    else if (!this.#innermost().doubtful) {
      const message = `Segment ${shownId(segment.id)} is not used here.`;
      this.#events.misplaced({
        code: 'segment-unexpected',
        segment,
        loop: this.#innermost().loop.id,
        message,
      });
    }
  }

  /** Closes what is open. `last` is where a missing segment shows. */
  end(last: Segment): void {
    while (this.#frames.length > 0) this.#close(last);
  }

  #innermost(): Frame {
    const frame = this.#frames.at(-1);
    if (!frame) throw new Error('the transaction has ended');
    return frame;
  }

  #find(segment: Segment, fit: Fit): Target | undefined {
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const frame = this.#frames[i];
      if (!frame) continue;
      const fits = candidates(frame, segment).filter(
        (use) => use.rank >= frame.rank && (fit === 'wrong-code' || keyMatches(use, segment)),
      );
      const lowest = fits.filter((use) => use.rank === fits[0]?.rank);
      const open = lowest.filter((use) => (frame.counts.get(use) ?? 0) < use.max);
      const use =
        (fit === 'wrong-code' ? open.find((u) => u.required && !frame.counts.has(u)) : undefined) ??
        open[0] ??
        lowest[0];
      if (use) return { frame: i, use, doubtful: fit === 'wrong-code' && lowest.length > 1 };
    }
    return undefined;
  }

  #findEarlier(segment: Segment): Target | undefined {
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const frame = this.#frames[i];
      const use = frame && candidates(frame, segment).find((u) => keyMatches(u, segment));
      if (use) return { frame: i, use, doubtful: false };
    }
    return undefined;
  }

  #put(segment: Segment, { frame: index, use, doubtful }: Target): void {
    while (this.#frames.length - 1 > index) this.#close(segment);
    const frame = this.#innermost();
    for (const child of children(frame.loop.use)) {
      if (child.rank >= use.rank) break;
      if (
        child.rank >= frame.rank &&
        child.required &&
        !frame.counts.has(child) &&
        !frame.passed.has(child)
      ) {
        frame.passed.set(child, segment);
      }
    }
    frame.rank = use.rank;
    this.#count(frame, use, segment);
    this.#enter(frame, use, segment, doubtful);
  }

  #putLate(segment: Segment, { frame: index, use }: Target): void {
    while (this.#frames.length - 1 > index) this.#close(segment);
    const frame = this.#innermost();
    this.#events.misplaced({
      code: 'segment-order',
      segment,
      loop: use.kind === 'loop' ? use.id : frame.loop.id,
      message: `Segment ${segment.id} stands too late: it belongs before segments that already came.`,
    });
    this.#count(frame, use, segment);
    this.#enter(frame, use, segment, false);
  }

  #count(frame: Frame, use: SegmentUse | LoopUse, segment: Segment): void {
    const count = (frame.counts.get(use) ?? 0) + 1;
    frame.counts.set(use, count);
    if (count <= use.max) return;
    const isLoop = use.kind === 'loop';
    this.#events.misplaced({
      code: isLoop ? 'loop-repeats' : 'segment-repeats',
      segment,
      loop: isLoop ? use.id : frame.loop.id,
      message: isLoop
        ? `Loop ${use.id} (${use.label}) may stand here ${times(use.max)} only.`
        : `Segment ${describe(use)} may stand here ${times(use.max)} only.`,
    });
  }

  #enter(frame: Frame, use: SegmentUse | LoopUse, segment: Segment, doubtful: boolean): void {
    if (use.kind === 'segment') {
      frame.loop.segments.push(segment);
      this.#events.placed(segment, use, frame.loop, doubtful || frame.doubtful);
      return;
    }
    const inner = newFrame(use, frame.loop);
    this.#frames.push(inner);
    if (!this.#guide.units.has(use.id)) frame.loop.loops.push(inner.loop);
    inner.loop.segments.push(segment);
    inner.rank = 1;
    inner.doubtful = doubtful;
    this.#events.placed(segment, opener(use), inner.loop, doubtful);
  }

  #close(at: Segment): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    for (const child of children(frame.loop.use)) {
      if (frame.doubtful || !child.required || frame.counts.has(child)) continue;
      const segment = frame.passed.get(child) ?? at;
      const loop = child.kind === 'loop' ? child.id : frame.loop.id;
      const missing = child.kind === 'loop' ? opener(child) : child;
      const where =
        frame.loop.id === '' ? 'The transaction' : `Loop ${frame.loop.id} (${frame.loop.use.label})`;
      this.#events.misplaced({
        code: child.kind === 'loop' ? 'loop-missing' : 'segment-missing',
        segment,
        missing: missing.id,
        loop,
        message:
          child.kind === 'loop'
            ? `${where} lacks loop ${child.id} (${child.label}), which begins with ${describe(missing)}.`
            : `${where} lacks segment ${describe(child)}.`,
      });
    }
    this.#events.closed(frame.loop);
  }
}

function newFrame(use: LoopUse, parent: Loop | undefined): Frame {
  const loop: Loop = { id: use.id, use, parent, segments: [], loops: [] };
  return { loop, rank: 0, counts: new Map(), passed: new Map(), doubtful: false };
}

/** What may stand in a loop after its opening segment; in the transaction itself, everything. */
function children(use: LoopUse): (SegmentUse | LoopUse)[] {
  return use.id === '' ? use.children : use.children.slice(1);
}

const byOpener = new WeakMap<LoopUse, Map<string, (SegmentUse | LoopUse)[]>>();

function candidates(frame: Frame, segment: Segment): (SegmentUse | LoopUse)[] {
  const { use } = frame.loop;
  let map = byOpener.get(use);
  if (!map) {
    map = new Map();
    for (const child of children(use)) {
      const { id } = child.kind === 'segment' ? child : opener(child);
      map.set(id, [...(map.get(id) ?? []), child]);
    }
    byOpener.set(use, map);
  }
  return map.get(segment.id) ?? [];
}

function keyMatches(use: SegmentUse | LoopUse, segment: Segment): boolean {
  const { key } = use.kind === 'segment' ? use : opener(use);
  return key === undefined || key.codes.has(component(segment, key.element, 1));
}

function describe({ id, label, key }: SegmentUse): string {
  const codes = key && key.codes.size <= 4 ? ` with ${listed(key.codes)}` : '';
  return label === '' ? `${id}${codes}` : `${id}${codes} (${label})`;
}

function times(max: number): string {
  return max === 1 ? 'once' : `${max} times`;
}
