import type { Loop } from '../loop.ts';
import { element, type Segment } from '../segment.ts';
import type { RuleFinding, TransactionRule } from './rule.ts';

interface Level {
  loop: Loop;
  /** Absent where it is missing from the file, which the guide's own check reports. */
  hl: Segment | undefined;
  children: number;
}

/** HL levels are numbered 1, 2, 3 …, each names the level above it that is open, and HL04 tells whether others follow below. */
export const hierarchy: TransactionRule = {
  snip: 4,
  source: 'X12 005010, HL comments; 005010X222A1 2000A HL, 005010X214 2000A HL',
  start(report) {
    let due = 1;
    let open: Level[] = [];
    const enter = (loop: Loop, hl: Segment | undefined): Level | undefined => {
      const above = open.findIndex((level) => level.loop === loop.parent);
      const parent = open[above];
      if (parent) parent.children++;
      for (const level of open.slice(above + 1)) checkChildren(level, report);
      open = [...open.slice(0, above + 1), { loop, hl, children: 0 }];
      return parent;
    };
    return {
      segment(segment, loop) {
        if (segment.id !== 'HL') return;
        const at = { segment, loop: loop.id };
        if (element(segment, 1) !== String(due)) {
          report({
            ...at,
            code: 'hl-number',
            element: 'HL01',
            message: `HL01 must count the levels: ${due} is due.`,
          });
        }
        due++;
        const parent = enter(loop, segment)?.hl;
        if (parent && element(segment, 2) !== element(parent, 1)) {
          const message = 'HL02 does not name the level above this one.';
          report({ ...at, code: 'hl-parent', element: 'HL02', message });
        }
      },
      headless(loop) {
        if (loop.use.children[0]?.id !== 'HL') return;
        due++;
        enter(loop, undefined);
      },
      closed(loop) {
        if (loop.id === '') for (const level of open) checkChildren(level, report);
      },
    };
  },
};

function checkChildren({ hl, loop, children }: Level, report: (finding: RuleFinding) => void): void {
  if (!hl) return;
  const says = element(hl, 4);
  if ((says !== '1' || children > 0) && (says !== '0' || children === 0)) return;
  const message =
    children === 0
      ? 'HL04 announces lower levels, but none follows.'
      : 'HL04 says that no lower level follows, but one does.';
  report({ code: 'hl-children', segment: hl, loop: loop.id, element: 'HL04', message });
}
