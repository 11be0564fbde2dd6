import { type Guide, type LoopUse, opener, type SegmentUse, type Use } from '../guides/guide.ts';
import { segmentLayouts } from '../standard/segments.ts';
import { component, element, type Segment } from '../tokens/segment.ts';
import { candidates, countOf, type Frame, innermost, isDue, keyMatches, lacks, newFrame } from './frame.ts';
import { findMeant, isUncertain } from './level.ts';
import type { Loop } from './loop.ts';
import {
  beheaded,
  doubled,
  lacking,
  type Misplacement,
  tooLate,
  tooOften,
  unexpected,
} from './misplacement.ts';
import {
  findEarlier,
  findHeadless,
  findMain,
  findSkipped,
  findWrongCode,
  type Headless,
  isFull,
  isJustBehind,
  isLater,
  isWanting,
  type Skipped,
  type Target,
} from './recovery.ts';

/**
 * `use`: the code that would tell which use is meant is wrong, and several are possible. `loop`: so it was for the
 * loop that it stands in.
 */
export type Doubt = 'none' | 'use' | 'loop';

/** The way of a transaction along its guide. */
export interface Walk {
  placed(segment: Segment, use: SegmentUse, loop: Loop, doubt: Doubt): void;
  /** The loop is whole. Called for each loop, inner before outer. */
  closed(loop: Loop): void;
  /** A loop was opened although its first segment is missing. */
  headless(loop: Loop): void;
}

