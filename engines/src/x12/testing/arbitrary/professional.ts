import fc, { type Arbitrary } from 'fast-check';
import {
  type Ambulance,
  type Claim,
  type ClaimDates,
  type ClaimLine,
  type ClaimReferences,
  cents,
  type Drug,
  type LineDates,
  type LineReferences,
  type SpinalManipulation,
  type TestResult,
} from '../../../model/index.ts';
import {
  address,
  amount,
  before,
  day,
  digits,
  few,
  letters,
  npi,
  quarters,
  shape,
  text,
  yes,
} from './basics.ts';
import { lineProviders, orderingProvider } from './people.ts';
import { attachments, contract, fileInformation, notes } from './supplements.ts';

const ambulance = shape<Ambulance>(
  { reason: fc.constantFrom('A', 'B', 'C'), distance: fc.integer({ min: 1, max: 200 }) },
  { weight: fc.integer({ min: 1, max: 400 }), stretcherPurpose: text(40) },
);

const drug = { code: digits(11), quantity: quarters(100), unit: fc.constantFrom('ML', 'UN', 'GR') };

/** A drug that was prescribed, and when. */
const prescribed: Arbitrary<Partial<ClaimLine>> = fc.record({
  drug: shape<Drug>({ ...drug, prescriptionNumber: letters(1, 20) }),
  dates: shape<LineDates>({ prescription: before }),
});

const purchased: Arbitrary<Partial<ClaimLine>> = fc.record({
  purchasedService: fc.record({ providerId: letters(1, 20), charge: amount }),
  purchasedServiceProvider: fc.record({ npi, lastName: fc.constant('') }),
});

const testResults = fc.uniqueArray(
  shape<TestResult>({
    reference: fc.constant('TR'),
    qualifier: fc.constantFrom('R1', 'R2'),
    value: quarters(50),
  }),
  { minLength: 1, maxLength: 2, selector: ({ qualifier }) => qualifier },
);

/** A rented machine, with what certifies the need of it. */
const equipment: Arbitrary<Partial<ClaimLine>> = fc.record({
  procedure: fc.constant('E0601'),
  modifiers: fc.constant(['RR']),
  equipment: fc.record({
    days: fc.integer({ min: 1, max: 400 }),
    rental: amount,
    purchase: amount,
    frequency: fc.constantFrom('1', '4', '6'),
  }),
  equipmentCertification: fc.record({
    kind: fc.constant('I'),
    months: fc.integer({ min: 1, max: 99 }),
  }),
  certifications: fc.constant([{ category: '09', applies: true, conditions: ['38'] }]),
  attachments: fc.constant([{ report: 'CT', transmission: 'AD' }]),
  dates: shape<LineDates>({ beginTherapy: before, lastCertification: before }),
  orderingProvider,
});

const lineReferences = few<LineReferences>({
  repricedLine: letters(1, 20),
  mammographyCertificate: letters(1, 20),
  clia: fc.constant('11D2222222'),
  referringClia: fc.constant('11D3333333'),
  immunizationBatch: letters(1, 20),
  referrals: letters(1, 20).map((id) => [{ id }]),
});

/** What a line may have beside its service, each alone or with another that does not contradict it. */
const lineExtras: Arbitrary<Partial<ClaimLine>> = fc.oneof(
  fc.constant({}),
  equipment,
  prescribed,
  purchased,
  few<ClaimLine>({
    placeOfService: fc.constantFrom('22', '02'),
    authorizationNumber: letters(1, 20),
    emergency: yes,
    epsdt: yes,
    familyPlanning: yes,
    copayExempt: yes,
    references: lineReferences.filter((one) => Object.keys(one).length > 0),
    dates: few<LineDates>({
      prescription: before,
      lastSeen: before,
      initialTreatment: before,
      lastXray: before,
      hemoglobinTest: before,
    }).filter((one) => Object.keys(one).length > 0),
    drug: shape<Drug>(drug),
    obstetricUnits: fc.integer({ min: 1, max: 9 }),
    testResults,
    contract,
    attachments,
    notes: notes('ADD', 'DCP', 'TPO'),
    fileInformation,
    salesTax: fc.constant(cents(0)),
  }),
);

