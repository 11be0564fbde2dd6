import { expect, test } from 'vitest';
import { cents, type Instant, isoDate } from '../../model/index.ts';
import {
  read277CA,
  read837,
  tokenize,
  validate,
  write277CA,
  write835,
  write837,
  X12WriteError,
} from '../index.ts';
import {
  aClaim,
  aDependentClaim,
  anExchange835,
  aRemit,
  aSecondaryClaim,
  aSubmission,
} from '../testing/examples.ts';

/** The segments of a file as text, envelope left out. */
function body(file: string): string[] {
  const segments = file.split('~');
  return segments.slice(
    2,
    segments.findIndex((segment) => segment.startsWith('SE*')),
  );
}

test('a claim is written as the guide lays it out', () => {
  expect(body(write837(aSubmission()))).toEqual([
    'ST*837*0001*005010X222A1',
    'BHT*0019*00*000000001-0001*20270302*093015*CH',
    'NM1*41*2*Invented Family Practice*****46*PRACTICE1',
    'PER*IC*Billa Biller*TE*5555550102',
    'NM1*40*2*Imaginary Clearing*****46*CLEAR1',
    'HL*1**20*1',
    'PRV*BI*PXC*207Q00000X',
    'NM1*85*2*Invented Family Practice*****XX*1999000015',
    'N3*1 Nowhere Street',
    'N4*Sampleton*OH*440999998',
    'REF*EI*999000001',
    'PER*IC*Invented Family Practice*TE*5555550101',
    'HL*2*1*22*0',
    'SBR*P*18*******CI',
    'NM1*IL*1*Patientson*Testa****MI*M0000001',
    'N3*2 Example Road',
    'N4*Sampleton*OH*44099',
    'DMG*D8*19800517*F',
    'NM1*PR*2*Imaginary Health Plan*****PI*INV01',
    'CLM*C1001*200.5***11:B:1*Y*A*Y*Y',
    'HI*ABK:E1122*ABF:N1831',
    'NM1*82*1*Doctor*Imogen****XX*1999000023',
    'PRV*PE*PXC*207Q00000X',
    'LX*1',
    'SV1*HC:99214:25*180*UN*1***1:2',
    'DTP*472*D8*20270301',
    'REF*6R*C1001-1',
    'LX*2',
    'SV1*HC:36415*20.5*UN*1***1',
    'DTP*472*D8*20270301',
    'REF*6R*C1001-2',
  ]);
});

test('neighbours share levels, and a dependent stands in a patient level under a subscriber of its own', () => {
  const second = aDependentClaim({ controlNumber: 'C2' });
  const file = write837(
    aSubmission({
      claims: [aClaim(), aClaim({ controlNumber: 'C1' }), second, { ...second, controlNumber: 'C3' }],
    }),
  );
  expect(
    body(file)
      .filter((segment) => /^(HL|CLM)/.test(segment))
      .map((segment) => segment.split('*').slice(0, 4).join('*')),
  ).toEqual([
    'HL*1**20',
    'HL*2*1*22',
    'CLM*C1001*200.5*',
    'CLM*C1*200.5*',
    'HL*3*1*22',
    'HL*4*3*23',
    'CLM*C2*200.5*',
    'CLM*C3*200.5*',
  ]);
});

test.each([aClaim, aDependentClaim])('a level is opened anew after a hundred claims', (make) => {
  const claims = Array.from({ length: 201 }, (_, i) => make({ controlNumber: `C${i}` }));
  const file = write837(aSubmission({ claims }));
  expect(validate(file).findings).toEqual([]);
  expect(read837(file).submissions[0]?.claims).toEqual(claims);
});

test('replacement, authorization, other coverage and a stretch of dates have their segments', () => {
  const claim = aSecondaryClaim();
  const [line] = claim.lines;
  if (!line) throw new Error('a line is wanted');
  const file = write837(
    aSubmission({
      claims: [
        {
          ...claim,
          frequency: '7',
          payerControlNumber: 'P77001',
          authorizationNumber: 'A555',
          patientPaid: cents(1500),
          charge: line.charge,
          lines: [
            {
              ...line,
              serviceDateTo: isoDate('2027-03-03'),
              authorizationNumber: 'A556',
              placeOfService: '22',
            },
          ],
        },
      ],
    }),
  );
  const segments = body(file);
  for (const wanted of [
    'CLM*C1001*180***11:B:7*Y*A*Y*Y',
    'AMT*F5*15',
    'REF*G1*A555',
    'REF*F8*P77001',
    'SBR*P*01*******CI',
    'AMT*D*100',
    'OI***Y***Y',
    'NM1*PR*2*Make-Believe Mutual*****PI*INV02',
    'SV1*HC:99214:25*180*UN*1*22**1:2',
    'DTP*472*RD8*20270301-20270303',
    'REF*G1*A556',
    'SVD*INV02*90*HC:99214:25**1',
    'CAS*CO*45*60',
    'CAS*PR*2*30',
    'DTP*573*D8*20270302',
  ]) {
    expect(segments).toContain(wanted);
  }
});

