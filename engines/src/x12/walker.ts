import { type Guide, type LoopUse, listed, opener, type SegmentUse, type Use } from './guide.ts';
import type { Loop } from './loop.ts';
import { component, element, type Segment, shownId } from './segment.ts';

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
  /** Absent for an error. */
  severity?: 'warning';
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
  /** How often each child came, by its index. */
  counts: number[];
  /** Children before this index were looked at when the place moved on. */
  seen: number;
  /** Required uses that were passed over, and where that showed. They may still come, out of order. */
  passed: Map<Use, Segment> | undefined;
  /** Nobody can tell which loop this is meant to be, so what it holds is not judged. */
  doubtful: boolean;
  /** Its first segment is missing; one finding is enough for that. */
  headless: boolean;
}

interface Target {
  frame: number;
  use: Use;
  doubtful: boolean;
}

const none: readonly Use[] = [];

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
  /** A level that fits nowhere, until the next segment tells more. */
  #held: Segment | undefined;

  constructor(guide: Guide, events: WalkerEvents) {
    this.#guide = guide;
    this.#events = events;
    this.#frames = [newFrame(guide.root, undefined)];
  }

  place(segment: Segment): void {
    const level = this.#held;
    this.#held = undefined;
    if (level) this.#placeLevel(level, segment);
    // What comes next tells whether a level has a wrong code, or the level between was left out.
    if (segment.id === 'HL' && !this.#findExactly(segment)) this.#held = segment;
    else this.#settle(segment);
  }

  #settle(segment: Segment): void {
    if (this.#isDoubled(segment)) {
      const { loop } = this.#innermost();
      const message = `Segment ${segment.id} stands twice, though loop ${loop.id} (${loop.use.label}) has more to say.`;
      this.#events.misplaced({ code: 'segment-repeats', segment, loop: loop.id, message });
      return;
    }
    const due = this.#findExactly(segment);
    if (due) {
      this.#put(segment, due.frame, due.use, false);
      return;
    }
    if (this.#reopen(segment)) {
      this.#settle(segment);
      return;
    }
    const late = this.#findEarlier(segment);
    const isLateHere = late?.frame === this.#frames.length - 1;
    const headless =
      isLateHere && !this.#isFull(late) ? this.#findMain(segment, late) : this.#findHeadless(segment);
    if (headless) {
      this.#openHeadless(segment, headless);
      this.#settle(segment);
      return;
    }
    const wrongCode = isLateHere ? undefined : this.#findWrongCode(segment);
    if (wrongCode) this.#put(segment, wrongCode.frame, wrongCode.use, wrongCode.doubtful);
    else if (late) this.#putLate(segment, late);
    else if (!this.#innermost().doubtful) {
      const message = `Segment ${shownId(segment.id)} is not used here.`;
      const loop = this.#innermost().loop.id;
      this.#events.misplaced({ code: 'segment-unexpected', segment, loop, message });
    }
  }

  /** Closes what is open. `last` is where a missing segment shows. */
  end(last: Segment): void {
    const level = this.#held;
    this.#held = undefined;
    if (level) this.#placeLevel(level, last);
    while (this.#frames.length > 0) this.#close(last);
  }

  #innermost(): Frame {
    const frame = this.#frames.at(-1);
    if (!frame) throw new Error('the transaction has ended');
    return frame;
  }

  /** A loop begins, and the same segment follows before anything that the loop needs: it was sent twice. */
  #isDoubled(segment: Segment): boolean {
    const frame = this.#innermost();
    const { loop } = frame;
    const [first] = loop.segments;
    if (first?.id !== segment.id || loop.segments.length > 1 || loop.loops.length > 0) return false;
    return lacks(frame, Number.POSITIVE_INFINITY) && isSame(first, segment);
  }

  /** The usual case. Of several uses of the lowest rank that fit, the first that is not full. */
  #findExactly(segment: Segment): { frame: number; use: Use } | undefined {
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const frame = this.#frames[i];
      if (!frame) continue;
      const uses = frame.loop.use.byOpener.get(segment.id);
      if (!uses) continue;
      let best: Use | undefined;
      for (const use of uses) {
        if (use.rank < frame.rank || !keyMatches(use, segment)) continue;
        if (best && use.rank !== best.rank) break;
        best ??= use;
        if ((frame.counts[use.index] ?? 0) >= use.max) continue;
        best = use;
        break;
      }
      if (best) return { frame: i, use: best };
    }
    return undefined;
  }

  /** Places a level that fits nowhere, by what follows it. */
  #placeLevel(level: Segment, next: Segment): void {
    const wrongCode = this.#findWrongCode(level);
    const isOfThis =
      wrongCode !== undefined &&
      this.#levelNamed(element(level, 2)) !== undefined &&
      isLike(wrongCode.use, level) &&
      takes(wrongCode.use, next);
    const skipped = isOfThis ? undefined : this.#findSkipped(level, next);
    if (skipped) this.#openSkipped(level, skipped);
    this.#settle(level);
  }

  /** Levels that were left out between an open loop and the one that a level with this code, and what follows, belongs to. */
  #findSkipped(level: Segment, next: Segment): { frame: number; path: LoopUse[] } | undefined {
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const frame = this.#frames[i];
      const path = frame && pathTo(frame.loop.use, frame.rank, level, next);
      if (path && path.length > 0) return { frame: i, path };
    }
    return undefined;
  }

  #openSkipped(level: Segment, { frame: index, path }: { frame: number; path: LoopUse[] }): void {
    let at = index;
    for (const use of path) {
      const frame = this.#advance(level, at, use);
      this.#reportLack(frame, use, level);
      const inner = this.#open(frame, use);
      inner.headless = true;
      this.#events.headless(inner.loop);
      at = this.#frames.length - 1;
    }
  }

  #findWrongCode(segment: Segment): Target | undefined {
    const above = segment.id === 'HL' ? this.#levelNamed(element(segment, 2)) : undefined;
    for (let i = above ?? this.#frames.length - 1; i >= 0; i--) {
      const frame = this.#frames[i];
      if (!frame) continue;
      const fits = candidates(frame.loop.use, segment).filter((use) => use.rank >= frame.rank);
      const lowest = fits.filter((use) => use.rank === fits[0]?.rank);
      const open = lowest.filter((use) => countOf(frame, use) < use.max);
      const use = open.find((u) => isDue(u) && countOf(frame, u) === 0) ?? open[0] ?? lowest[0];
      if (use) return { frame: i, use, doubtful: lowest.length > 1 };
    }
    return undefined;
  }

  /** The open level with this number (HL01); a level that names none stands in the transaction itself. */
  #levelNamed(number: string): number | undefined {
    if (number === '') return 0;
    const at = this.#frames.findIndex(({ loop: { segments } }) => {
      const [first] = segments;
      return first?.id === 'HL' && element(first, 1) === number;
    });
    return at < 0 ? undefined : at;
  }

  #findEarlier(segment: Segment): Target | undefined {
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const frame = this.#frames[i];
      const use = frame && candidates(frame.loop.use, segment).find((u) => keyMatches(u, segment));
      if (use) return { frame: i, use, doubtful: false };
    }
    return undefined;
  }

  #isFull({ frame: index, use }: Target): boolean {
    const frame = this.#frames[index];
    return frame !== undefined && countOf(frame, use) >= use.max;
  }

  /**
   * Where the innermost loop has nothing but its first segment, which could as well open a loop further out
   * that the next segment fits into, that one was meant: an LX after a missing LS opens no provider.
   */
  #reopen(segment: Segment): boolean {
    const inner = this.#innermost();
    const [first, ...rest] = inner.loop.segments;
    const parent = this.#frames.at(-2);
    if (!first || !parent || rest.length > 0 || inner.loop.loops.length > 0 || inner.doubtful) return false;
    for (let i = this.#frames.length - 2; i >= 0; i--) {
      const frame = this.#frames[i];
      const use = frame?.loop.use.children.find(
        (child): child is LoopUse =>
          child.kind === 'loop' &&
          child !== inner.loop.use &&
          child.rank >= frame.rank &&
          opener(child).id === first.id &&
          keyMatches(child, first) &&
          candidates(child, segment).some((one) => keyMatches(one, segment)),
      );
      if (!use) continue;
      this.#frames.pop();
      parent.counts[inner.loop.use.index] = countOf(parent, inner.loop.use) - 1;
      if (parent.loop.loops.at(-1) === inner.loop) parent.loop.loops.pop();
      const moved = this.#open(this.#advance(first, i, use), use);
      moved.loop.segments.push(first);
      return true;
    }
    return false;
  }

  /**
   * A loop that the segment would belong to if the loop's first segment stood before it, with nothing else
   * missing: as a segment of its own rather than as the beginning of a loop in it.
   */
  #findHeadless(segment: Segment): { frame: number; use: LoopUse } | undefined {
    if (this.#innermost().doubtful) return undefined;
    return this.#findLoopWith(segment, 'segment') ?? this.#findLoopWith(segment, 'loop');
  }

  /** The segment stood here already, and is what a loop within, or another like this one, needs first: that lost its beginning. */
  #findMain(segment: Segment, { frame: index, use }: Target): { frame: number; use: LoopUse } | undefined {
    const frame = this.#frames[index];
    if (!frame || countOf(frame, use) === 0) return undefined;
    const found = this.#findLoopWith(segment, 'segment');
    const needs = found && candidates(found.use, segment).some((inner) => inner.required);
    const follows = found?.frame === index || found?.use === frame.loop.use;
    return follows && needs ? found : undefined;
  }

  #findLoopWith(segment: Segment, kind: 'segment' | 'loop'): { frame: number; use: LoopUse } | undefined {
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const frame = this.#frames[i];
      if (!frame) continue;
      const use = frame.loop.use.children.find(
        (child) =>
          child.kind === 'loop' &&
          child.rank >= frame.rank &&
          // A loop that has stood here as often as it may is not what is meant.
          countOf(frame, child) < child.max &&
          candidates(child, segment).some(
            (inner) => inner.kind === kind && keyMatches(inner, segment) && isFirstDue(child, inner),
          ),
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
    // The same segment may open other loops here: which of them it is that lacks it is a guess.
    frame.loop.unsure ??= new Set();
    frame.loop.unsure.add(first.id);
    const inner = this.#open(frame, use);
    inner.headless = true;
    this.#events.headless(inner.loop);
  }

  /** Goes on to a use in an open loop, closing those inside of it, and counts it. */
  #advance(segment: Segment, index: number, use: Use): Frame {
    while (this.#frames.length - 1 > index) this.#close(segment);
    const frame = this.#innermost();
    const { children } = frame.loop.use;
    for (; frame.seen < children.length; frame.seen++) {
      const child = children[frame.seen];
      if (child === undefined || child.rank >= use.rank) break;
      if (!isDue(child) || countOf(frame, child) > 0) continue;
      frame.passed ??= new Map();
      frame.passed.set(child, segment);
    }
    frame.rank = use.rank;
    this.#count(frame, use, segment);
    return frame;
  }

  #put(segment: Segment, index: number, use: Use, doubtful: boolean): void {
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

  #count(frame: Frame, use: Use, segment: Segment): void {
    const count = countOf(frame, use) + 1;
    frame.counts[use.index] = count;
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

  #enter(frame: Frame, use: Use, segment: Segment, doubtful: boolean): void {
    if (doubtful || !keyMatches(use, segment)) {
      frame.loop.unsure ??= new Set();
      frame.loop.unsure.add(segment.id);
    }
    if (use.kind === 'segment') {
      frame.loop.segments.push(segment);
      this.#events.placed(segment, use, frame.loop, doubtful || frame.doubtful);
      return;
    }
    const inner = this.#open(frame, use);
    inner.loop.segments.push(segment);
    inner.doubtful = doubtful || frame.doubtful;
    this.#events.placed(segment, opener(use), inner.loop, inner.doubtful);
  }

  #open(frame: Frame, use: LoopUse): Frame {
    const inner = newFrame(use, frame.loop);
    inner.rank = 1;
    inner.counts[0] = 1;
    this.#frames.push(inner);
    if (!this.#guide.units.has(use.id)) frame.loop.loops.push(inner.loop);
    return inner;
  }

  #close(at: Segment): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    if (!frame.doubtful && !frame.headless) this.#reportMissing(frame, at);
    this.#events.closed(frame.loop);
  }

  #reportMissing(frame: Frame, at: Segment): void {
    for (const child of frame.loop.use.children) {
      if (isDue(child) && countOf(frame, child) === 0) {
        this.#reportLack(frame, child, frame.passed?.get(child) ?? at);
      }
    }
  }

  #reportLack({ loop }: Frame, child: Use, segment: Segment): void {
    const missing = child.kind === 'loop' ? opener(child) : child;
    const where = loop.id === '' ? 'The transaction' : `Loop ${loop.id} (${loop.use.label})`;
    this.#events.misplaced({
      code: child.kind === 'loop' ? 'loop-missing' : 'segment-missing',
      ...(child.expected && { severity: 'warning' }),
      segment,
      missing: missing.id,
      loop: child.kind === 'loop' ? child.id : loop.id,
      message:
        child.kind === 'loop'
          ? `${where} lacks loop ${child.id} (${child.label}), which begins with ${describe(missing)}.`
          : `${where} lacks segment ${describe(child)}.`,
    });
  }
}

