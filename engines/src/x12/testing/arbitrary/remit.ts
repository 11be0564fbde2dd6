import fc, { type Arbitrary } from 'fast-check';
import {
  type Adjustment,
  type Cents,
  cents,
  claimImbalance,
  type Identifier,
  type IsoDate,
  isoDate,
  type OtherRemitPayer,
  type ProviderAdjustment,
  patientShare,
  type Remit,
  type RemitClaim,
  type RemitContact,
  type RemitLine,
  type RemitPerson,
  remitImbalance,
  sum,
  zero,
} from '../../../model/index.ts';
import type { Exchange835 } from '../../exchange.ts';
import {
  address,
  amount,
  day,
  decided,
  digits,
  envelope,
  letters,
  npi,
  quarters,
  shape,
  station,
  text,
} from './basics.ts';

/** An amount that says something. */
const some = amount.map((sum) => cents(sum + 1));

const adjustment = shape<Adjustment>(
  {
    group: fc.constantFrom('CO', 'PR', 'OA', 'PI'),
    reason: fc.constantFrom('1', '2', '3', '45', '97', '253'),
    amount: some,
  },
  { quantity: fc.integer({ min: 1, max: 99 }) },
);

/** Adjustments as a file holds them: those of one group together, each reason once. */
const adjustments = fc
  .uniqueArray(adjustment, { maxLength: 9, selector: ({ group, reason }) => `${group} ${reason}` })
  .map((list) => {
    const groups = [...new Set(list.map(({ group }) => group))];
    return groups.flatMap((group) => list.filter((one) => one.group === group));
  });

const units = quarters(1000);

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
    submittedProcedure: shape(
      { procedure: fc.constant('99214'), modifiers: fc.constantFrom([], ['25']) },
      { qualifier: fc.constant('WK'), description: text(30) },
    ),
    submittedUnits: quarters(1000).map((more) => more + 1001),
    revenueCode: fc.constant('0300'),
    lateFilingReduction: some,
    pharmacyRejects: fc.constant(['75']),
    references: references(['1S', 'G1'], ['1D', 'G2']),
    policies: fc.array(letters(1, 20), { minLength: 1, maxLength: 5 }),
    amounts: fc.constant([{ kind: 'T', amount: cents(100) }]),
    quantities: fc.constant([{ kind: 'ZK', quantity: 2.5 }]),
  },
).map((one): RemitLine => {
  const taken = one.adjustments.reduce((a, b) => a + b.amount, 0);
  return { ...one, paid: cents(one.charge - taken) };
});

/** Numbers of the kinds that the guide puts first, then of those it puts after. */
function references(before: readonly string[], after: readonly string[]): Arbitrary<Identifier[]> {
  const some = (kinds: readonly string[]) =>
    fc.array(shape<Identifier>({ kind: fc.constantFrom(...kinds), id: letters(1, 20) }), {
      minLength: 1,
      maxLength: 2,
    });
  return fc.tuple(some(before), some(after)).map((lists) => lists.flat());
}

const person = shape<RemitPerson>(
  { lastName: text(20) },
  { firstName: text(20), middleName: letters(1, 5), suffix: letters(1, 5), memberId: letters(2, 20) },
);

const otherPayer = shape<OtherRemitPayer>(
  { name: text(20), id: letters(2, 20) },
  { qualifier: fc.constantFrom('XV', 'NI') },
);

const contact = shape<RemitContact>(
  { phone: digits(10) },
  { name: text(20), extension: digits(3), email: letters(3, 20) },
);

/** Where else the claim belongs: passed on, or first to another payer. */
const elsewhere = fc.option(
  fc.oneof(
    fc.record({ status: fc.constantFrom('19', '20', '21'), crossoverPayer: otherPayer }),
    shape<Pick<RemitClaim, 'priorityPayer' | 'otherSubscriber'>>(
      { priorityPayer: otherPayer },
      { otherSubscriber: person },
    ),
  ),
  { nil: {} },
);

const pricing = fc.option(
  fc.oneof(
    fc.record({
      inpatient: shape<NonNullable<RemitClaim['inpatient']>>(
        { coveredDays: fc.nat(99), amounts: fc.constant({ 4: cents(400000), 24: cents(5) }) },
        { lifetimePsychiatricDays: fc.nat(99), costReportDays: fc.nat(99) },
      ),
    }),
    fc.record({
      outpatient: shape<NonNullable<RemitClaim['outpatient']>>(
        { payable: some },
        { reimbursementRate: fc.constant(0.8), endStageRenalDisease: some, professionalComponent: some },
      ),
    }),
  ),
  { nil: {} },
);

const claimCore: Arbitrary<RemitClaim> = shape<RemitClaim>(
  {
    controlNumber: letters(1, 17),
    status: fc.constantFrom('1', '2', '22'),
    charge: amount,
    paid: amount,
    patientResponsibility: fc.constant(zero),
    claimFilingIndicator: fc.constantFrom('12', 'MB', 'MC'),
    payerControlNumber: letters(1, 20),
    patient: shape({ lastName: text(20) }, { firstName: text(20), memberId: letters(2, 20) }),
    adjustments,
    remarks: fc.array(fc.constantFrom('MA01', 'N19'), { maxLength: 5 }),
    lines: fc.array(remitLine, { maxLength: 5 }),
    serviceDate: day,
  },
  {
    placeOfService: fc.constant('11'),
    frequency: fc.constantFrom('1', '7'),
    serviceDateTo: decided,
    receivedDate: decided,
    interest: some,
    renderingNpi: npi,
    drg: shape({ code: fc.constant('470') }, { weight: quarters(100) }),
    coverageExpired: day,
    discount: some,
    covered: some,
    patientPaid: some,
    renderingProvider: shape({ lastName: text(20), qualifier: fc.constant('FI'), id: digits(9) }),
    subscriber: shape<RemitPerson>({ lastName: text(20), memberId: letters(2, 20) }),
    corrected: person,
    references: references(['1L', 'F8', 'CE'], ['1D', 'G2']),
    contacts: fc.array(contact, { minLength: 1, maxLength: 2 }),
    amounts: fc.constant([{ kind: 'NL', amount: cents(1) }]),
    quantities: fc.constant([{ kind: 'CA', quantity: 4 }]),
  },
);

