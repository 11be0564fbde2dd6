import fc, { type Arbitrary } from 'fast-check';
import {
  type Address,
  type Adjustment,
  addDays,
  type BillingProvider,
  type Cents,
  type Claim,
  type ClaimLine,
  type ClaimPayer,
  type Contact,
  cents,
  claimImbalance,
  completeNpi,
  type Instant,
  type IsoDate,
  isoDate,
  type OtherCoverage,
  type Person,
  type ProviderAdjustment,
  patientShare,
  type Remit,
  type RemitClaim,
  type RemitLine,
  remitImbalance,
  type Subscriber,
  sum,
  zero,
} from '../../model/index.ts';
import type { Envelope, Exchange835, Submission837 } from '../exchange.ts';

/** Optional keys are there or not there, never undefined. */
function shape<T>(
  required: Record<string, Arbitrary<unknown>>,
  optional: Record<string, Arbitrary<unknown>> = {},
): Arbitrary<T> {
  return fc.record(
    { ...required, ...optional },
    { requiredKeys: Object.keys(required) },
  ) as unknown as Arbitrary<T>;
}

/** Printable ASCII, delimiters included, without blanks at the ends. */
const text = (longest: number) =>
  fc
    .string({
      unit: fc.integer({ min: 0x20, max: 0x7e }).map((c) => String.fromCharCode(c)),
      minLength: 1,
      maxLength: longest,
    })
    .map((t) => t.trim())
    .filter((t) => t !== '');

const letters = (least: number, most: number) =>
  fc.string({
    unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'),
    minLength: least,
    maxLength: most,
  });

const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count });
const npi = digits(9).map((nine) => completeNpi(`1${nine.slice(1)}`));
const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays(isoDate('2020-01-01'), n));
const birthday = fc.integer({ min: 0, max: 25_000 }).map((n) => addDays(isoDate('1940-01-01'), n));
const amount: Arbitrary<Cents> = fc.integer({ min: 0, max: 99_999_99 }).map(cents);
const sex = fc.constantFrom('F', 'M', 'U');
const filing = fc.constantFrom('CI', 'MB', 'MC', '16', 'ZZ');

const address = shape<Address>(
  {
    line1: text(40),
    city: text(20).map((t) => t.padEnd(2, 'x')),
    state: fc.constantFrom('OH', 'NY', 'TX'),
    zip: digits(5),
  },
  { line2: text(40) },
);

const name = { lastName: text(30), firstName: text(20) };
const demographics = { birthDate: birthday, sex };

const patient = shape<Person>({ ...name, ...demographics, address }, { middleName: text(10) });
const self = shape<Subscriber>(
  { ...name, ...demographics, address, memberId: letters(2, 20) },
  { middleName: text(10), groupNumber: letters(1, 12) },
);
const otherPerson = shape<Subscriber>({ ...name, memberId: letters(2, 20) }, { groupNumber: letters(1, 12) });

const payer = shape<ClaimPayer>(
  { payerId: letters(2, 10), name: text(30), claimFilingIndicator: filing },
  { address },
);

const adjustment = shape<Adjustment>(
  {
    group: fc.constantFrom('CO', 'PR', 'OA', 'PI'),
    reason: fc.constantFrom('1', '2', '3', '45', '97', '253'),
    amount,
  },
  { quantity: fc.integer({ min: 1, max: 99 }) },
);

/** Adjustments as a file holds them: those of one group together. */
const adjustments = fc.array(adjustment, { maxLength: 9 }).map((list) => {
  const groups = [...new Set(list.map(({ group }) => group))];
  return groups.flatMap((group) => list.filter((one) => one.group === group));
});

const billingProvider = shape<BillingProvider>(
  { name: text(40), npi, taxId: digits(9), address },
  {
    firstName: text(20),
    taxonomy: fc.constant('207Q00000X'),
    contacts: fc.array(shape<Contact>({ name: text(20), phone: digits(10) }), { minLength: 1, maxLength: 2 }),
    taxIdType: fc.constant('SY'),
  },
);

const units = fc.integer({ min: 1, max: 4000 }).map((n) => n / 4);

function line(diagnoses: number): Arbitrary<Omit<ClaimLine, 'controlNumber' | 'adjudications'>> {
  const pointers = fc.uniqueArray(fc.integer({ min: 1, max: diagnoses }), { minLength: 1, maxLength: 4 });
  return shape<Omit<ClaimLine, 'controlNumber' | 'adjudications'>>(
    {
      procedure: fc.constantFrom('99213', '36415', 'J1885'),
      modifiers: fc.array(fc.constantFrom('25', '59', 'LT'), { maxLength: 4 }),
      charge: amount,
      units,
      unitBasis: fc.constantFrom('UN', 'MJ'),
      diagnosisPointers: pointers,
      serviceDate: day,
    },
    { placeOfService: fc.constantFrom('22', '02'), authorizationNumber: letters(1, 20) },
  );
}

