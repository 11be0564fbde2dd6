import { cents, parseIsoDate } from '@superbill/engines/model';
import { z } from 'zod';

const money = z.int().nonnegative().transform(cents);
const codes = z.array(z.string().min(1)).transform((list): ReadonlySet<string> => new Set(list));
const day = z.string().transform((text, context) => {
  const date = parseIsoDate(text);
  if (date) return date;
  context.addIssue({ code: 'custom', message: 'a date is written 2027-03-01' });
  return z.NEVER;
});
const pattern = z.string().transform((text, context) => {
  try {
    return new RegExp(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not a regular expression' });
    return z.NEVER;
  }
});

const member = z.strictObject({
  memberId: z.string().min(1),
  firstName: z.string().min(1),
  lastName: z.string().min(1),
  birthDate: day,
  sex: z.enum(['F', 'M', 'U']),
  /** Coverage, both days included. */
  from: day,
  to: day.optional(),
  /** Deductible met with other providers: counts in every plan year, so that a demonstration repeats on any day. */
  usedDeductibleCents: money.optional(),
});

const authorization = z.strictObject({
  number: z.string().min(1),
  memberId: z.string().min(1),
  procedure: z.string().min(1),
  from: day,
  to: day,
});

/** What a payer in the box is configured with: one JSON file a payer. All amounts are whole cents. */
const planSchema = z.strictObject({
  /** NM109 of loop 2010BB in the claims that it answers. */
  payerId: z.string().min(2).max(15),
  name: z.string().min(1),
  claimFilingIndicator: z.string().min(1).max(2),
  timelyFilingDays: z.int().positive(),
  plan: z.strictObject({
    deductibleCents: money,
    copayCents: z.strictObject({ office: money, specialist: money }),
    coinsurancePercent: z.number().min(0).max(100),
    /** Zero: the member never pays a share. */
    outOfPocketMaxCents: money,
  }),
  /** For one unit. A procedure that is not listed is not covered. */
  allowedCents: z.record(z.string(), money),
  copayCodes: z.strictObject({ office: codes, specialist: codes }),
  preventiveCodes: codes,
  authorizationRequired: codes,
  notCovered: codes,
  memberIdPattern: pattern,
  members: z.array(member),
  issuedAuthorizations: z.array(authorization).default([]),
  /** Numbers given out elsewhere. Without it, and without issued ones, every number is taken on trust. */
  authorizationNumberPattern: pattern.optional(),
  taxId: z
    .string()
    .regex(/^\d{9}$/)
    .default('990000001'),
  phone: z
    .string()
    .regex(/^\d{10}$/)
    .default('6145550155'),
  address: z
    .strictObject({
      line1: z.string().min(1),
      line2: z.string().optional(),
      city: z.string().min(1),
      state: z.string().length(2),
      zip: z.string().regex(/^\d{5}(\d{4})?$/),
    })
    .default({ line1: '1 Example Plaza', city: 'Sampletown', state: 'OH', zip: '430040001' }),
});

export type Plan = z.output<typeof planSchema>;
export type Member = Plan['members'][number];
export type IssuedAuthorization = Plan['issuedAuthorizations'][number];

/** A plan file that cannot be used; the message names the file and each wrong field. */
export class PlanError extends Error {
  override readonly name = 'PlanError';
}

/** Reads one plan file. */
export function readPlan(text: string, file: string): Plan {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new PlanError(`${file}: not JSON (${error instanceof Error ? error.message : error})`);
  }
  const result = planSchema.safeParse(json);
  if (result.success) return result.data;
  const issues = result.error.issues.map(
    ({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`,
  );
  throw new PlanError(`${file} is not a payer plan:\n${issues.join('\n')}`);
}
