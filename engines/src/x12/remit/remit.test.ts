import { expect, test } from 'vitest';
import { claimSplits, explainProviderAdjustments, imbalances, linkReversals } from '../../model/index.ts';
import { read835, validate, write835 } from '../index.ts';
import { carriedRemit, hospitalRemit, remit, remitFile } from '../testing/remit-examples.ts';

function read(body: string) {
  const { remits, findings } = read835(remitFile(body));
  expect(findings).toEqual([]);
  const [one] = remits;
  if (!one) throw new Error('one remittance expected');
  return one;
}

test('a remittance is read with all that whoever posts it needs', () => {
  const read835 = read(remit);
  expect(read835).toMatchObject({
    paid: 19150,
    method: 'ACH',
    productionDate: '2027-04-14',
    receiverNumber: 'PRACTICE1',
    payer: {
      id: 'INV01',
      contact: { phone: '5555550103', email: 'HELP@EXAMPLE.COM' },
      businessContact: { phone: '5555550104', extension: '12' },
      webSite: 'WWW.EXAMPLE.COM',
    },
    payee: { taxId: '999000001' },
  });
  expect(read835.groups).toBeUndefined();
  expect(imbalances(read835)).toEqual([]);
  const [first, , , forwarded, denied] = read835.claims;
  expect(first).toMatchObject({
    corrected: { lastName: 'PATIENTSEN' },
    renderingProvider: { lastName: 'DOCTOR', firstName: 'IMOGEN' },
    references: [{ kind: '1L', id: 'GROUP7' }],
    contacts: [{ phone: '5555550105' }],
    interest: 150,
    covered: 17000,
    remarks: ['MA01'],
    lines: [
      { units: 1, submittedUnits: 2, allowed: 17000, controlNumber: 'C1001-1' },
      {
        units: 0,
        submittedUnits: 1,
        submittedProcedure: { procedure: '36416', modifiers: [] },
        serviceDate: '2027-03-01',
        serviceDateTo: '2027-03-02',
        remarks: ['N130'],
      },
    ],
  });
  expect(forwarded).toMatchObject({
    status: '19',
    crossoverPayer: { name: 'MAKE-BELIEVE MUTUAL', id: 'INV02' },
    subscriber: { firstName: 'TESTA' },
  });
  expect(denied).toMatchObject({ priorityPayer: { id: 'INV03' }, otherSubscriber: { firstName: 'SPOUSA' } });
});

test('a hospital’s remittance keeps its groups, days and prices', () => {
  const hospital = read(hospitalRemit);
  expect(hospital.groups).toEqual([
    {
      number: '112027',
      claims: 2,
      summary: {
        provider: 'HOSPITAL1',
        facilityCode: '11',
        fiscalYearEnd: '2027-12-31',
        claims: 2,
        charge: 700000,
      },
    },
  ]);
  expect(hospital.claims[0]).toMatchObject({
    drg: { code: '470', weight: 1.5 },
    inpatient: { coveredDays: 5, amounts: { 4: 400000 } },
    quantities: [{ kind: 'CA', quantity: 5 }],
  });
  expect(hospital.claims[1]?.inpatient).toBeUndefined();
});

test('what takes back, and what takes its place, is linked; money of no claim is explained', () => {
  const { claims, providerAdjustments } = read(remit);
  expect(linkReversals(claims)).toEqual([
    { reversal: 1, reverses: 'P76001', correction: 2, difference: -2000 },
  ]);
  expect(claimSplits(claims)).toEqual([]);
  expect(
    explainProviderAdjustments({ claims, providerAdjustments }).map(({ kind, adjustment }) => [
      kind,
      adjustment.amount,
    ]),
  ).toEqual([
    ['interest', -150],
    ['recovery', 2000],
  ]);
  const carried = read(carriedRemit);
  expect(explainProviderAdjustments(carried)).toMatchObject([{ kind: 'forward' }]);
  expect(linkReversals(carried.claims)).toEqual([{ reversal: 0, reverses: 'P76001', difference: -8000 }]);
});

test.each([remit, hospitalRemit, carriedRemit])(
  'a remittance that was read is written as it was read',
  (body) => {
    const { exchanges } = read835(remitFile(body));
    const written = exchanges.map(write835).join('');
    expect(validate(written).findings).toEqual([]);
    expect(read835(written).remits).toEqual(exchanges.flatMap(({ remits }) => remits));
  },
);
