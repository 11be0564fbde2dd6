import type { Guide, Use } from '../guides/guide.ts';
import { element, type Segment } from '../tokens/segment.ts';
import { adopt, isDoubled, openHeadless, openSkipped, reopen } from './beginning.ts';
import { countOf, type Frame, guess, innermost, keyMatches } from './frame.ts';
import { findHeadless } from './headless.ts';
import { putLate } from './late.ts';
import { findMeant, isUncertain } from './level.ts';
import { doubled, unexpected } from './misplacement.ts';
import { OpenLoops } from './open-loops.ts';
import { findEarlier, findSkipped, findWrongCode, isLater, isWanting, type Target } from './recovery.ts';
import type { WalkerEvents } from './walk.ts';

/**
 * Finds each segment's place in a guide. It looks from the innermost open loop outwards for a use whose
 * segment and code match at or after the place reached. Where there is none, it asks in turn
 *
 * - whether the loop just begun was meant to be another that begins alike (`beginning.ts`);
 * - whether the segment was told to be missing a moment ago, or goes on with a loop that something late closed;
 * - whether it belongs to a loop that lost its first segment, which then is opened without it (`headless.ts`);
 * - whether only its code is wrong, or it was due earlier (`recovery.ts`, `late.ts`).
 *
 * A level (HL) of which the code is in doubt waits for the segment after it to tell (`level.ts`).
 *
 * One fault gives one finding, though most show more than once: where a segment stands, where it should, and
 * in what follows. It is told where it shows first, and then
 *
 * - a loop that lost its first segment, or that nobody can tell, is not asked what else it lacks; what stands
 *   in one that nobody can tell, or in one amid another loop, is not judged;
 * - a lost first segment that comes after all is taken into its loop;
 * - what comes late turns the place of its loop back, so that what rightly follows it is not late as well;
 * - a place that was given to a wrong code is still free for the right one;
 * - what was told a few segments ago answers for what shows of it now (`recollection.ts`);
 * - rules do not miss in a loop what may stand there wrongly coded, or nearby (`unsure` of a loop).
 */
export class Walker {
  readonly #open: OpenLoops;
  readonly #frames: readonly Frame[];
  /** A level that fits nowhere, or elsewhere than it says itself, until the next segment tells more. */
  #held: Segment | undefined;
  /** The number of the last level. */
  #level = 0;

  constructor(guide: Guide, events: WalkerEvents) {
    this.#open = new OpenLoops(guide, events);
    this.#frames = this.#open.frames;
  }

  place(segment: Segment): void {
    const level = this.#held;
    this.#held = undefined;
    this.#open.recent.tick();
    if (level) this.#placeLevel(level, segment);
    if (segment.id !== 'HL') this.#settle(segment);
    else if (this.#isInDoubt(segment)) this.#held = segment;
    else {
      this.#settle(segment);
      this.#level = Number(element(segment, 1));
    }
  }

  /** Closes what is open. `last` is where a missing segment shows. */
  end(last: Segment): void {
    const level = this.#held;
    this.#held = undefined;
    if (level) this.#placeLevel(level, last);
    this.#open.closeTo(-1, last);
  }

  /** What comes next tells whether a level has a wrong code, or the level between was left out. */
  #isInDoubt(level: Segment): boolean {
    const coded = findExactly(this.#frames, level);
    return !coded || isUncertain(this.#frames, level, coded);
  }

  /** Places a level that was in doubt by what follows it. */
  #placeLevel(level: Segment, next: Segment): void {
    const coded = findExactly(this.#frames, level);
    const meant = findMeant(this.#frames, level, next, coded);
    if (meant) this.#open.put(level, meant.frame, meant.use, false);
    else {
      const skipped = coded ? undefined : findSkipped(this.#frames, level, next);
      if (skipped) openSkipped(this.#open, level, skipped);
      this.#settle(level);
    }
    this.#level = Number(element(level, 1));
  }

  /** The first steps are taken for every segment of a file, however long: they make no lists. */
  #settle(segment: Segment): void {
    const inner = innermost(this.#frames);
    if (isDoubled(inner, segment)) {
      this.#open.events.misplaced(doubled(segment, inner.loop));
      return;
    }
    if (adopt(this.#open, segment, this.#level)) return;
    const due = findExactly(this.#frames, segment);
    if (due) this.#open.put(segment, due.frame, due.use, false);
    else if (reopen(this.#open, segment)) this.#settle(segment);
    else this.#recover(segment);
  }

  /** Finds a place for a segment that fits nowhere. */
  #recover(segment: Segment): void {
    const { events, recent } = this.#open;
    if (recent.wasMissed(segment) || recent.wasCut(segment)) return;
    const late = findEarlier(this.#frames, segment);
    const headless = findHeadless(this.#frames, segment, late);
    if (headless) {
      openHeadless(this.#open, segment, headless);
      this.#settle(segment);
      return;
    }
    const isLateHere = late?.frame === this.#frames.length - 1;
    const wrongCode = isLateHere ? undefined : findWrongCode(this.#frames, segment);
    const isLate = late && wrongCode && (isWanting(this.#frames, late) || isLater(late, wrongCode, segment));
    if (wrongCode && !isLate) this.#putCoded(segment, wrongCode, late);
    else if (late) putLate(this.#open, segment, late);
    else if (!innermost(this.#frames).doubtful) {
      events.misplaced(unexpected(segment, innermost(this.#frames).loop));
      recent.noteUnexpected(segment, this.#frames);
    }
  }

  /**
   * With a wrong code. Whether what comes before it in the guide was passed over is not told by it; `late` is
   * what it says.
   */
  #putCoded(segment: Segment, { frame: index, use, doubtful }: Target, late: Target | undefined): void {
    const frame = this.#frames[index];
    const rank = frame?.rank;
    this.#open.put(segment, index, use, doubtful);
    if (!frame || rank === undefined || use.kind === 'loop') return;
    frame.rank = rank;
    if (late) guess(frame, use);
  }
}

/** The usual case. Of several uses of the lowest rank that fit, the first that is not full. */
function findExactly(frames: readonly Frame[], segment: Segment): { frame: number; use: Use } | undefined {
  for (let i = frames.length - 1; i >= 0; i--) {
    const frame = frames[i];
    const uses = frame?.loop.use.byOpener.get(segment.id);
    if (!frame || !uses) continue;
    let best: Use | undefined;
    for (const use of uses) {
      if (use.rank < frame.rank || !keyMatches(use, segment)) continue;
      if (best && use.rank !== best.rank) break;
      best ??= use;
      if (countOf(frame, use) >= use.max) continue;
      best = use;
      break;
    }
    if (best) return { frame: i, use: best };
  }
  return undefined;
}
