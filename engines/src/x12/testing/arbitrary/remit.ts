import fc, { type Arbitrary } from 'fast-check';
import {
  type Adjustment,
  type Cents,
  cents,
  claimImbalance,
  type IsoDate,
  isoDate,
  type ProviderAdjustment,
  patientShare,
  type Remit,
  type RemitClaim,
  type RemitLine,
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
  },
).map((drawn): RemitClaim => {
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
}).map((claimed): Remit => {
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