function newFrame(use: LoopUse, parent: Loop | undefined): Frame {
  const loop: Loop = { id: use.id, use, parent, segments: [], loops: [], unsure: undefined };
  const counts: number[] = new Array(use.children.length).fill(0);
  return { loop, rank: 0, counts, seen: 0, passed: undefined, doubtful: false, headless: false };
}

function isDue({ required, expected }: Use): boolean {
  return required || expected === true;
}

function countOf(frame: Frame, use: Use): number {
  return frame.counts[use.index] ?? 0;
}

/** Whether something required that ranks before is still missing. */
function lacks(frame: Frame, before: number): boolean {
  if (frame.doubtful || frame.headless) return false;
  return frame.loop.use.children.some(
    (child) => child.rank < before && child.required && countOf(frame, child) === 0,
  );
}

/** The uses in a loop that begin with a segment, in order. */
function candidates(use: LoopUse, segment: Segment): readonly Use[] {
  return use.byOpener.get(segment.id) ?? none;
}

function keyMatches(use: Use, segment: Segment): boolean {
  const { key } = use.kind === 'segment' ? use : opener(use);
  return key === undefined || key.codes.has(component(segment, key.element, 1));
}

/** Whether a segment may follow the first one of a loop, nothing that is required being left out. */
function takes(use: Use, segment: Segment): boolean {
  return (
    use.kind === 'loop' &&
    candidates(use, segment).some((one) => keyMatches(one, segment) && isFirstDue(use, one))
  );
}

