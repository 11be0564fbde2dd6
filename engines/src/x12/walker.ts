import { type Guide, type LoopUse, listed, opener, type SegmentUse } from './guide.ts';
import type { Loop } from './loop.ts';
import { component, type Segment, shownId } from './segment.ts';

/** What the walker has to say; `missing` names the segment that is not there, `segment` the place where that showed. */
interface Misplacement {
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
  /** A loop was opened although its first segment is missing. */
  headless(loop: Loop): void;
}

interface Frame {
  loop: Loop;
  rank: number;
  counts: Map<SegmentUse | LoopUse, number>;
  /** Required uses that were passed over, and where that showed. They may still come, out of order. */
  passed: Map<SegmentUse | LoopUse, Segment>;
  /** Nobody can tell which loop this is meant to be, so what it holds is not judged. */
  doubtful: boolean;
  /** Its first segment is missing; one finding is enough for that. */
  headless: boolean;
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
 * wrong; failing that, for one that was due earlier. Where only the first segment of a loop is missing, the
 * loop is opened without it. So one fault gives one finding.
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
    if (due) {
      this.#put(segment, due);
      return;
    }
    const late = this.#findEarlier(segment);
    const isLateHere = late?.frame === this.#frames.length - 1;
    const headless = isLateHere && !this.#isFull(late) ? undefined : this.#findHeadless(segment);
    if (headless) {
      this.#openHeadless(segment, headless);
      this.place(segment);
      return;
    }
    const wrongCode = isLateHere ? undefined : this.#find(segment, 'wrong-code');
    if (wrongCode) this.#put(segment, wrongCode);
    else if (late) this.#putLate(segment, late);
    else if (!this.#innermost().doubtful) {
      const message = `Segment ${shownId(segment.id)} is not used here.`;
      const loop = this.#innermost().loop.id;
      this.#events.misplaced({ code: 'segment-unexpected', segment, loop, message });
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

  #isFull({ frame, use }: Target): boolean {
    return (this.#frames[frame]?.counts.get(use) ?? 0) >= use.max;
  }

  /**
   * A loop that the segment would belong to if the loop's first segment stood before it, with nothing else
   * missing: as a segment of its own rather than as the beginning of a loop in it.
   */
  #findHeadless(segment: Segment): { frame: number; use: LoopUse } | undefined {
    if (this.#innermost().doubtful) return undefined;
    return this.#findLoopWith(segment, 'segment') ?? this.#findLoopWith(segment, 'loop');
  }

  #findLoopWith(segment: Segment, kind: 'segment' | 'loop'): { frame: number; use: LoopUse } | undefined {
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const frame = this.#frames[i];
      if (!frame) continue;
      const use = children(frame.loop.use).find(
        (child) =>
          child.kind === 'loop' &&
          child.rank >= frame.rank &&
          candidatesIn(child, segment.id).some((inner) => inner.kind === kind && keyMatches(inner, segment)),
      );
      if (use?.kind === 'loop' && !lacks(frame, use.rank)) return { frame: i, use };
      if (lacks(frame, Number.POSITIVE_INFINITY)) return undefined;
    }
    return undefined;
  }

  #openHeadless(segment: Segment, { frame: index, use }: { frame: number; use: LoopUse }): void {
    const frame = this.#advance(segment, index, use);
    const first = opener(use);
    this.#events.misplaced({
      code: 'segment-missing',
      segment,
      missing: first.id,
      loop: use.id,
      message: `Loop ${use.id} (${use.label}) lacks its first segment, ${describe(first)}.`,
    });
    const inner = this.#open(frame, use);
    inner.headless = true;
    this.#events.headless(inner.loop);
  }

  /** Goes on to a use in an open loop, closing those inside of it, and counts it. */
  #advance(segment: Segment, index: number, use: SegmentUse | LoopUse): Frame {
    while (this.#frames.length - 1 > index) this.#close(segment);
    const frame = this.#innermost();
    for (const child of children(frame.loop.use)) {
      if (child.rank >= use.rank) break;
      const isMissing = child.rank >= frame.rank && child.required && !frame.counts.has(child);
      if (isMissing && !frame.passed.has(child)) frame.passed.set(child, segment);
    }
    frame.rank = use.rank;
    this.#count(frame, use, segment);
    return frame;
  }

  #put(segment: Segment, { frame: index, use, doubtful }: Target): void {
    const frame = this.#advance(segment, index, use);
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
      if (!keyMatches(use, segment)) (frame.loop.unsure ??= new Set()).add(segment.id);
      this.#events.placed(segment, use, frame.loop, doubtful || frame.doubtful);
      return;
    }
    const inner = this.#open(frame, use);
    inner.loop.segments.push(segment);
    inner.doubtful = doubtful;
    if (!keyMatches(use, segment)) (frame.loop.unsure ??= new Set()).add(segment.id);
    this.#events.placed(segment, opener(use), inner.loop, doubtful);
  }

  #open(frame: Frame, use: LoopUse): Frame {
    const inner = newFrame(use, frame.loop);
    inner.rank = 1;
    this.#frames.push(inner);
    if (!this.#guide.units.has(use.id)) frame.loop.loops.push(inner.loop);
    return inner;
  }

  #close(at: Segment): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    for (const child of children(frame.loop.use)) {
      if (frame.doubtful || frame.headless || !child.required || frame.counts.has(child)) continue;
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
  return { loop, rank: 0, counts: new Map(), passed: new Map(), doubtful: false, headless: false };
}

/** What may stand in a loop after its opening segment; in the transaction itself, everything. */
function children(use: LoopUse): (SegmentUse | LoopUse)[] {
  return use.id === '' ? use.children : use.children.slice(1);
}

/** Whether something required that ranks before is still missing. */
function lacks({ loop, counts, doubtful, headless }: Frame, before: number): boolean {
  if (doubtful || headless) return false;
  return children(loop.use).some((child) => child.rank < before && child.required && !counts.has(child));
}

const byOpener = new WeakMap<LoopUse, Map<string, (SegmentUse | LoopUse)[]>>();

function candidates(frame: Frame, segment: Segment): (SegmentUse | LoopUse)[] {
  return candidatesIn(frame.loop.use, segment.id);
}

/** The uses in a loop that begin with a segment, in order. */
function candidatesIn(use: LoopUse, id: string): (SegmentUse | LoopUse)[] {
  let map = byOpener.get(use);
  if (!map) {
    map = new Map();
    for (const child of children(use)) {
      const first = child.kind === 'segment' ? child : opener(child);
      map.set(first.id, [...(map.get(first.id) ?? []), child]);
    }
    byOpener.set(use, map);
  }
  return map.get(id) ?? [];
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
