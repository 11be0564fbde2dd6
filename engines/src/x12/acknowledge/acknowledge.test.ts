import { expect, test } from 'vitest';
import { type Instant, isoDate } from '../../model/index.ts';
import {
  acknowledge,
  judgeClaims,
  read837,
  read999,
  readTA1,
  sniff,
  validate,
  write835,
  write837,
  write999,
  writeTA1,
} from '../index.ts';
import { aClaim, anExchange835, aSubmission } from '../testing/examples.ts';

const answering = {
  controlNumbers: { interchange: 501, group: 601, transaction: 1 },
  createdAt: '2027-03-02T10:00:00.000Z' as Instant,
  usage: 'T' as const,
};
const claims = write837(aSubmission());

/** The 999's own segments, from AK1 to AK9. */
function answer(file: string): string[] {
  const { ack999 = '' } = acknowledge(file, answering);
  expect(validate(ack999).findings).toEqual([]);
  const segments = ack999.split('~');
  return segments.slice(
    3,
    segments.findIndex((segment) => segment.startsWith('SE*')),
  );
}

test('a sound file is accepted by a TA1, since it asks for one, and a 999', () => {
  const { ta1 = '', ack999 = '', next } = acknowledge(claims, answering);
  expect([sniff(ta1), sniff(ack999)]).toEqual([['TA1'], ['999']]);
  expect(ta1).toContain('TA1*000000001*270302*0930*A*000~');
  expect(ta1).toMatch(
    /^ISA\*00\* {10}\*00\* {10}\*ZZ\*CLEAR1 {9}\*ZZ\*PRACTICE1 {6}\*270302\*1000\*\^\*00501\*000000501\*0\*T/,
  );
  expect(validate(ta1).findings).toEqual([]);
  expect(answer(claims)).toEqual([
    'AK1*HC*1*005010X222A1',
    'AK2*837*0001*005010X222A1',
    'IK5*A',
    'AK9*A*1*1*1',
  ]);
  expect(next).toEqual({ interchange: 503, group: 602, transaction: 2 });
});

test('an 835 has no ST03, so neither has its AK2', () => {
  const { ta1 } = acknowledge(write835(anExchange835()), answering);
  expect(ta1).toBeUndefined();
  expect(answer(write835(anExchange835()))).toContain('AK2*835*0001');
});

test.each<[what: string, from: string, to: string, expected: string[]]>([
  ['a required segment', 'REF*EI*999000001~', '', ['IK3*REF*11*2010AA*3', 'IK5*R*I5*4']],
  ['a bad date', '19800517', '19800599', ['IK3*DMG*18*2010BA*8', 'IK4*2*1251*8', 'IK5*R*5']],
  ['a code', '*18*******CI', '*18*******XX', ['IK3*SBR*14*2000B*8', 'IK4*9*1032*I6', 'IK5*R*I5']],
  ['a component', '11:B:1*', '11:B*', ['IK3*CLM*20*2300*8', 'CTX*CLM01:C1001', 'IK4*5:3*1325*1', 'IK5*R*I5']],
  [
    'a dangling pointer',
    '***1:2~',
    '***1:5~',
    ['IK3*SV1*25*2400*8', 'CTX*CLM01:C1001', 'IK4*7:2*1328*I12', 'IK5*R*I5'],
  ],
  [
    'a balance',
    'CLM*C1001*200.5',
    'CLM*C1001*200.6',
    ['IK3*CLM*20*2300*8', 'CTX*CLM01:C1001', 'IK4*2*782*I12', 'IK5*R*I5'],
  ],
  [
    'several elements of one segment',
    'SV1*HC:99214:25*180*UN*1***1:2~',
    'SV1*HC:99214:2*18E1*XX*1***1:2~',
    ['IK3*SV1*25*2400*8', 'CTX*CLM01:C1001', 'IK4*1:3*1339*4', 'IK4*2*782*6', 'IK4*3*355*I6', 'IK5*R*5*I5'],
  ],
  [
    'a segment that no standard knows',
    '~HI*',
    '~QQ9*X~HI*',
    ['IK3*QQ9*21*2300*1', 'CTX*CLM01:C1001', 'IK5*R*I5*4'],
  ],
  ['a count', 'SE*32', 'SE*34', ['IK5*R*4']],
])('the 999 tells where and why: %s', (_what, from, to, expected) => {
  expect(claims).toContain(from);
  const told = answer(claims.replace(from, to)).slice(2, -1);
  expect(told).toEqual(expected);
});

test('what is only warned of is told, and the transaction accepted with errors', () => {
  const file = write835(anExchange835())
    .replace(/PER\*BL[^~]*~/, '')
    .replace(/SE\*(\d+)/, (_, n) => `SE*${n - 1}`);
  expect(answer(file)).toEqual([
    'AK1*HP*1*005010X221A1',
    'AK2*835*0001',
    'IK3*PER*8*1000A*3',
    'CTX*TRN02:T900001',
    'IK5*E*I5',
    'AK9*E*1*1*1',
  ]);
});

test('a situation of a remittance names the claim’s own segment, and its payment', () => {
  const file = write835(anExchange835()).replace('CLP*C1001*1', 'CLP*C1001*19');
  expect(answer(file).slice(2, -1)).toEqual([
    'IK3*NM1*12*2100*I6',
    'CTX*SITUATIONAL TRIGGER*CLP*12*2100*2',
    'CTX*TRN02:T900001',
    'IK5*R*I5',
  ]);
});

