import {
  type Adjustment,
  type Cents,
  type Instant,
  type IsoDate,
  parseCompactDate,
  parseIsoDate,
  zero,
} from '../../model/index.ts';
import type { TransactionPlace } from '../check/records.ts';
import type { Envelope, ExchangeTA1, Station } from '../exchange.ts';
import { amount } from '../rules/amounts.ts';
import { element, type Segment } from '../tokens/segment.ts';
import { all, type Loop, value } from '../walk/loop.ts';

/** The same with undefined for what is absent. */
export type Loose<T> = { [K in keyof T]: Record<never, never> extends Pick<T, K> ? T[K] | undefined : T[K] };

/** An object without the optional properties that are undefined. */
export function defined<T extends object>(loose: Loose<T>): T {
  // What is taken away is optional in T, so what is left is a T.
  return Object.fromEntries(Object.entries(loose).filter(([, v]) => v !== undefined)) as T;
}

/** An amount that is missing or unreadable counts as zero: validation has reported it. */
export function money(segment: Segment | undefined, index: number): Cents {
  return amount(segment, index) ?? zero;
}

/** A quantity; undefined when there is none. */
export function quantity(segment: Segment | undefined, index: number): number | undefined {
  const text = value(segment, index);
  return text !== undefined && /^-?(?:\d+(?:\.\d+)?|\.\d+)$/.test(text) ? Number(text) : undefined;
}

/** The date in an element that holds just that (CCYYMMDD). */
export function day(segment: Segment | undefined, index: number): IsoDate | undefined {
  return parseCompactDate(value(segment, index) ?? '');
}

/** The days of a DTP segment, D8 or RD8. One day twice counts as one. */
export function days(dtp: Segment | undefined): { from?: IsoDate; to?: IsoDate } {
  const [from, to] = (value(dtp, 3) ?? '').split('-').map(parseCompactDate);
  return defined<{ from?: IsoDate; to?: IsoDate }>({ from, to });
}

const groups: readonly Adjustment['group'][] = ['CO', 'PR', 'OA', 'PI', 'CR'];

/** The adjustments of a loop's CAS segments, in order. */
export function adjustments(loop: Loop): Adjustment[] {
  return all(loop, 'CAS').flatMap((cas) => {
    const group = groups.find((one) => one === element(cas, 1));
    if (!group) return [];
    return [2, 5, 8, 11, 14, 17]
      .filter((index) => element(cas, index) !== '')
      .map((index) =>
        defined<Adjustment>({
          group,
          reason: element(cas, index),
          amount: money(cas, index + 1),
          quantity: quantity(cas, index + 2),
        }),
      );
  });
}

function station(isa: Segment, index: 5 | 7, application: string): Station {
  const id = element(isa, index + 1).trim();
  const qualifier = element(isa, index);
  return defined<Station>({
    id,
    qualifier: qualifier === 'ZZ' ? undefined : qualifier,
    application: application === id || application === '' ? undefined : application,
  });
}

/** Who sent a group to whom, when, and under which numbers. */
export function envelope({ interchange, group, transaction }: TransactionPlace): Envelope & {
  sender: Station;
  receiver: Station;
} {
  const { isa } = interchange;
  const { gs } = group;
  return {
    sender: station(isa, 5, element(gs, 2)),
    receiver: station(isa, 7, element(gs, 3)),
    controlNumbers: {
      interchange: Number(element(isa, 13)) || 0,
      group: Number(element(gs, 6)) || 0,
      transaction: Number(element((group.transactions[0] ?? transaction).st, 2)) || 0,
    },
    createdAt: instant(element(gs, 4), element(gs, 5)),
    usage: element(isa, 15) === 'P' ? 'P' : 'T',
  };
}

/** The same for an interchange without groups, which is dated to the minute. */
export function interchangeEnvelope(isa: Segment): Omit<ExchangeTA1, 'acknowledgements'> {
  return {
    sender: station(isa, 5, ''),
    receiver: station(isa, 7, ''),
    controlNumbers: { interchange: Number(element(isa, 13)) || 0 },
    createdAt: instant(`20${element(isa, 9)}`, element(isa, 10)),
    usage: element(isa, 15) === 'P' ? 'P' : 'T',
  };
}

/** A date and a time of the envelope as a moment; 1970 when they are none, which validation has reported. */
function instant(date: string, time: string): Instant {
  const day = parseCompactDate(date) ?? parseIsoDate('1970-01-01');
  const [, hour, minute, second = '00'] = /^([01]\d|2[0-3])([0-5]\d)([0-5]\d)?/.exec(time) ?? [
    '',
    '00',
    '00',
  ];
  return `${day}T${hour}:${minute}:${second}.000Z` as Instant;
}
