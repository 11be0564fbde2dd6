import { type Cents, type Instant, type IsoDate, parseIsoDate } from '@superbill/engines/model';
import { z } from 'zod';

/** Shapes that many routes share. Unknown fields are refused everywhere (`strictObject`). */

export const id = z.uuid();

/** What stands for a date that the reader may not see: of a restricted record in a list. */
export const hiddenDate = '1900-01-01' as IsoDate;

/** The calendar of PostgreSQL has no year 0. */
export const isoDate = z
  .string()
  .refine((text) => parseIsoDate(text) !== undefined && text > '0001', 'not a date (YYYY-MM-DD)')
  .meta({ format: 'date' })
  .transform((text) => text as IsoDate);

export const instant = z
  .string()
  .meta({ format: 'date-time' })
  .transform((text) => text as Instant);

export const amountCents = z
  .number()
  .int()
  .transform((n) => n as Cents);

export const positiveCents = z
  .number()
  .int()
  .positive()
  .max(99_999_999_99)
  .transform((n) => n as Cents);

/** The largest whole number that a column of the database holds (PostgreSQL's `integer`). */
export const largestInteger = 2_147_483_647;

/** A version, or another number counted from 1, as a client sends it. */
export const ordinal = z.number().int().positive().max(largestInteger);

/** The version a row was last seen in; a change from another one is refused. The next one has to fit too. */
export const rowVersion = z
  .number()
  .int()
  .positive()
  .max(largestInteger - 1);

/** A line of text: trimmed, no control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(max, `at most ${max} characters`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
    .refine((text) => !/[\u0000-\u001f\u007f]/.test(text), 'must be one line of text');

/** Text of several lines; NUL cannot be stored. */
export const text = (max: number) =>
  z
    .string()
    .min(1, 'must not be empty')
    .max(max, `at most ${max} characters`)
    .refine((value) => !value.includes('\u0000'), 'holds a NUL character');

export const address = z.strictObject({
  line1: line(55),
  line2: line(55).optional(),
  city: line(30),
  state: z.string().regex(/^[A-Z]{2}$/, 'two capital letters'),
  zip: z.string().regex(/^\d{5}(\d{4})?$/, 'five or nine digits'),
});

export const sex = z.enum(['F', 'M', 'U']);

const span = z.strictObject({
  start: z.number().int().nonnegative().max(largestInteger),
  end: ordinal,
  quote: z.string(),
});

export const evidence = span.extend({ documentId: id, version: ordinal });

export const finding = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  at: z.string(),
  message: z.string(),
  source: z.string(),
});

export const nothing = z.strictObject({});

/** What a change replies when the caller only needs to know that it happened. */
export const done = z.strictObject({ id });

/** A refusal: a stable code of the error catalog, words for the person, the field or id it is about. */
export const problem = z.strictObject({
  code: z.string(),
  message: z.string(),
  at: z.string().optional(),
  nextStep: z.string().optional(),
});
export type Problem = z.output<typeof problem>;
