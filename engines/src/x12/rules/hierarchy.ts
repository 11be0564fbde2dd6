import { element, type Segment } from '../tokens/segment.ts';
import type { Loop } from '../walk/loop.ts';
import type { RuleFinding, TransactionRule } from './rule.ts';

interface Level {
  loop: Loop;
  /** Absent where it is missing from the file, which the guide's own check reports. */
  hl: Segment | undefined;
  /** What HL01 ought to be. */
  due: number;
  children: number;
}

/** HL levels are numbered 1, 2, 3 …, each names the level above it that is open, and HL04 tells whether others follow below. */
export const hierarchy = hierarchyWhere(() => false);

/**
 * The {@link hierarchy} of an answer: a level that `ends` with a rejection or a status of its own keeps the
 * HL04 = 1 of the request in examples of the guides, though nothing follows below it.
 */
export function hierarchyWhere(ends: (loop: Loop) => boolean): TransactionRule {
  return {
    id: 'hierarchy',
    snip: 4,
    from: 'standard',
    source: 'X12 005010, HL comments',
    when: 'levels are counted in HL01, each names the open level above it in HL02, and HL04 says whether others follow below',
    start: (report) => startHierarchy(report, ends),
  };
}

function startHierarchy(
  report: (finding: RuleFinding) => void,
  ends: (loop: Loop) => boolean,
): ReturnType<TransactionRule['start']> {
  let due = 1;
  let stated = 0;
  /** Levels that are missing since the last one: the sender may have counted them or not. */
  let skipped = 0;
  let open: Level[] = [];
  const enter = (loop: Loop, hl: Segment | undefined): Level | undefined => {
    const above = open.findIndex((level) => level.loop === loop.parent);
    const parent = open[above];
    if (parent) parent.children++;
    for (const level of open.slice(above + 1)) checkChildren(level, ends, report);
    open = [...open.slice(0, above + 1), { loop, hl, due, children: 0 }];
    return parent;
  };
  return {
    segment(segment, loop) {
      if (segment.id !== 'HL') return;
      const at = { segment, loop: loop.id };
      const number = numberOf(element(segment, 1));
      // After one wrong number the sender may count on from it: that is no further fault.
      if (number === stated + 1 || (number >= due - skipped && number < due)) due = number;
      skipped = 0;
      // An element that is missing is told already.
      if (![String(due), ''].includes(element(segment, 1))) {
        const message = `HL01 must count the levels: ${due} is due.`;
        report({ ...at, code: 'hl-number', element: 'HL01', message });
      }
      const parent = enter(loop, segment);
      const names = element(segment, 2);
      if (parent?.hl && ![element(parent.hl, 1), String(parent.due), ''].includes(names)) {
        const message = 'HL02 does not name the level above this one.';
        report({ ...at, code: 'hl-parent', element: 'HL02', message });
      }
      stated = number;
      due++;
    },
    headless(loop) {
      const first = loop.use.children[0];
      if (first?.kind !== 'segment' || first.id !== 'HL') return;
      enter(loop, undefined);
      stated = due;
      due++;
      skipped++;
    },
    closed(loop) {
      if (loop.id === '') for (const level of open) checkChildren(level, ends, report);
    },
  };
}

/** NaN where no level can have that number: what is too long for an element counts nothing. */
function numberOf(text: string): number {
  return text.length > 12 ? Number.NaN : Number(text);
}

function checkChildren(
  { hl, loop, children }: Level,
  ends: (loop: Loop) => boolean,
  report: (finding: RuleFinding) => void,
): void {
  if (!hl) return;
  const says = element(hl, 4);
  const [use] = loop.use.children;
  const codes = use?.kind === 'segment' ? use.elements.get(4)?.codes : undefined;
  // A code that the guide does not have here is told already.
  if (codes && !codes.has(says)) return;
  if ((says !== '1' || children > 0 || ends(loop)) && (says !== '0' || children === 0)) return;
  const message =
    children === 0
      ? 'HL04 announces lower levels, but none follows.'
      : 'HL04 says that no lower level follows, but one does.';
  report({ code: 'hl-children', segment: hl, loop: loop.id, element: 'HL04', message });
}
