import type { Instant } from '../../model/index.ts';
import type { Envelope, Station } from '../exchange.ts';
import { type DraftSegment, render, X12WriteError } from './draft.ts';

interface Route {
  sender: Station;
  receiver: Station;
  createdAt: Instant;
  usage: 'P' | 'T';
}

/** `2027-03-01T09:30:15.000Z` as `20270301` and `093015`. */
export function dateAndTime(instant: Instant): { date: string; time: string } {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z$/.exec(instant);
  if (!match) throw new RangeError('createdAt is no instant in UTC');
  return { date: match.slice(1, 4).join(''), time: match.slice(4, 7).join('') };
}

/** A control number as ISA13 wants it: nine digits. */
function nineDigits(number: number, what: string): string {
  if (!Number.isSafeInteger(number) || number < 1 || number > 999_999_999) {
    throw new RangeError(`the ${what} control number must be 1 to 999999999`);
  }
  return String(number).padStart(9, '0');
}

function padded(text: string, at: string): string {
  if (text.length > 15) throw new X12WriteError(at, 'is longer than 15 characters');
  if (!/^[\x20-\x7e]*$/.test(text)) throw new X12WriteError(at, 'holds a character that X12 cannot carry');
  return text.padEnd(15);
}

/** Sixteen elements; 11 and 16 are filled in when the delimiters are chosen. */
function isa(
  { sender, receiver, createdAt, usage }: Route,
  interchange: string,
  wantsTA1: boolean,
): string[] {
  const { date, time } = dateAndTime(createdAt);
  const qualifier = (station: Station) => (station.qualifier ?? 'ZZ').padEnd(2).slice(0, 2);
  const blank = ' '.repeat(10);
  const from = [qualifier(sender), padded(sender.id, 'ISA06')];
  const to = [qualifier(receiver), padded(receiver.id, 'ISA08')];
  const when = [date.slice(2), time.slice(0, 4)];
  return [
    '00',
    blank,
    '00',
    blank,
    ...from,
    ...to,
    ...when,
    '',
    '00501',
    interchange,
    wantsTA1 ? '1' : '0',
    usage,
    '',
  ];
}

/** An interchange without groups: the one place where TA1 segments stand alone. */
export function renderInterchange(
  route: Route,
  interchange: number,
  segments: readonly DraftSegment[],
): string {
  const number = nineDigits(interchange, 'interchange');
  return render(isa(route, number, false), [...segments, ['IEA', '0', number]]);
}

/** ST02 as written: at least four digits. */
export function transactionControl(number: number): string {
  nineDigits(number, 'transaction');
  return String(number).padStart(4, '0');
}

/**
 * One interchange with one group and its transactions, each given as its segments without ST and SE.
 * `guide` goes to GS08 and, unless it is an 835 (which has no ST03), to ST03.
 */
export function renderGroup(
  route: Route & Envelope,
  kind: { set: string; functionalId: string; guide: string; wantsTA1: boolean },
  transactions: readonly (readonly DraftSegment[])[],
): string {
  const { controlNumbers, sender, receiver, createdAt } = route;
  const interchange = nineDigits(controlNumbers.interchange, 'interchange');
  const group = String(Number(nineDigits(controlNumbers.group, 'group')));
  const { date, time } = dateAndTime(createdAt);
  const body = transactions.flatMap((segments, index): DraftSegment[] => {
    const control = transactionControl(controlNumbers.transaction + index);
    const start: DraftSegment = ['ST', kind.set, control, kind.set === '835' ? undefined : kind.guide];
    return [start, ...segments, ['SE', String(segments.length + 2), control]];
  });
  return render(isa(route, interchange, kind.wantsTA1), [
    [
      'GS',
      kind.functionalId,
      sender.application ?? sender.id,
      receiver.application ?? receiver.id,
      date,
      time,
      group,
      'X',
      kind.guide,
    ],
    ...body,
    ['GE', String(transactions.length), group],
    ['IEA', '1', interchange],
  ]);
}
