import fc, { type Arbitrary } from 'fast-check';
import {
  type Attachment,
  type Cents,
  type ClaimKind,
  type Contract,
  cents,
  type Note,
  type Repricing,
} from '../../../model/index.ts';
import { amount, letters, shape, text } from './basics.ts';

/** A paper that is sent apart has a number, one on request has not. */
export const attachments: Arbitrary<Attachment[]> = fc.array(
  fc.oneof(
    shape<Attachment>({ report: fc.constantFrom('OZ', 'RB'), transmission: fc.constant('AA') }),
    shape<Attachment>({
      report: fc.constantFrom('OZ', 'RB'),
      transmission: fc.constantFrom('BM', 'EL', 'FX'),
      controlNumber: letters(2, 20),
    }),
  ),
  { minLength: 1, maxLength: 3 },
);

export const contract = shape<Contract>(
  { type: fc.constantFrom('02', '03', '09') },
  {
    amount,
    percent: fc.integer({ min: 1, max: 100 }),
    code: letters(1, 10),
    termsDiscount: fc.integer({ min: 1, max: 20 }),
    version: letters(1, 10),
  },
);

export const notes = (...kinds: string[]): Arbitrary<Note[]> =>
  fc.tuple(shape<Note>({ kind: fc.constantFrom(...kinds), text: text(80) }));

export const fileInformation = fc.array(text(60), { minLength: 1, maxLength: 3 });

/** A repricer takes off some of the charge, which the claim's kind is told in its own words. */
export const repricing = (kind: ClaimKind, charge: Cents): Arbitrary<Repricing> =>
  fc.integer({ min: 0, max: charge }).chain((allowed) =>
    shape<Repricing>(
      {
        method: fc.constantFrom('02', '03', '10'),
        allowed: fc.constant(cents(allowed)),
        savings: fc.constant(cents(charge - allowed)),
      },
      {
        organizationId: letters(1, 20),
        rate: fc.integer({ min: 1, max: 99 }),
        exception: fc.constantFrom('1', '2', '6'),
        policyCompliance: fc.constantFrom('1', '3'),
        ...(kind === 'institutional' && { approvedRevenueCode: fc.constant('0450') }),
      },
    ),
  );
