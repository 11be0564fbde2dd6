import { expect, test } from 'vitest';
import { validate } from '../check/validate.ts';
import { smallEnrollment } from '../testing/enrollment-examples.ts';
import { anExchange835 } from '../testing/examples.ts';
import { latin1 } from '../tokens/bytes.ts';
import { X12WriteError } from '../write/draft.ts';
import { write835 } from '../write/write-835.ts';
import type { X12Document } from './document.ts';
import { readDocument } from './read-document.ts';
import { writeDocument } from './write-document.ts';

// Everybody here is invented.

/** A document as a person might write it: nothing is counted, and constants are left out. */
const byHand = () => ({
  interchanges: [
    {
      header: {
        senderId: 'PLAN1',
        receiverId: 'PRACTICE1',
        date: '270402',
        time: '0930',
        control: '000000007',
      },
      groups: [
        {
          header: { sender: 'PLAN1', receiver: 'PRACTICE1', date: '20270402', time: '0930', control: '7' },
          transactions: [
            {
              type: '277CA',
              guide: '005010X214',
              control: '0001',
              beginning: { reference: 'B1', date: '20270402', time: '0930' },
              sourceLevel: {
                source: { entity: 'PR', lastName: 'IMAGINARY HEALTH PLAN', idQualifier: 'PI', id: 'INV01' },
                transmission: {
                  number: 'T1',
                  received: { date: '20270402' },
                  processed: { date: '20270402' },
                },
                receiverLevel: {
                  receiver: { type: '2', lastName: 'INVENTED FAMILY PRACTICE', id: 'PRACTICE1' },
                  batch: {
                    number: 'B1',
                    batchStatuses: [
                      {
                        status: { category: 'A1', code: '19' },
                        date: '20270402',
                        action: 'WQ',
                        charge: '100',
                      },
                    ],
                  },
                },
              },
            },
          ],
        },
      ],
    },
  ],
});

type ByHand = ReturnType<typeof byHand>;

function write(change: (document: ByHand) => void = () => undefined): string {
  const document = byHand();
  change(document);
  return latin1(writeDocument(document as unknown as X12Document));
}

/** Where writing refuses, and why. */
function refusal(change: (document: ByHand) => void): string {
  try {
    return write(change);
  } catch (error) {
    expect(error).toBeInstanceOf(X12WriteError);
    return error instanceof Error ? error.message : '';
  }
}

const transactionOf = ({ interchanges }: ByHand) => interchanges[0]?.groups[0]?.transactions[0];
const batchOf = (document: ByHand) => transactionOf(document)?.sourceLevel.receiverLevel.batch;

