import fc, { type Arbitrary } from 'fast-check';
import {
  type Claim,
  type ClaimLine,
  type ClaimReferences,
  cents,
  type DentalService,
  type LineDates,
} from '../../../model/index.ts';
import { amount, before, day, few, letters, shape, yes } from './basics.ts';
import { lineProviders } from './people.ts';
import { attachments, contract, fileInformation, notes } from './supplements.ts';

const teeth = fc.uniqueArray(
  fc.record({
    tooth: fc.constantFrom('3', '14', '19', 'A'),
    surfaces: fc.uniqueArray(fc.constantFrom('M', 'O', 'D', 'B', 'L'), { maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 3, selector: ({ tooth }) => tooth },
);

/** A crown that replaces one: when that was placed is told with it. */
const replaced: Arbitrary<Partial<ClaimLine>> = before.map((priorPlacement) => ({
  procedure: 'D2740',
  dental: { prosthesis: 'R', teeth: [{ tooth: '3', surfaces: [] }] },
  dates: { priorPlacement },
}));

const lineExtras: Arbitrary<Partial<ClaimLine>> = fc.oneof(
  fc.constant({}),
  replaced,
  few<ClaimLine>({
    dental: fc.oneof(
      shape<DentalService>({ teeth }),
      shape<DentalService>({ oralCavity: fc.constantFrom(['10'], ['10', '20']) }),
    ),
    placeOfService: fc.constantFrom('22', '31'),
    authorizationNumber: letters(1, 20),
    references: shape<NonNullable<ClaimLine['references']>>({
      predeterminations: letters(1, 20).map((id) => [{ id }]),
      referrals: letters(1, 20).map((id) => [{ id }]),
    }),
    dates: shape<LineDates>({ treatmentStart: before, treatmentCompletion: day }),
    contract,
    fileInformation,
    salesTax: fc.constant(cents(0)),
  }),
);

export function dentalLine(diagnoses: number): Arbitrary<Omit<ClaimLine, 'controlNumber'>> {
  const pointers = fc.uniqueArray(fc.integer({ min: 1, max: Math.max(diagnoses, 1) }), {
    maxLength: diagnoses,
  });
  const core = shape<Omit<ClaimLine, 'controlNumber'>>({
    procedure: fc.constantFrom('D0120', 'D1110', 'D2391'),
    modifiers: fc.constant([]),
    charge: amount,
    units: fc.integer({ min: 1, max: 9 }),
    unitBasis: fc.constant('UN'),
    diagnosisPointers: pointers,
  });
  return fc
    .tuple(core, lineExtras, lineProviders('dental'))
    .map(([one, more, providers]) => ({ ...one, ...more, ...providers }));
}

const references = few<ClaimReferences>({
  referral: letters(1, 20),
  authorizationException: fc.constantFrom('1', '7'),
  predetermination: letters(1, 20),
  repricedClaim: letters(1, 20),
  clearinghouseNumber: letters(1, 20),
});

const orthodontics: Arbitrary<Partial<Claim>> = fc
  .tuple(fc.integer({ min: 1, max: 36 }), before)
  .map(([months, appliancePlacement]) => ({
    orthodontics: { months, monthsRemaining: 1 },
    dates: { appliancePlacement },
  }));

const accident: Arbitrary<Partial<Claim>> = before.map((on) => ({
  relatedCauses: { causes: ['AA'], state: 'OH' },
  dates: { accident: on },
}));

const extras = few<Claim>({
  authorizationNumber: letters(1, 20),
  patientPaid: amount,
  references: references.filter((one) => Object.keys(one).length > 0),
  attachments,
  contract,
  notes: notes('ADD'),
  fileInformation,
  toothStatuses: fc.constantFrom(
    [{ tooth: '8', status: 'M' }],
    [
      { tooth: '1', status: 'E' },
      { tooth: '32', status: 'I' },
    ],
  ),
  delayReason: fc.constantFrom('1', '7'),
});

/** What a dental claim has beside what every claim has. Its lines go by its date. */
export const dentalClaim: Arbitrary<Partial<Claim>> = fc
  .tuple(
    shape<Partial<Claim>>(
      { placeOfService: fc.constantFrom('11', '22'), serviceDate: day },
      { providerSignatureMissing: yes, specialProgram: fc.constantFrom('01', '05') },
    ),
    fc.oneof(fc.constant({}), orthodontics, accident),
    extras,
  )
  .map(([head, cause, more]) => ({ ...head, ...cause, ...more }));
