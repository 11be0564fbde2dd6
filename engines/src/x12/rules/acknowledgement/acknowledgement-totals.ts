import { formatMoney } from '../../../model/index.ts';
import { element, type Segment } from '../../tokens/segment.ts';
import { all, first, type Loop, loopOf } from '../../walk/loop.ts';
import { amount } from '../amounts.ts';
import type { RuleFinding, TransactionRule } from '../rule.ts';
import { isContradictory } from './status-action.ts';

/** What was accepted and rejected, by count and charge. */
interface Tally {
  accepted: number;
  rejected: number;
  acceptedCharge: number;
  rejectedCharge: number;
}

const empty = (): Tally => ({ accepted: 0, rejected: 0, acceptedCharge: 0, rejectedCharge: 0 });

type Place = readonly [part: keyof Tally, id: 'QTY' | 'AMT', code: string];

/** The segments that state a tally, at the receiver's level and at a provider's. */
const ofReceiver: readonly Place[] = [
  ['accepted', 'QTY', '90'],
  ['rejected', 'QTY', 'AA'],
  ['acceptedCharge', 'AMT', 'YU'],
  ['rejectedCharge', 'AMT', 'YY'],
];
const ofProvider: readonly Place[] = [
  ['accepted', 'QTY', 'QA'],
  ['rejected', 'QTY', 'QC'],
  ['acceptedCharge', 'AMT', 'YU'],
  ['rejectedCharge', 'AMT', 'YY'],
];

/**
 * The totals of a 277CA: those of a provider are of the claims listed below it, those of the receiver of all
 * providers together. Of a provider whose claims are not listed its own totals are taken.
 */
export const acknowledgementTotals: TransactionRule = {
  id: 'acknowledged-total',
  snip: 3,
  from: 'guide',
  source: '005010X214, 2200B and 2200C QTY, AMT and STC04; 2200D STC',
  when: 'QTY and AMT of a provider count its accepted and rejected claims, those of the receiver all of them; STC04 is accepted and rejected charges together',
  start(report) {
    const totals = new Totals(report);
    return {
      closed(loop) {
        if (loop.id === '2200D') totals.addClaim(loop);
        else if (loop.id === '2000C') totals.endProvider(loopOf(loop, '2200C'));
        else if (loop.id === '2000B') totals.endReceiver(loopOf(loop, '2200B'));
      },
    };
  },
};

class Totals {
  readonly #report: (finding: RuleFinding) => void;
  /** Of the claims of the open provider; undefined when one of them cannot be told accepted or rejected. */
  #claims: Tally | undefined = empty();
  #listed = 0;
  #providers = 0;
  /** Of all providers so far; undefined when one of them is unknown. */
  #all: Tally | undefined = empty();
  /** By how much the totals of providers are off: those of the receiver may repeat it. */
  #off = empty();

  constructor(report: (finding: RuleFinding) => void) {
    this.#report = report;
  }

  addClaim(loop: Loop): void {
    this.#listed++;
    const statuses = all(loop, 'STC');
    const charge = amount(statuses[0], 4);
    const isClear = statuses.every((stc) => /^(?:U|WQ)$/.test(element(stc, 3)) && !isContradictory(stc));
    const isOne = statuses.every((stc) => amount(stc, 4) === charge);
    if (charge === undefined || !isClear || !isOne) this.#claims = undefined;
    if (this.#claims === undefined || charge === undefined) return;
    const isAccepted = statuses.every((stc) => element(stc, 3) === 'WQ');
    this.#claims[isAccepted ? 'accepted' : 'rejected']++;
    this.#claims[isAccepted ? 'acceptedCharge' : 'rejectedCharge'] += charge;
  }

  endProvider(trace: Loop | undefined): void {
    this.#providers++;
    const stated = statedIn(trace, ofProvider);
    const known = this.#listed > 0 ? this.#claims : stated;
    if (known && trace) add(this.#off, this.#check(trace, ofProvider, known, empty()));
    // Totals that contradict themselves, with no claims to count, say nothing for those above.
    const isCertain = this.#listed > 0 || (known !== undefined && chargeFits(trace, known));
    if (known && this.#all && isCertain) add(this.#all, known);
    else this.#all = undefined;
    this.#claims = empty();
    this.#listed = 0;
  }

  endReceiver(batch: Loop | undefined): void {
    // Where a batch is refused as a whole, nobody is listed below.
    const known = this.#providers > 0 ? this.#all : statedIn(batch, ofReceiver);
    if (batch && known) this.#check(batch, ofReceiver, known, this.#off);
    this.#all = empty();
    this.#off = empty();
    this.#providers = 0;
  }

  /** Compares what a loop states; `explained` was said of the totals below. */
  #check(loop: Loop, places: readonly Place[], due: Tally, explained: Tally): Tally {
    const off = empty();
    for (const [part, id, code] of places) {
      const segment = first(loop, id, code);
      const stated = segment && numberIn(segment, id);
      if (!segment || stated === undefined) continue;
      off[part] = stated - due[part];
      if (off[part] === 0 || off[part] === explained[part]) continue;
      const what = part.startsWith('accepted') ? 'accepted' : 'rejected';
      const message =
        id === 'QTY'
          ? `QTY02 does not count the ${what} claims right: there are ${due[part]}.`
          : `AMT02 is not the charge of the ${what} claims: the difference is ${money(off[part])}.`;
      this.#report({ code: 'acknowledged-total', segment, loop: loop.id, element: `${id}02`, message });
    }
    const said = off.acceptedCharge !== 0 || off.rejectedCharge !== 0;
    if (!said) this.#checkCharge(loop, due.acceptedCharge + due.rejectedCharge);
    return off;
  }

  #checkCharge(loop: Loop, due: number): void {
    const stc = first(loop, 'STC');
    const stated = amount(stc, 4);
    if (!stc || stated === undefined || stated === due) return;
    const message = `STC04 is not the charge of accepted and rejected claims together: the difference is ${money(stated - due)}.`;
    this.#report({ code: 'acknowledged-charge', segment: stc, loop: loop.id, element: 'STC04', message });
  }
}

function chargeFits(loop: Loop | undefined, { acceptedCharge, rejectedCharge }: Tally): boolean {
  const stated = amount(first(loop, 'STC'), 4);
  return stated === undefined || stated === acceptedCharge + rejectedCharge;
}

/** What a loop states itself; undefined when that is nothing, or counts without charges, or unreadable. */
function statedIn(loop: Loop | undefined, places: readonly Place[]): Tally | undefined {
  const tally = empty();
  const given = new Set<keyof Tally>();
  for (const [part, id, code] of places) {
    const segment = first(loop, id, code);
    if (!segment) continue;
    const stated = numberIn(segment, id);
    if (stated === undefined) return undefined;
    tally[part] = stated;
    given.add(part);
  }
  const isHalf =
    given.has('accepted') !== given.has('acceptedCharge') ||
    given.has('rejected') !== given.has('rejectedCharge');
  return given.size === 0 || isHalf ? undefined : tally;
}

function numberIn(segment: Segment, id: 'QTY' | 'AMT'): number | undefined {
  if (id === 'AMT') return amount(segment, 2);
  return /^\d{1,10}$/.test(element(segment, 2)) ? Number(element(segment, 2)) : undefined;
}

function add(sum: Tally, more: Tally): void {
  for (const part of ['accepted', 'rejected', 'acceptedCharge', 'rejectedCharge'] as const)
    sum[part] += more[part];
}

function money(amountInCents: number): string {
  return formatMoney(amountInCents as Parameters<typeof formatMoney>[0]);
}