const otherCoverage = shape<OtherCoverage>(
  {
    sequence: fc.constant('P'),
    payer,
    subscriber: otherPerson,
    relationship: fc.constantFrom('self', 'spouse', 'child', 'other'),
  },
  { paid: amount, adjustments: adjustments.filter((list) => list.length > 0 && list.length <= 5) },
);

const claimCore = fc.integer({ min: 1, max: 12 }).chain((count) =>
  shape<
    Omit<Claim, 'subscriber' | 'patient' | 'relationship' | 'charge' | 'otherCoverages' | 'payerSequence'>
  >(
    {
      kind: fc.constant('professional'),
      controlNumber: letters(1, 17),
      frequency: fc.constant('1'),
      placeOfService: fc.constantFrom('11', '22', '02'),
      billingProvider,
      payer,
      diagnoses: fc.uniqueArray(
        fc.constantFrom(
          'I10',
          'E11.22',
          'J06.9',
          'Z00.00',
          'S52.501A',
          'M54.50',
          'R05.9',
          'K21.9',
          'N18.31',
          'F41.1',
          'E78.5',
          'D64.9',
        ),
        { minLength: count, maxLength: count },
      ),
      assignmentOfBenefits: fc.boolean(),
      lines: fc
        .array(line(count), { minLength: 1, maxLength: 8 })
        .map((lines) => lines.map((one, i) => ({ ...one, controlNumber: `L${i + 1}` }))),
    },
    {
      authorizationNumber: letters(1, 20),
      patientPaid: amount,
      renderingProvider: shape(
        { npi, lastName: text(20) },
        { firstName: text(20), taxonomy: fc.constant('208D00000X') },
      ),
      referringProvider: shape({ npi, lastName: text(20), firstName: text(20) }),
      serviceFacility: shape({ name: text(30), address }, { npi }),
    },
  ),
);

const whose = fc.oneof(
  fc.record({ subscriber: self, relationship: fc.constant('self' as const) }),
  fc.record({
    subscriber: otherPerson,
    patient,
    relationship: fc.constantFrom('spouse' as const, 'child' as const, 'other' as const),
  }),
);

type Order = Pick<Claim, 'payerSequence' | 'otherCoverages'>;

const order: Arbitrary<Order> = fc.oneof(
  fc.constant<Order>({ payerSequence: 'P', otherCoverages: [] }),
  otherCoverage.map((coverage): Order => ({ payerSequence: 'S', otherCoverages: [coverage] })),
);

const again = fc.option(
  fc.record({ frequency: fc.constantFrom('7' as const, '8' as const), payerControlNumber: letters(1, 20) }),
  { nil: undefined },
);

/** Claims without faults, as the guide would have them. */
const arbitraryClaim: Arbitrary<Claim> = fc.tuple(claimCore, whose, order, again).map(
  ([core, who, place, replaced]): Claim => ({
    ...core,
    ...who,
    ...place,
    ...replaced,
    charge: sum(core.lines.map((l) => l.charge)),
  }),
);

const envelope = shape<Envelope>({
  controlNumbers: fc.record({
    interchange: fc.integer({ min: 1, max: 999_999_990 }),
    group: fc.integer({ min: 1, max: 999_999_990 }),
    transaction: fc.integer({ min: 1, max: 999_999_900 }),
  }),
  createdAt: fc
    .integer({ min: 1_500_000_000, max: 1_900_000_000 })
    .map((seconds) => new Date(seconds * 1000).toISOString() as Instant),
  usage: fc.constantFrom('P', 'T'),
});

const station = shape<{ id: string; qualifier: string }>(
  { id: letters(2, 15) },
  { qualifier: fc.constantFrom('30', '01') },
);