/** Whether HL04, which not every level has, is as a level has it. */
function isLike(use: Use, level: Segment): boolean {
  const child = use.kind === 'loop' ? opener(use).elements.get(4) : undefined;
  const says = element(level, 4);
  return says === '' ? child?.required !== true : child !== undefined;
}

/** The levels on the shortest way from a loop to one that the level and what follows it fit into. */
function pathTo(from: LoopUse, rank: number, level: Segment, next: Segment): LoopUse[] | undefined {
  let shortest: LoopUse[] | undefined;
  for (const child of from.children) {
    if (child.kind !== 'loop' || child.rank < rank || opener(child).id !== level.id) continue;
    if (keyMatches(child, level)) {
      if (takes(child, next)) return [];
      continue;
    }
    const rest = pathTo(child, 0, level, next);
    if (rest && (!shortest || rest.length + 1 < shortest.length)) shortest = [child, ...rest];
  }
  return shortest;
}

function isSame(one: Segment, other: Segment): boolean {
  return (
    one.elements.length === other.elements.length &&
    one.elements.every((text, at) => text === other.elements[at])
  );
}

/** Whether nothing that a loop needs, its first segment aside, stands before one of its uses. */
function isFirstDue({ children }: LoopUse, { rank }: Use): boolean {
  return !children.some((child, index) => index > 0 && child.required && child.rank < rank);
}

function describe({ id, label, key }: SegmentUse): string {
  const codes = key && key.codes.size <= 4 ? ` with ${listed(key.codes)}` : '';
  return label === '' ? `${id}${codes}` : `${id}${codes} (${label})`;
}

function times(max: number): string {
  return max === 1 ? 'once' : `${max} times`;
}
