import fc, { type Arbitrary } from 'fast-check';
import {
  addDays,
  type Claim,
  type ClaimDates,
  type ClaimLine,
  type ClaimReferences,
  cents,
  type DateSpan,
  type Drug,
  type InstitutionalCodes,
} from '../../../model/index.ts';
import { amount, before, day, digits, few, letters, quarters, shape } from './basics.ts';
import { lineProviders } from './people.ts';
import { attachments, contract, fileInformation, notes } from './supplements.ts';

const drug = shape<Drug>(
  { code: digits(11), quantity: quarters(100), unit: fc.constantFrom('ML', 'UN') },
  { prescriptionNumber: letters(1, 20) },
);

const core = shape<Omit<ClaimLine, 'controlNumber'>>(
  {
    revenueCode: fc.constantFrom('0300', '0360', '0636'),
    modifiers: fc.constant([]),
    charge: amount.map((sum) => cents(sum + 100)),
    units: fc.integer({ min: 1, max: 900 }),
    unitBasis: fc.constantFrom('UN', 'DA'),
    diagnosisPointers: fc.constant([]),
  },
  { notCovered: fc.constant(cents(100)) },
);

const procedures: Arbitrary<Partial<ClaimLine>> = shape<Partial<ClaimLine>>(
  {
    procedure: fc.constantFrom('99213', '36415', 'J1885'),
    modifiers: fc.uniqueArray(fc.constantFrom('25', '59', 'LT'), { maxLength: 3 }),
  },
  { drug },
);

const lineExtras = few<ClaimLine>({
  references: shape<NonNullable<ClaimLine['references']>>({ repricedLine: letters(1, 20) }),
  salesTax: fc.constant(cents(10)),
  facilityTax: fc.constant(cents(20)),
  attachments,
  notes: notes('TPO'),
});

/** A line of a bill for these days; in a hospital bed a revenue code can be enough. */
export function institutionalLine(
  { from }: DateSpan,
  stays: boolean,
): Arbitrary<Omit<ClaimLine, 'controlNumber'>> {
  const when = fc.constant({ serviceDate: from });
  const procedure = stays ? fc.oneof(fc.constant({}), procedures) : procedures;
  return fc
    .tuple(
      core,
      procedure,
      stays ? fc.oneof(fc.constant({}), when) : when,
      lineExtras,
      lineProviders('institutional'),
    )
    .map(([one, ...more]) => Object.assign({}, one, ...more));
}

const present = fc.constantFrom('Y', 'N', 'U', 'W');

const codes = ({ stays, statement }: Stay, diagnoses: number) =>
  few<InstitutionalCodes>({
    externalCauses: fc.constantFrom([{ code: 'W01.0XXA', presentOnAdmission: 'Y' }], [{ code: 'Y93.01' }]),
    occurrences: fc.array(fc.record({ code: fc.constantFrom('A1', '24', '50'), date: before }), {
      minLength: 1,
      maxLength: 14,
    }),
    occurrenceSpans: fc.constant([{ code: '74', ...statement }]),
    values: fc.array(fc.record({ code: fc.constantFrom('A2', '45', '50'), amount }), {
      minLength: 1,
      maxLength: 14,
    }),
    treatments: fc.constant(['A01']),
    // Of a visit nobody asks what was present on admission.
    ...(stays && { presentOnAdmission: fc.array(present, { minLength: diagnoses, maxLength: diagnoses }) }),
  });

const references = few<ClaimReferences>({
  referral: letters(1, 20),
  authorizationException: fc.constantFrom('1', '7'),
  autoAccidentState: fc.constant('OH'),
  peerReview: letters(1, 20),
  medicalRecord: letters(1, 20),
  demonstrationProject: letters(1, 20),
  deviceExemptions: fc.array(letters(1, 20), { minLength: 1, maxLength: 5 }),
  repricedClaim: letters(1, 20),
});

const extras = few<Claim>({
  authorizationNumber: letters(1, 20),
  patientDue: amount,
  references: references.filter((one) => Object.keys(one).length > 0),
  attachments,
  contract,
  notes: fc.constantFrom(
    [{ kind: 'ADD', text: 'A BILL' }],
    [
      { kind: 'ALG', text: 'NO KNOWN ALLERGY' },
      { kind: 'ADD', text: 'A BILL' },
    ],
  ),
  fileInformation,
  conditions: fc.array(fc.constantFrom('02', 'C1', '09'), { minLength: 1, maxLength: 14 }),
  certifications: fc.constant([{ category: 'ZZ', applies: true, conditions: ['ST'] }]),
  delayReason: fc.constantFrom('1', '7'),
  planParticipation: fc.constantFrom('B', 'C'),
});

const hour = fc.constantFrom('0000', '0815', '2359');

/** A stay (bill type 11x) or a visit (13x), with the days that it is billed for. */
export interface Stay {
  stays: boolean;
  statement: DateSpan;
}

export const stay: Arbitrary<Stay> = fc
  .tuple(fc.boolean(), day, fc.integer({ min: 0, max: 30 }))
  .map(([stays, from, nights]) => ({
    stays,
    statement: { from, to: addDays(from, stays ? nights + 1 : 0) },
  }));

/** What an institutional claim has beside what every claim has. */
export function institutionalClaim({ stays, statement }: Stay, diagnoses: number): Arbitrary<Partial<Claim>> {
  const head: Arbitrary<Partial<Claim>> = fc.constant({
    facilityCode: stays ? '11' : '13',
    statement,
    admission: stays
      ? { type: '3', source: '1', patientStatus: '01' }
      : { type: '9', source: '1', patientStatus: '01' },
  });
  const times: Arbitrary<ClaimDates | undefined> = stays
    ? shape<ClaimDates>({ admission: fc.constant(statement.from), admissionTime: hour, dischargeTime: hour })
    : fc.constant(undefined);
  const stayCodes: InstitutionalCodes = {
    admittingDiagnosis: 'R07.9',
    drg: '470',
    // No operations: those need who operated.
    procedures: [
      { code: '3E0P7VZ', date: statement.from },
      { code: '5A1935Z', date: statement.from },
    ],
    presentOnAdmission: Array.from({ length: diagnoses }, () => 'Y' as const),
  };
  const own: InstitutionalCodes = stays ? stayCodes : { visitReasons: ['R07.9', 'R05.9'] };
  return fc
    .tuple(head, times, codes({ stays, statement }, diagnoses), extras)
    .map(([one, dates, coded, more]) => ({
      ...one,
      ...(dates && { dates }),
      institutional: { ...own, ...coded },
      ...more,
    }));
}
