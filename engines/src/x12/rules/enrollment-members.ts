import { first, type Loop, value } from '../loop.ts';
import type { Segment } from '../segment.ts';
import type { TransactionRule } from './rule.ts';

type Member = 'subscriber' | 'dependent';

/** Undefined where INS01 and INS02 contradict each other, which is a finding of its own. */
function kindOf(ins: Segment | undefined): Member | undefined {
  const [indicator, relation] = [value(ins, 1), value(ins, 2)];
  if (indicator === 'Y' && (relation === '18' || value(ins, 5) === 'S')) return 'subscriber';
  return indicator === 'N' && relation !== '18' ? 'dependent' : undefined;
}

const totals: Readonly<Record<string, string>> = {
  TO: 'members',
  ET: 'subscribers',
  DT: 'dependents',
};

/** The totals at the head of a transaction count its INS segments: all (TO), of subscribers (ET), of dependents (DT). */
export const memberTotals: TransactionRule = {
  id: 'member-total',
  snip: 3,
  from: 'guide',
  source: '005010X220A1, QTY',
  when: 'QTY02 counts the INS segments of the transaction, those of subscribers or those of dependents',
  start(report) {
    const counts: Record<string, number> = { TO: 0, ET: 0, DT: 0 };
    let isUnsure = false;
    const count = (qualifier: string) => {
      counts[qualifier] = (counts[qualifier] ?? 0) + 1;
    };
    return {
      segment(segment) {
        if (segment.id !== 'INS') return;
        count('TO');
        const kind = kindOf(segment);
        if (kind === undefined) isUnsure = true;
        else count(kind === 'subscriber' ? 'ET' : 'DT');
      },
      headless(loop) {
        if (loop.id === '2000') {
          count('TO');
          isUnsure = true;
        }
      },
      closed(loop) {
        if (loop.id !== '') return;
        for (const qty of loop.segments) {
          if (qty.id !== 'QTY') continue;
          const qualifier = value(qty, 1) ?? '';
          const [said, actual, what] = [Number(value(qty, 2)), counts[qualifier], totals[qualifier]];
          if (actual === undefined || what === undefined || Number.isNaN(said) || said === actual) continue;
          if (isUnsure && qualifier !== 'TO') continue;
          const message = `QTY02 does not count the ${what} right: there are ${actual}.`;
          report({ code: 'member-total', segment: qty, loop: '', element: 'QTY02', message });
        }
      },
    };
  },
};

/** A dependent names the subscriber by the number in REF*0F. Where both are in one transaction, the subscriber comes first. */
export const subscriberFirst: TransactionRule = {
  id: 'subscriber-first',
  snip: 4,
  from: 'guide',
  source: '005010X220A1, 2000 INS and REF*0F',
  when: 'a subscriber stands before the dependents with the same REF*0F, and in a full file no dependent lacks one',
  start(report) {
    const subscribers = new Set<string>();
    const waiting = new Map<string, Loop[]>();
    let isFullFile = false;
    return {
      segment(segment) {
        if (segment.id === 'BGN') isFullFile = ['4', 'RX'].includes(value(segment, 8) ?? '');
      },
      closed(loop) {
        if (loop.id === '2000') {
          const ins = first(loop, 'INS');
          const number = value(first(loop, 'REF', '0F'), 2);
          if (number === undefined) return;
          if (value(ins, 1) === 'Y' || value(ins, 2) === '18') {
            for (const early of waiting.get(number) ?? []) tell(early);
            waiting.delete(number);
            subscribers.add(number);
          } else if (!subscribers.has(number)) {
            waiting.set(number, [...(waiting.get(number) ?? []), loop]);
          }
        }
        if (loop.id !== '' || !isFullFile) return;
        for (const orphan of [...waiting.values()].flat()) {
          const ref = first(orphan, 'REF', '0F');
          if (!ref) continue;
          const message = 'REF02 names no subscriber of this transaction, which replaces or verifies the whole.';
          report({ code: 'subscriber-unknown', segment: ref, loop: '2000', element: 'REF02', message });
        }
      },
    };
    function tell(early: Loop): void {
      const ins = first(early, 'INS');
      if (!ins) return;
      const message = 'A dependent stands before the subscriber, who must come first.';
      report({ code: 'subscriber-first', segment: ins, loop: '2000', message });
    }
  },
};