test('data that holds a delimiter changes the delimiters', () => {
  const name = 'A*B:C^D~E|F>G';
  const [claim] = [aClaim()];
  const file = write837(
    aSubmission({ claims: [{ ...claim, billingProvider: { ...claim.billingProvider, name } }] }),
  );
  expect(tokenize(file).interchanges[0]?.delimiters).toEqual({
    element: '!',
    component: '<',
    repetition: '%',
    segment: "'",
  });
  expect(validate(file).findings).toEqual([]);
  expect(read837(file).submissions[0]?.claims[0]?.billingProvider.name).toBe(name);
});

test('letters lose their accents, and what X12 cannot carry is refused without being repeated', () => {
  const named = (lastName: string) =>
    aSubmission({ claims: [aClaim({ subscriber: { ...aClaim().subscriber, lastName } })] });
  expect(write837(named(' Müñoz–O’Test '))).toContain("NM1*IL*1*Munoz-O'Test*Testa");
  for (const lastName of ['病', 'Line\nbreak', 'Bell\u0007']) {
    const refuse = () => write837(named(lastName));
    expect(refuse).toThrow(X12WriteError);
    expect(refuse).toThrow('NM103: holds a character that X12 cannot carry');
  }
  expect(() => write837(named('x'.repeat(61)))).toThrow('NM103: is 61 characters long, at most 60 fit');
});

test('a patient who is both the subscriber and somebody else is a mistake of the caller', () => {
  const { patient } = aDependentClaim();
  expect(() => write837(aSubmission({ claims: [{ ...aClaim(), ...(patient && { patient }) }] }))).toThrow(
    X12WriteError,
  );
});

test.each([0, -1, 1.5, 1_000_000_000])('%s is no control number', (interchange) => {
  expect(() => write837(aSubmission({ controlNumbers: { interchange, group: 1, transaction: 1 } }))).toThrow(
    RangeError,
  );
});

test('a remit is written as the guide lays it out', () => {
  expect(body(write835(anExchange835()))).toEqual([
    'ST*835*0001',
    'BPR*I*90*C*CHK************20270315',
    'TRN*1*T900001*1999000009',
    'N1*PR*Imaginary Health Plan',
    'N3*3 Fiction Avenue',
    'N4*Sampleton*OH*44099',
    'REF*2U*INV01',
    'PER*BL*Help Desk*TE*5555550103',
    'N1*PE*Invented Family Practice*XX*1999000015',
    'REF*TJ*999000001',
    'LX*1',
    'CLP*C1001*1*200.5*100*20*12*P77001*11*1',
    'NM1*QC*1*Patientson*Testa****MI*M0000001',
    'MOA***MA01',
    'SVC*HC:99214:25*180*100**1',
    'DTM*472*20270301',
    'CAS*CO*45*60',
    'CAS*PR*3*20',
    'REF*6R*C1001-1',
    'AMT*B6*120',
    'SVC*HC:36415*20.5*0**1',
    'DTM*472*20270301',
    'CAS*CO*97*20.5',
    'REF*6R*C1001-2',
    'LQ*HE*N130',
    'PLB*1999000015*20271231*WO:OLD1*10',
  ]);
});

test('an ACH payment names its banks', () => {
  const transfer = {
    format: 'CCP' as const,
    from: { routing: '999999992', account: '0001' },
    to: { routing: '999999992', account: '0002' },
    originator: '1999000009',
  };
  const file = write835(anExchange835({ remits: [aRemit({ method: 'ACH', transfer })] }));
  expect(body(file)[1]).toBe(
    'BPR*I*90*C*ACH*CCP*01*999999992*DA*0001*1999000009**01*999999992*DA*0002*20270315',
  );
  expect(validate(file).findings).toEqual([]);
});

test('decisions on claims are written with totals and read back as they were', () => {
  const decision = {
    charge: cents(20050),
    patient: { lastName: 'Patientson', firstName: 'Testa', memberId: 'M0000001' },
    provider: { name: 'Invented Family Practice', npi: '1999000015' },
    effectiveDate: isoDate('2027-03-02'),
    serviceDate: isoDate('2027-03-01'),
  };
  const exchange = {
    controlNumbers: { interchange: 7, group: 8, transaction: 9 },
    createdAt: '2027-03-02T11:00:00.000Z' as Instant,
    usage: 'T' as const,
    sender: { name: 'Imaginary Health Plan', id: 'INV01' },
    receiver: { name: 'Invented Family Practice', id: 'PRACTICE1' },
    batch: '000000001-0001',
    receivedDate: isoDate('2027-03-02'),
    processedDate: isoDate('2027-03-02'),
    claims: [
      {
        ...decision,
        controlNumber: 'C1',
        accepted: true,
        statuses: [{ category: 'A2', status: '20' }],
        payerControlNumber: 'P1',
      },
      {
        ...decision,
        controlNumber: 'C2',
        accepted: false,
        statuses: [
          { category: 'A7', status: '562', entity: '85' },
          { category: 'A7', status: '21' },
        ],
      },
    ],
  };
  const file = write277CA(exchange);
  expect(validate(file).findings).toEqual([]);
  expect(body(file).slice(9, 15)).toEqual([
    'TRN*2*000000001-0001',
    'STC*A1:19:PR*20270302*WQ*401',
    'QTY*90*1',
    'QTY*AA*1',
    'AMT*YU*200.5',
    'AMT*YY*200.5',
  ]);
  expect(read277CA(file)).toMatchObject({ exchanges: [exchange], claims: exchange.claims, findings: [] });
  expect(read277CA(file).exchanges.map(write277CA)).toEqual([file]);
});