test('a group that is not what it says is refused with a reason of its own', () => {
  for (const [from, to, code] of [
    ['GS*HC', 'GS*H1', '1'],
    ['005010X222A1~ST', '005010x222a1~ST', '2'],
    ['*093015*1*X', '*093015*1A*X', '6'],
  ] as const) {
    expect(claims).toContain(from);
    const { ack999 = '' } = acknowledge(claims.replace(from, to), answering);
    expect(ack999).toMatch(new RegExp(`AK9\\*R\\*1\\*1\\*0\\*(?:\\d\\*)*${code}`));
  }
});

test('of two transactions the sound one is accepted: the group is partly accepted', () => {
  const { remits } = anExchange835();
  const file = write835(anExchange835({ remits: [...remits, ...remits] })).replace('BPR*I*90*', 'BPR*I*91*');
  expect(answer(file).filter((segment) => /^(IK5|AK9)/.test(segment))).toEqual([
    'IK5*R*I5',
    'IK5*A',
    'AK9*P*2*2*1',
  ]);
});

test('a group with a wrong count is refused as a whole', () => {
  expect(answer(claims.replace('GE*1*', 'GE*3*')).at(-1)).toBe('AK9*R*3*1*0*5');
});

test.each<[note: string, from: string, to: string]>([
  ['001', 'IEA*1*000000001', 'IEA*1*000000009'],
  ['021', 'IEA*1*', 'IEA*2*'],
  ['023', 'IEA*1*000000001~', ''],
  ['005', '*ZZ*PRACTICE1', '*QQ*PRACTICE1'],
  ['014', '*270302*0930*', '*271302*0930*'],
  ['015', '*270302*0930*', '*270302*2430*'],
])('a broken envelope is refused by TA1 %s and gets no 999', (note, from, to) => {
  const { ta1 = '', ack999 } = acknowledge(claims.replace(from, to), answering);
  expect(readTA1(ta1).acknowledgements).toMatchObject([
    { kind: 'TA1', control: '000000001', status: 'R', note },
  ]);
  expect(ack999).toBeUndefined();
});

test('an interchange number twice in one file is refused the second time', () => {
  const { ta1 = '' } = acknowledge(claims + claims, answering);
  expect(readTA1(ta1).acknowledgements.map(({ status, note }) => status + note)).toEqual(['A000', 'R025']);
});

test('acknowledgements are not acknowledged, and what is no X12 has nobody to answer', () => {
  const { ta1 = '', ack999 = '' } = acknowledge(claims, answering);
  for (const file of [ta1, ack999, 'no X12', '']) {
    expect(acknowledge(file, answering)).toEqual({ next: answering.controlNumbers });
  }
});

test('what a 999 or TA1 says reads back as it was written', () => {
  const { ta1 = '', ack999 = '' } = acknowledge(claims.replace('***1:2~', '***1:5~'), answering);
  const { exchanges, acknowledgements } = read999(ack999);
  expect(acknowledgements).toMatchObject([
    {
      kind: '999',
      control: '1',
      functionalId: 'HC',
      status: 'R',
      counts: { included: 1, received: 1, accepted: 0 },
      transactions: [
        {
          control: '0001',
          status: 'R',
          codes: ['I5'],
          errors: [
            {
              at: 'SV107-2 (segment 25, loop 2400)',
              code: 'I12',
              segment: 'SV1',
              position: 25,
              loop: '2400',
            },
          ],
        },
      ],
    },
  ]);
  expect(exchanges.map(write999)).toEqual([ack999]);
  expect(readTA1(ta1).exchanges.map(writeTA1)).toEqual([ta1]);
});

test.each([
  ['a transaction without a number', 'ST*837*0001*', 'ST*837**', 'AK2*837*????*005010X222A1'],
  ['a number that is too short', 'ST*837*0001*', 'ST*837*1*', 'AK2*837*1???*005010X222A1'],
  ['a group without a number', '*1*X*005010X222A1', '**X*005010X222A1', 'AK1*HC*0*005010X222A1'],
  ['a group without a version', '*X*005010X222A1', '*X', 'AK1*HC*1*?'],
  ['nothing where a segment is due', 'BHT*0019', '~BHT*0019', 'IK3*???*2**2'],
])('a 999 can be read where %s is answered', (_what, from, to, expected) => {
  expect(claims).toContain(from);
  expect(answer(claims.replace(from, to))).toContain(expected);
});

test('of more transactions than findings are listed for, each is refused with a reason', () => {
  const [head = '', tail = ''] = claims.split(/ST\*.*SE\*\d+\*\d+~/s);
  const many = Array.from({ length: 3000 }, (_, index) => `ST*837*${10_000 + index}*005010X222A1~`);
  const { ack999 = '' } = acknowledge(head + many.join('') + tail.replace('GE*1', 'GE*3000'), answering);
  const [group] = read999(ack999).acknowledgements;
  expect(group?.transactions.filter(({ status, codes }) => status === 'R' && codes.length > 0)).toHaveLength(
    3000,
  );
  expect(validate(ack999).findings).toEqual([]);
});

test('claims are judged one by one', () => {
  const file = write837(
    aSubmission({
      claims: [
        aClaim(),
        aClaim({ controlNumber: 'C2', diagnoses: ['I10'] }),
        aClaim({ controlNumber: 'C3' }),
      ],
    }),
  );
  const [received] = read837(file).submissions;
  if (!received) throw new Error('nothing was read');
  expect(
    judgeClaims(received, isoDate('2027-03-02')).map(({ controlNumber, accepted }) => [
      controlNumber,
      accepted,
    ]),
  ).toEqual([
    ['C1001', true],
    ['C2', false],
    ['C3', true],
  ]);
});
