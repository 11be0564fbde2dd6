import { element, type Segment } from '../../tokens/segment.ts';
import { first, type Loop, loopOf } from '../../walk/loop.ts';
import type { RuleFinding, TransactionRule } from '../rule.ts';

/** What a level of an inquiry or an answer holds when no lower level follows. */
export interface LevelContent {
  level: string;
  /** The loop that names who the level is about, and the level that may follow below. */
  name: string;
  below?: string;
  /** Segment that ends the level: a rejection, or a status of its own. */
  ends?(loop: Loop): Segment | undefined;
  /** Whether the level answers or asks for itself. */
  holds?(loop: Loop): boolean;
  /** What is due when there is neither. */
  due: { segment: string; loop: string };
}

/**
 * A level either ends — with a rejection, or a status that is meant for all below — or goes on; and one that
 * does neither says nothing.
 */
export function levelContents(contents: readonly LevelContent[], source: string): TransactionRule {
  const byLevel = new Map(contents.map((content) => [content.level, content]));
  return {
    id: 'level-empty',
    snip: 4,
    from: 'guide',
    source,
    when: 'a level below which none follows asks or answers something itself, and one that rejects has nothing below it',
    start(report) {
      const followed = new WeakSet<Loop>();
      return {
        closed(loop) {
          const { parent } = loop;
          if (parent && byLevel.get(parent.id)?.below === loop.id) followed.add(parent);
          const content = byLevel.get(loop.id);
          if (content) check(loop, content, followed, report);
        },
      };
    },
  };
}

function check(
  loop: Loop,
  content: LevelContent,
  followed: WeakSet<Loop>,
  report: (finding: RuleFinding) => void,
): void {
  const { name, below, due } = content;
  const goesOn = followed.has(loop);
  const end = content.ends?.(loop);
  const holds = content.holds?.(loop) ?? false;
  if (end && (goesOn || holds)) {
    const message =
      'The level ends here, so nothing may be answered below it: either this or what follows is wrong.';
    report({ code: 'level-ended', segment: end, loop: name, message });
  }
  if (end || goesOn || holds) return;
  const place = first(loopOf(loop, name), 'NM1');
  const hl = first(loop, 'HL');
  // A level that announces others below it is told of by its HL04.
  if (!place || !hl || (below !== undefined && element(hl, 4) === '1')) return;
  report({
    code: 'level-empty',
    segment: place,
    missing: due.segment,
    loop: due.loop,
    message: `Loop ${due.loop} is required: no lower level follows, and the level says nothing itself.`,
  });
}
