import type { Segment } from '../../tokens/segment.ts';
import { first, type Loop, value } from '../../walk/loop.ts';
import type { TransactionRule } from '../rule.ts';

type Member = 'subscriber' | 'dependent';

/** Undefined where INS01 and INS02 contradict each other, which is a finding of its own. */
function kindOf(ins: Segment | undefined): Member | undefined {
  const [indicator, relation] = [value(ins, 1), value(ins, 2)];
  if (indicator === 'Y' && (relation === '18' || value(ins, 5) === 'S')) return 'subscriber';
  return indicator === 'N' && relation !== '18' ? 'dependent' : undefined;
}

const totals: ReadonlyMap<string, string> = new Map(
  Object.entries({
    TO: 'members',
    ET: 'subscribers',
    DT: 'dependents',
  }),
);

/** The totals at the head of a transaction count its INS segments: all (TO), of subscribers (ET), of dependents (DT). */
export const memberTotals: TransactionRule = {
  id: 'member-total',
  snip: 3,
  from: 'guide',
  source: '005010X220A1, QTY',
  when: 'QTY02 counts the INS segments of the transaction, those of subscribers or those of dependents',
  start(report) {
    const counts: Record<string, number> = { TO: 0, ET: 0, DT: 0 };
    let isWhole = true;
    let isSure = true;
    const count = (qualifier: string) => {
      counts[qualifier] = (counts[qualifier] ?? 0) + 1;
    };
    return {
      closed(loop) {
        if (loop.id === '2000') {
          const ins = first(loop, 'INS');
          const kind = kindOf(ins);
          count('TO');
          if (kind) count(kind === 'subscriber' ? 'ET' : 'DT');
          // What is no whole member may be one too many, or part of another.
          if (!ins || loop.segments.length === 1) isWhole = false;
          if (kind === undefined) isSure = false;
        }
        if (loop.id !== '' || !isWhole) return;
        for (const qty of loop.segments) {
          if (qty.id !== 'QTY') continue;
          const qualifier = value(qty, 1) ?? '';
          const [said, actual, what] = [Number(value(qty, 2)), counts[qualifier], totals.get(qualifier)];
          if (what === undefined || actual === undefined || Number.isNaN(said) || said === actual) continue;
          if (!isSure && qualifier !== 'TO') continue;
          const message = `QTY02 does not count the ${what} right: there are ${actual}.`;
          report({ code: 'member-total', segment: qty, loop: '', element: 'QTY02', message });
        }
      },
    };
  },
};

/**
 * A dependent names the subscriber by the number in REF*0F. Where both are in one transaction, the subscriber
 * comes first. A full file has both; a file of changes may add a dependent to a subscriber who is enrolled
 * already, so there a number that nobody has is only worth a look.
 */
export const subscriberFirst: TransactionRule = {
  id: 'subscriber-first',
  snip: 4,
  from: 'guide',
  source: '005010X220A1, BGN08, 2000 INS and REF*0F',
  when: 'a subscriber stands before the dependents with the same REF*0F, and in a full file (BGN08 = 4, RX) every dependent has one',
  start(report) {
    const subscribers = new Set<string>();
    const waiting = new Map<string, Loop[]>();
    let isFullFile = false;
    let isSure = true;
    return {
      closed(loop) {
        if (loop.id === '2000') {
          isFullFile = ['4', 'RX'].includes(value(first(loop.parent, 'BGN'), 8) ?? '');
          const isSubscriber = kindOf(first(loop, 'INS')) !== 'dependent';
          const number = value(first(loop, 'REF', '0F'), 2);
          // The number that dependents may name is not known.
          if (isSubscriber && number === undefined) isSure = false;
          if (number === undefined) return;
          if (isSubscriber) {
            for (const early of waiting.get(number) ?? []) tellEarly(early);
            waiting.delete(number);
            subscribers.add(number);
          } else if (!subscribers.has(number)) {
            waiting.set(number, [...(waiting.get(number) ?? []), loop]);
          }
        }
        if (loop.id === '' && isSure && subscribers.size > 0) {
          for (const orphan of [...waiting.values()].flat()) tellOrphan(orphan);
        }
      },
    };
    function tellEarly(early: Loop): void {
      const segment = first(early, 'INS');
      if (!segment) return;
      const message = 'A dependent stands before the subscriber, who must come first.';
      report({ code: 'subscriber-first', segment, loop: '2000', message });
    }
    function tellOrphan(orphan: Loop): void {
      const segment = first(orphan, 'REF', '0F');
      if (!segment) return;
      report({
        ...(!isFullFile && { severity: 'warning' }),
        code: 'subscriber-unknown',
        segment,
        loop: '2000',
        element: 'REF02',
        message: 'REF02 names no subscriber of this transaction.',
      });
    }
  },
};