test('what is left out is worked out: levels, counts, trailers, and codes the guide gives no choice of', () => {
  const written = write();
  expect(written.split('~')).toEqual([
    'ISA*00*          *00*          *ZZ*PLAN1          *ZZ*PRACTICE1      *270402*0930*^*00501*000000007*0*P*:',
    'GS*HN*PLAN1*PRACTICE1*20270402*0930*7*X*005010X214',
    'ST*277*0001*005010X214',
    'BHT*0085*08*B1*20270402*0930*TH',
    'HL*1**20*1',
    'NM1*PR*2*IMAGINARY HEALTH PLAN*****PI*INV01',
    'TRN*1*T1',
    'DTP*050*D8*20270402',
    'DTP*009*D8*20270402',
    'HL*2*1*21*0',
    'NM1*41*2*INVENTED FAMILY PRACTICE*****46*PRACTICE1',
    'TRN*2*B1',
    'STC*A1:19*20270402*WQ*100',
    'SE*12*0001',
    'GE*1*7',
    'IEA*1*000000007',
    '',
  ]);
  expect(validate(written).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('what is said is written as it is, right or wrong', () => {
  const written = write((document) => {
    Object.assign(transactionOf(document) ?? {}, { trailer: { segmentCount: '99', control: null } });
    Object.assign(transactionOf(document)?.sourceLevel ?? {}, { number: '5', level: null });
  });
  expect(written).toContain('~SE*99~');
  expect(written).toContain('~HL*5***1~');
  expect(written).toContain('~HL*2*5*21*0~');
});

test('a claim that is taken out or added leaves no count wrong', () => {
  const { interchanges } = readDocument(writeText(write835(anExchange835())));
  const [transaction] = interchanges[0]?.groups?.[0]?.transactions ?? [];
  if (transaction?.type !== '835') throw new Error('a remittance is wanted');
  const [group] = transaction.claimGroups ?? [];
  const [claim] = group?.claims ?? [];
  if (claim) group?.claims.push(structuredClone(claim));
  expect(codesOf(writeDocument({ interchanges }))).toEqual(['payment-balance']);
  group?.claims.splice(0);
  delete transaction.claimGroups;
  expect(codesOf(writeDocument({ interchanges }))).toEqual(['payment-balance']);
});

function writeText(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** What is wrong with a file but for what is only a warning. */
function codesOf(bytes: Uint8Array): string[] {
  return validate(bytes).findings.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
}

test('other delimiters are taken where the data holds one of those declared', () => {
  const written = write((document) => {
    const receiver = transactionOf(document)?.sourceLevel.receiverLevel.receiver;
    if (receiver) receiver.lastName = 'A*B: C^D ~ 1';
  });
  expect(written).toContain("NM1|41|2|A*B: C^D ~ 1|||||46|PRACTICE1'");
  expect(written).toContain("STC|A1>19|20270402|WQ|100'");
  expect(written.slice(0, 106)).toMatch(/^ISA\|00\|.*\|%\|00501\|.*\|>'$/);
});

test.each([
  ['Imaginary Health Plan', 'Caf\u00e9 Health'],
  ['ISA*00*          ', 'ISA*00*         \u00e9'],
])('the encoding of the file is kept, whatever tells it: %s', (from, to) => {
  const remit = write835(anExchange835()).replace(from, to);
  expect(remit).toContain(to);
  const bytes = writeText(remit);
  const document = readDocument(bytes);
  expect(document.interchanges[0]?.encoding).toBe('ISO-8859-1');
  expect(latin1(writeDocument(document))).toBe(remit);
});

const at = 'interchanges[0].groups[0].transactions[0]';

test.each<[string, (document: ByHand) => void]>([
  [
    `${at}.sourceLevel.receiverLevel.batch.batchStatuses[0].status.category: must be a text in quotes, not a number: as it stands in the file`,
    (document) => Object.assign(batchOf(document)?.batchStatuses[0]?.status ?? {}, { category: 1 }),
  ],
  [
    `${at}.sourceLevel.receiverLevel.batch.batchStatuses: must be a list`,
    (document) => Object.assign(batchOf(document) ?? {}, { batchStatuses: {} }),
  ],
  [
    `${at}.sourceLevel.receiverLevel.batch.batchStatuses[0].status: must be an object`,
    (document) => Object.assign(batchOf(document)?.batchStatuses[0] ?? {}, { status: 'A1:19' }),
  ],
  [
    `${at}.sourceLevel.receiverLevel.batch.number: holds a control character, which X12 cannot carry`,
    (document) => Object.assign(batchOf(document) ?? {}, { number: 'B\n1' }),
  ],
  [
    `${at}.sourceLevel.receiverLevel.batch.order[0]: names nothing that may stand in this loop`,
    (document) => Object.assign(batchOf(document) ?? {}, { order: ['claim'] }),
  ],
  [
    `${at}.sourceLevel.receiverLevel.batch.unplaced[0]: must be a segment: a list of its identifier and its elements`,
    (document) => Object.assign(batchOf(document) ?? {}, { unplaced: ['K3*X'] }),
  ],
  [
    `${at}.guide: names no guide that is held for this type`,
    (document) => Object.assign(transactionOf(document) ?? {}, { guide: '004010X070' }),
  ],
  [
    'interchanges[0].header.senderId: is longer than 15 characters',
    (document) => Object.assign(document.interchanges[0]?.header ?? {}, { senderId: 'X'.repeat(16) }),
  ],
  [
    'interchanges[0].header.control: is missing',
    (document) => Object.assign(document.interchanges[0]?.header ?? {}, { control: undefined }),
  ],
  [
    'interchanges[0].groups[0].header.sender: is missing',
    (document) => Object.assign(document.interchanges[0]?.groups[0]?.header ?? {}, { sender: undefined }),
  ],
  ['interchanges: must be a list', (document) => Object.assign(document, { interchanges: {} })],
  [
    'unplaced: holds segments outside of any transaction; they cannot be written',
    (document) => Object.assign(document, { unplaced: [['K3', 'X']] }),
  ],
  [
    'interchanges[0].delimiters.element: must be one character, neither letter nor digit nor blank',
    (document) => Object.assign(document.interchanges[0] ?? {}, { delimiters: { element: 'AB' } }),
  ],
])('what cannot be written is refused at its place: %s', (message, change) => {
  expect(refusal(change)).toBe(message);
});

test('a name that is not known is refused, with those that are', () => {
  const message = refusal((document) => Object.assign(batchOf(document) ?? {}, { statuses: [] }));
  expect(message).toContain(
    `${at}.sourceLevel.receiverLevel.batch.statuses: is not known here; what may stand here is `,
  );
  expect(message).toContain('batchStatuses');
});

test('a transaction of no guide keeps what its ST has beyond the standard', () => {
  const file = write835(anExchange835())
    .replaceAll('005010X221A1', '004010')
    .replace('ST*835*0001', 'ST*835*0001**X*Y');
  const bytes = new TextEncoder().encode(file);
  expect(latin1(writeDocument(readDocument(bytes)))).toBe(file);
});

test('a transaction without a number keeps the separator where it stands at its end', () => {
  const file = write835(anExchange835())
    .replaceAll('005010X221A1', '004010')
    .replace('ST*835*0001', 'ST*835')
    .replace(/(SE\*\d+)\*0001/, '$1*');
  expect(latin1(writeDocument(readDocument(new TextEncoder().encode(file))))).toBe(file);
});

test.each(['LX*1~LX*1~', 'LX*1~XX*1~', 'LX*1~NM1*31*1~LX*2~LX*3~ZZ~', 'LX*1*A:B~'])(
  'nothing is lost where it shows late which loop was meant: %s',
  (before) => {
    const file = smallEnrollment.replace('SE*', `${before}N1*75*X~SE*`);
    expect(latin1(writeDocument(readDocument(new TextEncoder().encode(file))))).toBe(file);
  },
);
