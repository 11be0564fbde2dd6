import { expect, test } from 'vitest';
import { cents } from '../../model/index.ts';
import { anExchange835 } from '../testing/examples.ts';
import { interchange } from '../testing/interchange.ts';
import { encode } from '../tokens/bytes.ts';
import { write835 } from '../write/write-835.ts';
import { transactionsOf } from './document.ts';
import { readDocument, StreamingDocument } from './read-document.ts';
import { amountOf, daysOf } from './values.ts';

// Everybody here is invented.

const remit = encode(write835(anExchange835()));

test('what was paid for each claim of a remittance takes five lines', () => {
  const remits = transactionsOf(readDocument(remit)).filter((one) => one.type === '835');
  const claims = remits.flatMap(({ claimGroups = [] }) => claimGroups.flatMap((group) => group.claims));
  const paid = claims.map((claim) => [claim.controlNumber, amountOf(claim.paid)]);
  expect(paid).toEqual([['C1001', cents(10000)]]);
});

const answer = (body: string) => encode(interchange('277', '005010X214', body, 'HN'));

const levels = `BHT*0085*08*B1*20270402*0930*TH
HL*1**20*1
NM1*PR*2*IMAGINARY HEALTH PLAN*****PI*INV01
TRN*1*T1
DTP*050*D8*20270402
DTP*009*D8*20270402
HL*2*1*21*0
NM1*41*2*INVENTED FAMILY PRACTICE*****46*PRACTICE1
TRN*2*B1
STC*A1:19*20270402*WQ*100`;

test('a loop is an object by its label, with the elements of its first segment and its other members', () => {
  const [transaction] = transactionsOf(readDocument(answer(levels)));
  expect(transaction).toEqual({
    type: '277CA',
    guide: '005010X214',
    control: '0001',
    beginning: {
      structure: '0085',
      purpose: '08',
      reference: 'B1',
      date: '20270402',
      time: '0930',
      type: 'TH',
    },
    sourceLevel: expect.objectContaining({
      level: '20',
      source: {
        entity: 'PR',
        type: '2',
        lastName: 'IMAGINARY HEALTH PLAN',
        idQualifier: 'PI',
        id: 'INV01',
      },
    }),
  });
});

test('numbers that can be counted are left out, others are kept', () => {
  const [counted] = transactionsOf(readDocument(answer(levels)));
  const [uncounted] = transactionsOf(
    readDocument(answer(levels.replaceAll('HL*1*', 'HL*7*').replace('HL*2*1', 'HL*8*7'))),
  );
  expect(JSON.stringify(counted)).not.toMatch(/"(?:number|parent)":"[127]"/);
  expect(uncounted).toMatchObject({ sourceLevel: { number: '7', receiverLevel: { number: '8' } } });
  expect(JSON.stringify(uncounted)).not.toContain('parent');
});

test('members that came in another order than the guide has say so', () => {
  const turned = levels.replace(/(DTP\*050.*)\n(DTP\*009.*)/, '$2\n$1');
  const [transaction] = transactionsOf(readDocument(answer(turned)));
  expect(transaction).toMatchObject({
    sourceLevel: { transmission: { order: ['processed', 'received'] } },
  });
});

test('what fits nowhere stands where it came, and is a finding', () => {
  const spoiled = levels
    .replace('TRN*2*B1', 'TRN*2*B1\nK3*NOTHING HERE')
    .replace('STC*A1:19', 'STC*A1:19^A2:20');
  const { findings, ...document } = readDocument(answer(spoiled));
  expect(findings.map(({ code, id }) => `${id} ${code}`)).toEqual([
    'K3 segment-unexpected',
    'STC element-repeats',
  ]);
  expect(transactionsOf(document)).toMatchObject([
    {
      sourceLevel: {
        receiverLevel: {
          batch: {
            unplaced: [
              ['K3', 'NOTHING HERE'],
              [
                'STC',
                {
                  repeated: [
                    ['A1', '19'],
                    ['A2', '20'],
                  ],
                },
                '20270402',
                'WQ',
                '100',
              ],
            ],
          },
        },
      },
    },
  ]);
});

test('a file is read the same without being checked', () => {
  const spoiled = levels.replace('TRN*2*B1', 'K3*NOTHING HERE');
  const { findings, ...document } = readDocument(answer(spoiled));
  expect(findings).not.toEqual([]);
  expect(readDocument(answer(spoiled), { check: false })).toEqual({ ...document, findings: [] });
});

test('a transaction without a guide is a list of segments', () => {
  const old = encode(interchange('850', '004010', 'BEG*00*SA*1**20270402\nPO1**1*EA*9.5', 'PO'));
  expect(transactionsOf(readDocument(old))).toEqual([
    {
      type: 'other',
      set: '850',
      guide: '004010',
      control: '0001',
      implementation: '004010',
      segments: [
        ['BEG', '00', 'SA', '1', '', '20270402'],
        ['PO1', '', '1', 'EA', '9.5'],
      ],
    },
  ]);
});

test.each(['', 'Dear payer,', 'ISA*00*', 'ISA~'])('whatever comes, reading answers: %j', (text) => {
  const { interchanges, findings } = readDocument(encode(text));
  expect([interchanges, findings.length]).toEqual([[], 1]);
});

test('a large file is read claim by claim, and the claims are let go', () => {
  const claims: unknown[] = [];
  const reading = new StreamingDocument((unit) => {
    if (unit.type !== '835' || unit.loop !== '2100') return;
    claims.push([unit.tree.controlNumber, unit.around[0]?.control]);
  });
  for (let at = 0; at < remit.length; at += 100) reading.push(remit.subarray(at, at + 100));
  const [left] = transactionsOf(reading.end());
  expect(claims).toEqual([['C1001', '0001']]);
  expect(left).toMatchObject({ type: '835', payer: { name: 'Imaginary Health Plan' } });
  expect(left).not.toHaveProperty('claimGroups');
});

test.each([
  { given: { dateFormat: 'D8', date: '20270301' }, days: ['2027-03-01', '2027-03-01'] },
  { given: { dateFormat: 'RD8', date: '20270301-20270305' }, days: ['2027-03-01', '2027-03-05'] },
  { given: { dateFormat: 'DT', date: '202703010930' }, days: ['2027-03-01', '2027-03-01'] },
  { given: { date: '20270301' }, days: ['2027-03-01', '2027-03-01'] },
  { given: { dateFormat: 'RD8', date: '20270301-20271350' }, days: undefined },
  { given: {}, days: undefined },
])('the days of $given are $days', ({ given, days }) => {
  const read = daysOf(given);
  expect(read && [read.from, read.to]).toEqual(days);
});
