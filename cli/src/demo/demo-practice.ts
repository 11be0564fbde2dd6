import { readFileSync } from 'node:fs';
import { roles } from '@superbill/contract';
import { shippedPath } from '@superbill/server/data-directory';
import { z } from 'zod';

/** Reads the demo practice strictly: an unknown key, a missing one or a line of another shape throws. */
const readJson = <T>(path: string, shape: z.ZodType<T>): T =>
  shape.parse(JSON.parse(readFileSync(shippedPath('demo', path), 'utf8')));

const date = z.iso.date();
const sex = z.enum(['F', 'M', 'U']);
const phone = z.string().regex(/^503-555-01\d\d$/);
const cents = z.number().int().nonnegative();
const code = z.string().regex(/^[0-9A-Z]\d{4}$/);
const address = z.strictObject({
  line1: z.string(),
  city: z.string(),
  state: z.string().length(2),
  zip: z.string().regex(/^\d{9}$/),
});
const person = { firstName: z.string().min(1), lastName: z.string().min(1), birthDate: date, sex };

export const readPractice = () =>
  readJson(
    './practice.json',
    z.strictObject({
      organization: z.strictObject({
        id: z.string(),
        name: z.string(),
        npi: z.string(),
        taxId: z.string().regex(/^\d{2}-\d{7}$/),
        taxonomy: z.string().regex(/^\w{10}$/),
        address,
        phone,
      }),
      locations: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          placeOfService: z.literal('11'),
          npi: z.string().optional(),
          address,
        }),
      ),
      practitioners: z.array(
        z.strictObject({
          id: z.string(),
          firstName: z.string(),
          lastName: z.string(),
          credential: z.literal('MD'),
          npi: z.string(),
          taxonomy: z.string().regex(/^\w{10}$/),
          specialty: z.string(),
        }),
      ),
      users: z.array(
        z.strictObject({
          login: z.string().regex(/^[a-z]+$/),
          name: z.string(),
          roles: z.array(z.enum(roles)),
          practitionerId: z.string().optional(),
        }),
      ),
    }),
  );

export const readPayers = () =>
  readJson(
    './payers.json',
    z.array(
      z.strictObject({
        id: z.string(),
        payerId: z.string(),
        name: z.string(),
        kind: z.enum(['commercial', 'medicaid', 'medicare-advantage']),
        claimFilingIndicator: z.enum(['CI', 'MC', '16']),
        address,
        phone,
        /** What the practice knows of the payer's list. */
        authorizationRequired: z.array(code),
      }),
    ),
  );

export const readPlanOf = (payer: string) =>
  readJson(
    `./payer-plans/${payer}.json`,
    z.strictObject({
      payerId: z.string(),
      name: z.string(),
      claimFilingIndicator: z.string(),
      timelyFilingDays: z.number().int().positive(),
      plan: z.strictObject({
        deductibleCents: cents,
        copayCents: z.strictObject({ office: cents, specialist: cents }),
        coinsurancePercent: z.number().min(0).max(100),
        outOfPocketMaxCents: cents,
      }),
      allowedCents: z.record(code, cents),
      copayCodes: z.strictObject({ office: z.array(code), specialist: z.array(code) }),
      preventiveCodes: z.array(code),
      authorizationRequired: z.array(code),
      notCovered: z.array(code),
      memberIdPattern: z.string(),
      members: z.array(
        z.strictObject({
          memberId: z.string(),
          ...person,
          from: date,
          to: date.optional(),
          usedDeductibleCents: cents.optional(),
        }),
      ),
    }),
  );

export const readFees = () =>
  readJson(
    './fee-schedule.json',
    z.strictObject({
      effectiveFrom: date,
      lines: z.array(
        z.strictObject({ code, wording: z.string(), wordingEs: z.string(), priceCents: cents.positive() }),
      ),
    }),
  );

export const readPatients = () =>
  readJson(
    './patients.json',
    z.array(
      z.strictObject({
        id: z.string().regex(/^p\d\d$/),
        ...person,
        address,
        phone,
        email: z.email().optional(),
        language: z.enum(['en', 'es']),
        coverages: z.array(
          z.strictObject({
            order: z.number().int().positive(),
            payer: z.string(),
            memberId: z.string(),
            groupNumber: z.string().optional(),
            relationship: z.enum(['self', 'spouse', 'child']),
            subscriber: z.strictObject(person).optional(),
            from: date,
            to: date.optional(),
          }),
        ),
        problems: z.array(z.string()),
        allergies: z.array(z.string()).optional(),
      }),
    ),
  );