export interface WalkerEvents extends Walk {
  misplaced(misplacement: Misplacement): void;
}

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
  /** What was told to be missing, and since how many segments: what comes at once is that, out of its place. */
  #missed: readonly SegmentUse[] = [];
  #sinceMissed = 0;
  /** A segment that stood nowhere near its place, and how many segments ago: what is missing soon after is that. */
  #stray: Segment | undefined;
  #sinceStray = 0;
  /** A loop that what was late closed, and how many segments ago: what comes at once may still be its own. */
  #cut: LoopUse | undefined;
  #sinceCut = 0;
  /** A level that fits nowhere, until the next segment tells more. */
  #held: Segment | undefined;
  /** A segment that no guide has: what is missing in its place is what it was meant to be. */
  #unknown: Segment | undefined;
  /** The number of the last level. */
  #level = 0;

  constructor(guide: Guide, events: WalkerEvents) {
    this.#guide = guide;
    this.#events = events;
    this.#frames = [newFrame(guide.root, undefined)];
  }

  place(segment: Segment): void {
    const level = this.#held;
    this.#held = undefined;
    this.#sinceMissed++;
    this.#sinceStray++;
    this.#sinceCut++;
    if (level) {
      this.#placeLevel(level, segment);
      this.#level = Number(element(level, 1));
    }
    // What comes next tells whether a level has a wrong code, or the level between was left out.
    if (segment.id === 'HL' && this.#isInDoubt(segment)) this.#held = segment;
    else this.#settle(segment);
    if (segment.id === 'HL' && !this.#held) this.#level = Number(element(segment, 1));
  }

  #isInDoubt(level: Segment): boolean {
    const coded = this.#findExactly(level);
    return !coded || isUncertain(this.#frames, level, coded);
  }

  #settle(segment: Segment): void {
    if (this.#isDoubled(segment)) {
      this.#events.misplaced(doubled(segment, innermost(this.#frames).loop));
      return;
    }
    if (this.#adopt(segment)) return;
    const due = this.#findExactly(segment);
    if (due) {
      this.#put(segment, due.frame, due.use, false);
      return;
    }
    if (this.#reopen(segment)) {
      this.#settle(segment);
      return;
    }
    if (this.#wasMissed(segment) || this.#wasCut(segment)) return;
    const late = findEarlier(this.#frames, segment);
    const isLateHere = late?.frame === this.#frames.length - 1;
    const headless =
      isLateHere && !isFull(this.#frames, late)
        ? findMain(this.#frames, segment, late)
        : isJustBehind(this.#frames, late)
          ? undefined
          : findHeadless(this.#frames, segment);
    if (headless && !this.#isMiscoded(segment, headless)) {
      this.#openHeadless(segment, headless);
      this.#settle(segment);
      return;
    }
    const wrongCode = isLateHere ? undefined : findWrongCode(this.#frames, segment);
    const isLate = late && wrongCode && (isWanting(this.#frames, late) || isLater(late, wrongCode, segment));
    if (wrongCode && !isLate) this.#putCoded(segment, wrongCode, late);
    else if (late) this.#putLate(segment, late);
    else if (!innermost(this.#frames).doubtful) {
      const { loop } = innermost(this.#frames);
      this.#events.misplaced(unexpected(segment, loop));
      if (segmentLayouts.has(segment.id)) {
        this.#noteStray(segment);
        return;
      }
      this.#unknown = segment;
      loop.unsure ??= new Set();
      for (const id of loop.use.byOpener.keys()) loop.unsure.add(id);
    }
  }

  /**
   * A loop like the one that would have lost its beginning stands here already, and a loop within it is open that takes
   * such a segment with another code. Unless each such loop has it, sooner the code is wrong than a beginning lost.
   */
  #isMiscoded(segment: Segment, { frame: index, use }: Headless): boolean {
    const frame = this.#frames[index];
    if (!frame || index === this.#frames.length - 1 || countOf(frame, use) === 0) return false;
    if (candidates(use, segment).some((one) => one.required && keyMatches(one, segment))) return false;
    const coded = findWrongCode(this.#frames, segment);
    return coded !== undefined && coded.frame > index && coded.use.kind === 'segment';
  }

  /** Closes what is open. `last` is where a missing segment shows. */
  end(last: Segment): void {
    const level = this.#held;
    this.#held = undefined;
    if (level) this.#placeLevel(level, last);
    while (this.#frames.length > 0) this.#close(last);
  }

  /** A loop begins, and the same segment follows before anything that the loop needs: it was sent twice. */
  #isDoubled(segment: Segment): boolean {
    const frame = innermost(this.#frames);
    const { segments, loops } = frame.loop;
    const first = segments[0];
    if (first?.id !== segment.id || segments.length > 1 || loops.length > 0) return false;
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

  /** Places a level that fits nowhere, or elsewhere than it says itself, by what follows it. */
  #placeLevel(level: Segment, next: Segment): void {
    const coded = this.#findExactly(level);
    const meant = findMeant(this.#frames, level, next, coded);
    if (meant) {
      this.#put(level, meant.frame, meant.use, false);
      return;
    }
    const skipped = coded ? undefined : findSkipped(this.#frames, level, next);
    if (skipped) this.#openSkipped(level, skipped);
    this.#settle(level);
  }

  #openSkipped(level: Segment, { frame: index, path }: Skipped): void {
    let at = index;
    for (const use of path) {
      const frame = this.#advance(level, at, use);
      this.#events.misplaced(lacking(level, use, frame.loop));
      const inner = this.#open(frame, use);
      inner.headless = true;
      if (!inner.aside) this.#events.headless(inner.loop);
      at = this.#frames.length - 1;
    }
  }

  /**
   * Where the innermost loop has nothing but its first segment, which could as well open a loop further out
   * that the next segment fits into, that one was meant: an LX after a missing LS opens no provider.
   */
  #reopen(segment: Segment): boolean {
    const inner = innermost(this.#frames);
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

  #openHeadless(segment: Segment, { frame: index, use }: Headless): void {
    const first = opener(use);
    const { headless, loop } = innermost(this.#frames);
    // Which loop lost its beginning was a guess, and goes on as another that begins with the same segment.
    const isGuessedAgain = headless && opener(loop.use).id === first.id && loop.use !== use;
    const frame = this.#advance(segment, index, use);
    if (!isGuessedAgain && !this.#isUnknown(frame, segment))
      this.#events.misplaced(beheaded(segment, use.id, use.label, first));
    // The same segment may open other loops here: which of them it is that lacks it is a guess.
    frame.loop.unsure ??= new Set();
    frame.loop.unsure.add(first.id);
    const inner = this.#open(frame, use);
    inner.headless = true;
    frame.lost = inner.loop;
    if (!inner.aside) this.#events.headless(inner.loop);
  }

  /** Goes on to a use in an open loop, closing those inside of it, and counts it. */
  #advance(segment: Segment, index: number, use: Use): Frame {
    const outer = this.#frames[index];
    if (outer?.rewound) {
      this.#cut = this.#frames[index + 1]?.loop.use;
      this.#sinceCut = 0;
      outer.rewound = false;
    }
    while (this.#frames.length - 1 > index) this.#close(segment);
    const frame = innermost(this.#frames);
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

  /** With a wrong code. Whether what comes before it in the guide was passed over is not told by it; `late` is what it says. */
  #putCoded(segment: Segment, { frame: index, use, doubtful }: Target, late: Target | undefined): void {
    const frame = this.#frames[index];
    const rank = frame?.rank;
    this.#put(segment, index, use, doubtful);
    if (!frame || rank === undefined || use.kind === 'loop') return;
    frame.rank = rank;
    if (!late) return;
    frame.guessed ??= new Set();
    frame.guessed.add(use);
  }

  #putLate(segment: Segment, late: Target): void {
    const { frame: index, use } = late;
    const lost = this.#frames[index]?.lost;
    // That it is missing was told where it should have stood.
    if (lost?.use === use && isFull(this.#frames, late)) {
      lost.segments.unshift(segment);
      return;
    }
    const isAmid = use.kind === 'segment' || lacks(innermost(this.#frames), Number.POSITIVE_INFINITY);
    if (isAmid && index < this.#frames.length - 1) {
      this.#passLate(segment, index, use);
      return;
    }
    while (this.#frames.length - 1 > index) this.#close(segment);
    const frame = innermost(this.#frames);
    this.#countLate(frame, use, segment);
    // What follows it in the guide comes late only because something else came early.
    frame.rank = use.rank;
    this.#enter(frame, use, segment, false);
  }

  /** What belongs further out, amid a loop that may go on after it: it is told, and closes nothing. */
  #passLate(segment: Segment, index: number, use: Use): void {
    const frame = this.#frames[index];
    if (!frame) return;
    // A single segment before it seemed to begin a loop: that one came too early, and was told.
    const inner = innermost(this.#frames);
    if (inner.headless && inner.loop.segments.length === 1 && countOf(frame, use) === 0)
      this.#count(frame, use, segment);
    else this.#countLate(frame, use, segment);
    frame.rank = use.rank;
    frame.rewound = true;
    if (use.kind === 'loop') this.#open(frame, use, true).loop.segments.push(segment);
    else if (isKept(frame, use)) frame.loop.segments.push(segment);
  }

  /** The first segment of a loop, after what should have followed it: the loop may stand here once, or it has this number. */
  #adopt(segment: Segment): boolean {
    const at = headlessAt(this.#frames);
    const inner = this.#frames[at];
    const parent = this.#frames[at - 1];
    if (!inner?.headless || !parent) return false;
    const { use, segments } = inner.loop;
    if (opener(use).id !== segment.id || !keyMatches(use, segment)) return false;
    const isDueNow =
      segment.id === 'HL' ? Number(element(segment, 1)) === this.#level + 1 : isNext(parent, segment);
    if (countOf(parent, use) < use.max && !isDueNow) return false;
    inner.headless = false;
    // A single segment before it may have come too early, which was told.
    if (segments.length === 1 && inner === innermost(this.#frames)) inner.rank = 1;
    segments.unshift(segment);
    return true;
  }

  /** What is due of this kind nearby was not left out: it stands here. */
  #noteStray(segment: Segment): void {
    this.#stray = segment;
    this.#sinceStray = 0;
    for (const { loop } of this.#frames) {
      for (const one of [loop, ...loop.loops.slice(-2)]) this.#doubtStray(one);
    }
  }

  #doubtStray(loop: Loop): void {
    const stray = this.#stray;
    if (!stray || this.#sinceStray > strayReach) return;
    if (!candidates(loop.use, stray).some((use) => keyMatches(use, stray))) return;
    loop.unsure ??= new Set();
    loop.unsure.add(stray.id);
  }

  #isStray(child: Use, shown: Segment): boolean {
    const stray = this.#stray;
    if (!stray || child.kind === 'loop' || Math.abs(shown.ordinal - stray.ordinal) > nearby) return false;
    if (child.id !== stray.id || !keyMatches(child, stray)) return false;
    this.#stray = undefined;
    return true;
  }

  #wasCut(segment: Segment): boolean {
    if (!this.#cut || this.#sinceCut > strayReach) return false;
    return candidates(this.#cut, segment).some((use) => keyMatches(use, segment));
  }

  /** It stands behind the segment that closed its loop: there it was told to be missing. */
  #wasMissed(segment: Segment): boolean {
    if (this.#sinceMissed > strayReach) return false;
    const use = this.#missed.find((one) => one.id === segment.id && keyMatches(one, segment));
    if (!use) return false;
    this.#missed = this.#missed.filter((one) => one !== use);
    return true;
  }

  /** One too many is told as that, wherever it stands. */
  #countLate(frame: Frame, use: Use, segment: Segment): void {
    const isTooOften = countOf(frame, use) >= use.max && !frame.guessed?.has(use);
    if (!isTooOften) this.#events.misplaced(tooLate(segment, use, frame.loop));
    this.#count(frame, use, segment);
  }

  #count(frame: Frame, use: Use, segment: Segment): void {
    const count = countOf(frame, use) + 1;
    // A place that a segment without a right code was taken for is free for one that has it.
    if (count > use.max && frame.guessed?.delete(use)) return;
    frame.counts[use.index] = count;
    if (count > use.max) this.#events.misplaced(tooOften(surplusOf(frame, use, segment), use, frame.loop));
  }

  #enter(frame: Frame, use: Use, segment: Segment, doubtful: boolean): void {
    if (doubtful) {
      frame.guessed ??= new Set();
      frame.guessed.add(use);
    }
    if (doubtful || !keyMatches(use, segment)) {
      frame.loop.unsure ??= new Set();
      frame.loop.unsure.add(segment.id);
    }
    if (use.kind === 'segment') {
      if (isKept(frame, use)) frame.loop.segments.push(segment);
      if (!frame.aside)
        this.#events.placed(segment, use, frame.loop, frame.doubtful ? 'loop' : doubtful ? 'use' : 'none');
      return;
    }
    const inner = this.#open(frame, use);
    inner.loop.segments.push(segment);
    inner.doubtful = doubtful || frame.doubtful;
    if (inner.aside) return;
    this.#events.placed(
      segment,
      opener(use),
      inner.loop,
      frame.doubtful ? 'loop' : doubtful ? 'use' : 'none',
    );
  }

  #open(frame: Frame, use: LoopUse, aside = frame.aside): Frame {
    const inner = newFrame(use, frame.loop);
    this.#doubtStray(inner.loop);
    inner.rank = 1;
    inner.counts[0] = 1;
    inner.aside = aside;
    if (frame.lost?.use === use) {
      inner.ahead = frame.lost;
      frame.lost = undefined;
    }
    this.#frames.push(inner);
    if (!this.#guide.units.has(use.id) && isKept(frame, use)) frame.loop.loops.push(inner.loop);
    return inner;
  }

  #close(at: Segment): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    if (!frame.doubtful && !frame.headless) this.#reportMissing(frame, at);
    if (!frame.aside) this.#events.closed(frame.loop);
  }

  /** Whether a segment of no guide stood where one is missing, which shows later: once for each such segment. */
  #isUnknown({ loop }: Frame, shown: Segment): boolean {
    const unknown = this.#unknown;
    if (!unknown || unknown.ordinal >= shown.ordinal || unknown.ordinal < (loop.segments[0]?.ordinal ?? 0))
      return false;
    this.#unknown = undefined;
    return true;
  }

  #reportMissing(frame: Frame, at: Segment): void {
    for (const child of frame.loop.use.children) {
      if (!isDue(child) || countOf(frame, child) > 0 || isAhead(frame, child)) continue;
      const shown = frame.passed?.get(child) ?? at;
      if (this.#isUnknown(frame, shown) || this.#isStray(child, shown)) continue;
      this.#events.misplaced(lacking(shown, child, frame.loop));
      if (child.kind === 'loop' || child.expected) continue;
      this.#missed = this.#sinceMissed > 0 ? [child] : [...this.#missed, child];
      this.#sinceMissed = 0;
    }
  }
}

/** The innermost loop, or the one around it where that has nothing else in it than the beginning of this one. */
function headlessAt(frames: readonly Frame[]): number {
  const top = frames.length - 1;
  const [inner, around] = [frames[top], frames[top - 1]];
  if (!inner || inner.headless || !around?.headless || around.loop.segments.length > 0) return top;
  return inner.loop.segments.length === 1 && inner.loop.loops.length === 0 ? top - 1 : top;
}

/** Whether a numbered segment (LX, ENT) goes on from the loop before the one that lost its first. */
function isNext({ loop: { loops } }: Frame, { id, elements }: Segment): boolean {
  if (id !== 'LX' && id !== 'ENT') return false;
  const before = loops.at(-2)?.segments[0];
  return Number(elements[1]) === (before?.id === id ? Number(before.elements[1]) : 0) + 1;
}

/** Whether a segment is all that stands in a loop like this one that lost its first: it was sent before it. */
function isAhead({ ahead }: Frame, use: Use): boolean {
  const [only, ...rest] = ahead?.segments ?? [];
  if (!ahead || !only || rest.length > 0 || ahead.loops.length > 0 || use.kind === 'loop') return false;
  return use.id === only.id && keyMatches(use, only);
}

/** Which of too many segments is one too many: the last, or one that says what another said, where the last does not. */
function surplusOf({ loop }: Frame, use: Use, last: Segment): Segment {
  if (use.kind === 'loop' || !use.key) return last;
  const { element: at } = use.key;
  const codes = new Set<string>();
  let repeated: Segment | undefined;
  for (const one of loop.segments) {
    if (one.id !== use.id || !keyMatches(use, one)) continue;
    const code = component(one, at, 1);
    if (codes.has(code)) repeated ??= one;
    codes.add(code);
  }
  return codes.has(component(last, at, 1)) ? last : (repeated ?? last);
}

function isSame(one: Segment, other: Segment): boolean {
  return (
    one.elements.length === other.elements.length &&
    one.elements.every((text, at) => text === other.elements[at])
  );
}

/** How many segments after it was told to be missing a segment is taken for the one. */
const strayReach = 3;

/** How many segments apart what stands nowhere near its place and what is missing are taken for one. */
const nearby = 12;

/** How much oftener than it may a segment or loop is kept in the loop that holds it. */
const spare = 1000;

/**
 * What stands a thousand times too often is told each time, and kept no more: rules that look at each part of a
 * loop for each other part must not take hours over a file that is made for it.
 */
function isKept(frame: Frame, use: Use): boolean {
  return countOf(frame, use) <= use.max + spare;
}