/** Repeats some claims' people, so that levels are shared. */
export const arbitrarySubmission: Arbitrary<Submission837> = fc
  .tuple(
    envelope,
    fc.tuple(station, text(30), digits(10)),
    fc.tuple(station, text(30)),
    fc.array(fc.tuple(arbitraryClaim, fc.constantFrom('provider', 'people', 'none')), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  .map(([rest, [from, fromName, phone], [to, toName], drawn]) => {
    const claims: Claim[] = [];
    for (const [claim, shared] of drawn) {
      const before = claims.at(-1);
      if (before === undefined || shared === 'none') claims.push(claim);
      else if (shared === 'provider') claims.push({ ...claim, billingProvider: before.billingProvider });
      else claims.push({ ...before, controlNumber: claim.controlNumber });
    }
    return {
      ...rest,
      submitter: { ...from, name: fromName, contacts: [{ phone }] },
      receiver: { ...to, name: toName },
      claims: claims.map((claim, index) => ({
        ...claim,
        controlNumber: `${claim.controlNumber.slice(0, 15)}-${index}`,
      })),
    };
  });

const remitLine = shape<RemitLine>(
  {
    procedure: fc.constantFrom('99213', '36415'),
    modifiers: fc.array(fc.constantFrom('25', '59'), { maxLength: 4 }),
    charge: amount,
    paid: amount,
    adjustments,
    remarks: fc.array(fc.constantFrom('N130', 'M15'), { maxLength: 3 }),
    serviceDate: day,
  },
  {
    controlNumber: letters(1, 20),
    units,
    allowed: amount,
    procedureQualifier: fc.constant('N4'),
    submittedProcedure: fc.record({
      procedure: fc.constant('99214'),
      modifiers: fc.constantFrom([], ['25']),
    }),
  },
).map((one): RemitLine => {
  const taken = one.adjustments.reduce((a, b) => a + b.amount, 0);
  return { ...one, paid: cents(one.charge - taken) };
});

const remitClaim: Arbitrary<RemitClaim> = shape<RemitClaim>(
  {
    controlNumber: letters(1, 17),
    status: fc.constantFrom('1', '2', '4', '22'),
    charge: amount,
    paid: amount,
    patientResponsibility: fc.constant(zero),
    claimFilingIndicator: fc.constantFrom('12', 'MB', 'MC'),
    payerControlNumber: letters(1, 20),
    patient: shape({ lastName: text(20) }, { firstName: text(20), memberId: letters(2, 20) }),
    adjustments,
    remarks: fc.array(fc.constantFrom('MA01', 'N19'), { maxLength: 5 }),
    lines: fc.array(remitLine, { maxLength: 5 }),
  },
  {
    placeOfService: fc.constant('11'),
    frequency: fc.constantFrom('1', '7'),
    serviceDate: day,
    serviceDateTo: day,
    receivedDate: day,
    interest: amount,
    renderingNpi: npi,
  },
).map((drawn): RemitClaim => {
  const charge = drawn.lines.length > 0 ? sum(drawn.lines.map((l) => l.charge)) : drawn.charge;
  const paid = claimImbalance({ ...drawn, charge, paid: zero });
  return { ...drawn, charge, paid, patientResponsibility: patientShare(drawn) };
});

const providerAdjustment = (providerId: string, fiscalYearEnd: IsoDate) =>
  shape<ProviderAdjustment>(
    {
      reason: fc.constantFrom('WO', 'FB', 'L6', '72'),
      amount,
      providerId: fc.constant(providerId),
      fiscalYearEnd: fc.constant(fiscalYearEnd),
    },
    { reference: letters(1, 20) },
  );

/** Remits that balance, as the guide would have them; the payment is never negative. */
const arbitraryRemit: Arbitrary<Remit> = shape<Remit>({
  payer: shape(
    { name: text(30), address, contact: shape({ name: text(20) }, { phone: digits(10) }) },
    { id: letters(2, 10) },
  ),
  payee: shape({ name: text(30), npi }, { taxId: digits(9), address }),
  paid: fc.constant(zero),
  method: fc.constant('CHK'),
  paymentDate: day,
  traceNumber: letters(1, 20),
  traceOrigin: digits(9).map((nine) => `1${nine}`),
  claims: fc.array(remitClaim, { maxLength: 6 }),
  providerAdjustments: providerAdjustment('1999999992', isoDate('2026-12-31')).chain((one) =>
    fc.array(providerAdjustment(one.providerId ?? '', one.fiscalYearEnd ?? isoDate('2026-12-31')), {
      maxLength: 9,
    }),
  ),
}).map((drawn): Remit => {
  const owed = -remitImbalance({ ...drawn, paid: zero });
  if (owed >= 0) return { ...drawn, paid: cents(owed) };
  // What cannot be taken now is carried forward, which adds to this payment.
  const forward: ProviderAdjustment = {
    reason: 'FB',
    amount: cents(owed),
    providerId: '1999999992',
    fiscalYearEnd: isoDate('2026-12-31'),
  };
  return { ...drawn, providerAdjustments: [...drawn.providerAdjustments, forward] };
});

export const arbitraryExchange835: Arbitrary<Exchange835> = fc
  .tuple(envelope, station, station, fc.array(arbitraryRemit, { minLength: 1, maxLength: 3 }))
  .map(([rest, sender, receiver, remits]) => ({ ...rest, sender, receiver, remits }));
