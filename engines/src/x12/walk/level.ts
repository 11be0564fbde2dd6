import { opener, type Use } from '../guides/guide.ts';
import { element, type Segment } from '../tokens/segment.ts';
import { candidates, countOf, type Frame, isFirstDue, keyMatches } from './frame.ts';

/** Where a level (HL) stands. */
interface Place {
  frame: number;
  use: Use;
}

/** The open level with this number (HL01); a level that names none stands in the transaction itself. */
export function levelNamed(frames: readonly Frame[], number: string): number | undefined {
  if (number === '') return 0;
  const at = frames.findIndex(({ loop: { segments } }) => {
    const [first] = segments;
    return first?.id === 'HL' && element(first, 1) === number;
  });
  return at < 0 ? undefined : at;
}

/** Whether a segment may follow the first one of a loop, nothing that is required being left out. */
export function takes(use: Use, segment: Segment): boolean {
  return (
    use.kind === 'loop' &&
    candidates(use, segment).some((one) => keyMatches(one, segment) && isFirstDue(use, one))
  );
}

/** Whether HL04, which not every level has, is as a level has it. */
export function isLike(use: Use, level: Segment): boolean {
  const child = use.kind === 'loop' ? opener(use).elements.get(4) : undefined;
  const says = element(level, 4);
  return says === '' ? child?.required !== true : child !== undefined;
}

/** Whether HL03 may be wrong: HL02 names another open level, or levels of several kinds stand below this one. */
export function isUncertain(frames: readonly Frame[], level: Segment, coded: Place): boolean {
  const frame = frames[coded.frame];
  if (frame && candidates(frame.loop.use, level).length > 1) return true;
  const parent = element(level, 2);
  const named = parent === '' ? undefined : levelNamed(frames, parent);
  return named !== undefined && named !== coded.frame;
}

/**
 * A level below the one that HL02 names, of which HL03 is wrong: what follows fits into it, and into what HL03
 * says (`coded`) it does not; or that would leave the level above without any below it, which its HL04 announced.
 */
export function findMeant(
  frames: readonly Frame[],
  level: Segment,
  next: Segment,
  coded: Place | undefined,
): Place | undefined {
  const index = levelNamed(frames, element(level, 2));
  const frame = index === undefined ? undefined : frames[index];
  if (index === undefined || !frame) return undefined;
  const fits = (use: Use) => isLike(use, level) && takes(use, next);
  const use = candidates(frame.loop.use, level).find((one) => one.rank >= frame.rank && fits(one));
  if (!use || keyMatches(use, level)) return undefined;
  return coded && fits(coded.use) && !isPromised(frame, level) ? undefined : { frame: index, use };
}

/** Whether HL04 of a level announces others below, and none has come. */
function isPromised(frame: Frame, level: Segment): boolean {
  const [first] = frame.loop.segments;
  const levels = candidates(frame.loop.use, level);
  return first !== undefined && element(first, 4) === '1' && levels.every((one) => countOf(frame, one) === 0);
}