const remitClaim: Arbitrary<RemitClaim> = fc
  .tuple(claimCore, elsewhere, pricing)
  .map(([core, place, priced]): RemitClaim => {
    // An NPI and another number are not told of one provider.
    const { renderingNpi, ...rest } = core;
    const who = rest.renderingProvider === undefined && renderingNpi !== undefined ? { renderingNpi } : {};
    const lines = rest.lines.map((line, index) =>
      line.controlNumber === undefined ? line : { ...line, controlNumber: `${index}${line.controlNumber}` },
    );
    const drawn: RemitClaim = { ...rest, lines, ...who, ...priced, ...(rest.status === '22' ? {} : place) };
    const charge = drawn.lines.length > 0 ? sum(drawn.lines.map((l) => l.charge)) : drawn.charge;
    const paid = claimImbalance({ ...drawn, charge, paid: zero });
    const claim = { ...drawn, charge, paid, patientResponsibility: patientShare(drawn) };
    if (drawn.status !== '22') return claim;
    return paid > 0 ? takenBack(claim) : { ...claim, status: '1' };
  });

/** A reversal is the first answer with its amounts turned round. */
function takenBack({ interest: _, ...claim }: RemitClaim): RemitClaim {
  const turned = <T extends { amount: Cents }>(list: T[]) =>
    list.map((one) => ({ ...one, amount: cents(0 - one.amount) }));
  return {
    ...claim,
    charge: cents(0 - claim.charge),
    paid: cents(0 - claim.paid),
    patientResponsibility: zero,
    adjustments: turned(claim.adjustments),
    lines: claim.lines.map((line) => ({
      ...line,
      charge: cents(0 - line.charge),
      paid: cents(0 - line.paid),
      adjustments: turned(line.adjustments),
    })),
  };
}

const providerAdjustment = (providerId: string, fiscalYearEnd: IsoDate) =>
  shape<ProviderAdjustment>({
    reason: fc.constantFrom('WO', 'FB', 'CS'),
    amount: some,
    reference: letters(1, 20),
    providerId: fc.constant(providerId),
    fiscalYearEnd: fc.constant(fiscalYearEnd),
  });

const totalled = fc.option(
  fc.record({
    number: digits(6).map((text) => `1${text.slice(1)}`),
    provider: letters(2, 10),
    facilityCode: fc.constant('11'),
  }),
  { nil: undefined },
);

/** Remits that balance, as the guide would have them; the payment is never negative. */
const remitCore: Arbitrary<Remit> = shape<Remit>(
  {
    payer: shape(
      { name: text(30), address, contact: shape({ name: text(20) }, { phone: digits(10) }) },
      {
        id: letters(2, 10),
        businessContact: contact,
        webSite: letters(3, 20),
        references: fc.constant([{ kind: 'NF', id: '12345' }]),
      },
    ),
    payee: shape(
      { name: text(30), npi },
      { taxId: digits(9), address, references: fc.constant([{ kind: 'PQ', id: 'OURS' }]) },
    ),
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
  },
  { productionDate: day, receiverNumber: letters(1, 20), currency: fc.constant('CAD') },
);

/** One group with the totals that it must have; without claims there is none. */
function grouped(remit: Remit, given: { number: string; provider: string; facilityCode: string }): Remit {
  const { claims } = remit;
  if (claims.length === 0) return remit;
  const { number, provider, facilityCode } = given;
  const charge = sum(claims.map((claim) => claim.charge));
  const fiscalYearEnd = isoDate('2026-12-31');
  const summary = { provider, facilityCode, fiscalYearEnd, claims: claims.length, charge };
  return { ...remit, groups: [{ number, claims: claims.length, summary }] };
}

const arbitraryRemit: Arbitrary<Remit> = fc.tuple(remitCore, totalled).map(([core, group]): Remit => {
  const claimed = group ? grouped(core, group) : core;
  const interest = sum(claimed.claims.flatMap((claim) => claim.interest ?? []));
  const year = { providerId: '1999999992', fiscalYearEnd: isoDate('2026-12-31') };
  const paidWith: ProviderAdjustment[] =
    interest > 0 ? [{ reason: 'L6', amount: cents(-interest), ...year }] : [];
  const drawn = { ...claimed, providerAdjustments: [...claimed.providerAdjustments, ...paidWith] };
  const owed = -remitImbalance({ ...drawn, paid: zero });
  if (owed >= 0) return { ...drawn, paid: cents(owed), method: owed === 0 ? 'NON' : drawn.method };
  // What cannot be taken now is carried forward, which adds to this payment.
  const forward: ProviderAdjustment = { reason: 'FB', reference: 'F1', amount: cents(owed), ...year };
  return { ...drawn, method: 'NON', providerAdjustments: [...drawn.providerAdjustments, forward] };
});

export const arbitraryExchange835: Arbitrary<Exchange835> = fc
  .tuple(envelope, station, station, fc.array(arbitraryRemit, { minLength: 1, maxLength: 3 }))
  .map(([rest, sender, receiver, remits]) => ({ ...rest, sender, receiver, remits }));
