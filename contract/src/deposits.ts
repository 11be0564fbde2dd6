import { z } from 'zod';
import { define } from './define.ts';
import { amountCents, done, isoDate, line } from './shapes.ts';

/** A day's cash and checks, as recorded and as the bank has them. */
export const depositDay = z.strictObject({
  day: isoDate,
  cashCents: amountCents,
  checkCents: amountCents,
  voidedCents: amountCents,
  /** Null while nobody has entered it. */
  bankCents: amountCents.nullable(),
  /** Bank less recorded; null without the bank's figure. */
  differenceCents: amountCents.nullable(),
  enteredBy: z.string().nullable(),
  note: z.string().nullable(),
});
export type DepositDay = z.output<typeof depositDay>;

export const depositRoutes = {
  listDeposits: define({
    method: 'GET',
    path: '/api/deposits',
    access: { staff: 'deposit.write' },
    summary: 'Cash and checks of the last days as recorded, beside what the bank says.',
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(92).default(28) }),
    response: z.strictObject({ days: z.array(depositDay) }),
  }),
  enterDeposit: define({
    method: 'POST',
    path: '/api/deposits',
    access: { staff: 'deposit.write' },
    summary: "Enters the bank's total of a day; a later entry for the day replaces it, and both stay.",
    body: z.strictObject({
      day: isoDate,
      bankCents: z
        .number()
        .int()
        .min(0)
        .max(99_999_999_99)
        .transform((n) => n as z.output<typeof amountCents>),
      note: line(500).optional(),
    }),
    response: done,
  }),
};
