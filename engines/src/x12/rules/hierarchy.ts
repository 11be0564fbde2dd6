import { element, type Segment } from '../segment.ts';
import type { TransactionRule } from './rule.ts';

/** HL levels are numbered 1, 2, 3 …, each names the level above it that is open, and HL04 tells whether others follow below. */
export const hierarchy: TransactionRule = {
  snip: 4,
  source: 'X12 005010, HL comments; 005010X222A1 2000A HL, 005010X214 2000A HL',
  start(report) {
    let expected = 0;
    let open: { hl: Segment; loop: string; children: number }[] = [];
    const close = (levels: typeof open) => {
      for (const { hl, loop, children } of levels) {
        const says = element(hl, 4);
        if ((says === '1' && children === 0) || (says === '0' && children > 0)) {
          const message =
            children === 0
              ? 'HL04 announces lower levels, but none follows.'
              : 'HL04 says that no lower level follows, but one does.';
          report({ code: 'hl-children', segment: hl, loop, element: 'HL04', message });
        }
      }
    };
    return {
      segment(segment, loop) {
        if (segment.id !== 'HL') return;
        expected++;
        if (element(segment, 1) !== String(expected)) {
          const message = `HL01 must count the levels: ${expected} is due.`;
          report({ code: 'hl-number', segment, loop: loop.id, element: 'HL01', message });
        }
        const above = open.findIndex(({ hl }) => hl === loop.parent?.segments[0]);
        const parent = open[above];
        if (parent && element(segment, 2) !== element(parent.hl, 1)) {
          const message = 'HL02 does not name the level above this one.';
          report({ code: 'hl-parent', segment, loop: loop.id, element: 'HL02', message });
        }
        if (parent) parent.children++;
        close(open.slice(above + 1));
        open = [...open.slice(0, above + 1), { hl: segment, loop: loop.id, children: 0 }];
      },
      closed(loop) {
        if (loop.id === '') close(open);
      },
    };
  },
};
