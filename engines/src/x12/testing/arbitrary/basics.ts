import fc, { type Arbitrary } from 'fast-check';
import {
  type Address,
  addDays,
  type Cents,
  cents,
  completeNpi,
  type Instant,
  isoDate,
} from '../../../model/index.ts';
import type { Envelope } from '../../exchange.ts';

/** Optional keys are there or not there, never undefined. */
export function shape<T>(
  required: Record<string, Arbitrary<unknown>>,
  optional: Record<string, Arbitrary<unknown>> = {},
): Arbitrary<T> {
  return fc.record(
    { ...required, ...optional },
    { requiredKeys: Object.keys(required) },
  ) as unknown as Arbitrary<T>;
}

/** One of these optional properties, as they are wanted rarely: at most two at a time. */
export function few<T>(optional: Record<string, Arbitrary<unknown>>): Arbitrary<Partial<T>> {
  return fc
    .subarray(Object.keys(optional), { maxLength: 2 })
    .chain((keys) =>
      shape<Partial<T>>(Object.fromEntries(keys.map((key) => [key, optional[key] ?? fc.nat()]))),
    );
}

/** Printable ASCII, delimiters included, without blanks at the ends. */
export const text = (longest: number) =>
  fc
    .string({
      unit: fc.integer({ min: 0x20, max: 0x7e }).map((c) => String.fromCharCode(c)),
      minLength: 1,
      maxLength: longest,
    })
    .map((t) => t.trim())
    .filter((t) => t !== '');

export const letters = (least: number, most: number) =>
  fc.string({
    unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'),
    minLength: least,
    maxLength: most,
  });

export const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count });

export const npi = digits(9).map((nine) => completeNpi(`1${nine.slice(1)}`));
export const yes = fc.constant(true as const);
export const amount: Arbitrary<Cents> = fc.integer({ min: 0, max: 99_999_99 }).map(cents);
export const quarters = (most: number) => fc.integer({ min: 1, max: most * 4 }).map((n) => n / 4);

const days = (from: string, count: number) =>
  fc.integer({ min: 0, max: count }).map((n) => addDays(isoDate(from), n));

// Lives, causes, services, decisions and files follow each other, as they do in what is true.
export const birthday = days('1940-01-01', 25_000);
export const before = days('2018-01-01', 700);
export const day = days('2020-01-01', 2000);
export const decided = days('2026-01-01', 300);
export const after = days('2026-11-01', 30);

export const address = shape<Address>(
  {
    line1: text(40),
    city: text(20).map((t) => t.padEnd(2, 'x')),
    state: fc.constantFrom('OH', 'NY', 'TX'),
    zip: digits(9),
  },
  { line2: text(40) },
);

export const envelope = shape<Envelope>({
  controlNumbers: fc.record({
    interchange: fc.integer({ min: 1, max: 999_999_990 }),
    group: fc.integer({ min: 1, max: 999_999_990 }),
    transaction: fc.integer({ min: 1, max: 999_999_900 }),
  }),
  createdAt: fc
    .integer({ min: 1_800_000_000, max: 1_900_000_000 })
    .map((seconds) => new Date(seconds * 1000).toISOString() as Instant),
  usage: fc.constantFrom('P', 'T'),
});

export const station = shape<{ id: string; qualifier: string }>(
  { id: letters(2, 15) },
  { qualifier: fc.constantFrom('30', '01') },
);