export function professionalLine(diagnoses: number): Arbitrary<Omit<ClaimLine, 'controlNumber'>> {
  const pointers = fc.uniqueArray(fc.integer({ min: 1, max: diagnoses }), { minLength: 1, maxLength: 4 });
  const core = shape<Omit<ClaimLine, 'controlNumber'>>({
    procedure: fc.constantFrom('99213', '36415', 'J1885'),
    modifiers: fc.uniqueArray(fc.constantFrom('25', '59', 'LT', 'GT', '76'), { maxLength: 4 }),
    charge: amount,
    units: quarters(1000),
    unitBasis: fc.constantFrom('UN', 'MJ'),
    diagnosisPointers: pointers,
    serviceDate: day,
  });
  return fc
    .tuple(core, lineExtras, lineProviders('professional'))
    .map(([one, more, providers]) => ({ ...one, ...providers, ...more }));
}

const references = few<ClaimReferences>({
  referral: letters(1, 20),
  authorizationException: fc.constantFrom('1', '7'),
  medicareCrossover: fc.constantFrom('N', 'Y'),
  mammographyCertificate: letters(1, 20),
  clia: fc.constant('11D2222222'),
  repricedClaim: letters(1, 20),
  deviceExemptions: letters(1, 20).map((one) => [one]),
  clearinghouseNumber: letters(1, 20),
  medicalRecord: letters(1, 20),
  demonstrationProject: letters(1, 20),
});

const dates = few<ClaimDates>({
  onset: before,
  initialTreatment: before,
  lastSeen: before,
  acuteManifestation: before,
  lastMenstrualPeriod: before,
  lastXray: before,
  prescription: before,
  disability: fc.oneof(
    fc.record({ from: before, to: day }),
    fc.record({ from: before }),
    fc.record({ to: day }),
  ),
  lastWorked: before,
  returnToWork: before,
  assumedCare: before,
  firstContact: before,
});

/** How an accident or work was the cause. */
const causes: Arbitrary<Partial<Claim>> = fc.oneof(
  fc.constant<Partial<Claim>>({}),
  before.map(
    (accident): Partial<Claim> => ({
      relatedCauses: { causes: ['AA'], state: 'OH' },
      dates: { accident },
    }),
  ),
  before.map(
    (accident): Partial<Claim> => ({ relatedCauses: { causes: ['EM', 'OA'] }, dates: { accident } }),
  ),
);

const transport: Arbitrary<Partial<Claim>> = fc.record({
  placeOfService: fc.constant('41'),
  ambulance,
  certifications: fc.constant([{ category: '07', applies: true, conditions: ['01', '05'] }]),
  pickUp: address,
  dropOff: shape<NonNullable<Claim['dropOff']>>({ address }, { name: text(20) }),
});

const spinal = shape<SpinalManipulation>(
  { condition: fc.constantFrom('A', 'C', 'M') },
  { description: text(40) },
);

const extras: Arbitrary<Partial<Claim>> = fc.oneof(
  fc.constant({}),
  transport,
  fc.record({ dates: dates.filter((one) => Object.keys(one).length > 0) }),
  few<Claim>({
    authorizationNumber: letters(1, 20),
    patientPaid: amount,
    references: references.filter((one) => Object.keys(one).length > 0),
    attachments,
    contract,
    notes: notes('ADD', 'CER', 'DCP', 'DGN', 'TPO'),
    fileInformation,
    spinalManipulation: spinal,
    certifications: fc.constantFrom(
      [{ category: 'E1', applies: true, conditions: ['L1', 'L3'] }],
      [{ category: '75', applies: true, conditions: ['IH'] }],
    ),
    anesthesiaFor: fc.constantFrom(['47562'], ['47562', '49650']),
    conditions: fc.constantFrom(['17'], ['W2', 'W3']),
  }),
);

/** What a professional claim may have beside what every claim has. */
export const professionalClaim: Arbitrary<Partial<Claim>> = fc
  .tuple(
    shape<Partial<Claim>>(
      { placeOfService: fc.constantFrom('11', '22', '02') },
      {
        planParticipation: fc.constantFrom('B', 'C'),
        providerSignatureMissing: yes,
        signedByProvider: yes,
        delayReason: fc.constantFrom('1', '7', '11'),
        specialProgram: fc.constantFrom('02', '05'),
      },
    ),
    causes,
    extras,
  )
  .map(([head, cause, more]) => ({ ...head, ...cause, ...more, ...(cause.dates && { dates: cause.dates }) }));
