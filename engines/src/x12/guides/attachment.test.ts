import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasShared, sharedPath } from '../../../../test/shared.ts';
import { StreamingValidation, type Validation, validate } from '../check/validate.ts';
import { answer210, unasked314 } from '../testing/attachment-examples.ts';
import { spoiled } from '../testing/spoiled.ts';

/** `code element loop @ segment` for each error, the segment as far as `shown` characters. */
function errors(file: string, shown = 0): string[] {
  return validate(file)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code, element, id, loop, position }) => {
      const segment = file.slice(position, file.indexOf('~', position)).slice(0, shown);
      return [code, element ?? id, loop, ...(shown > 0 ? ['@', segment] : [])].filter(Boolean).join(' ');
    });
}

const files = { answer: answer210, unasked: unasked314 };

test.each([
  ['answer', '005010X210'],
  ['unasked', '006020X314'],
] as const)('an attachment is valid: %s, %s', (name, guide) => {
  const { findings, transactions } = validate(files[name], { snip: 5 });
  expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(transactions).toEqual([{ type: '275', guide, control: '0001', valid: true }]);
});

interface Defect {
  what: string;
  in: keyof typeof files;
  from: string | RegExp;
  to: string;
  /** Code, element or missing segment, loop, and how the segment begins. */
  finds: string;
}

const defects: Defect[] = [
  // Heading
  {
    what: 'a group of another kind',
    in: 'answer',
    from: 'GS*PI',
    to: 'GS*HI',
    finds: 'group-kind GS01 @ GS*HI*',
  },
  {
    what: 'a purpose that is none',
    in: 'answer',
    from: 'BGN*11',
    to: 'BGN*00',
    finds: 'code-not-allowed BGN01 @ BGN*00',
  },
  {
    what: 'no reference',
    in: 'answer',
    from: '*ATTACH1*20270303',
    to: '**20270303',
    finds: 'element-missing BGN02 @ BGN*11**',
  },
  {
    what: 'no date of creation',
    in: 'unasked',
    from: '*ATTACH1*20270303',
    to: '*ATTACH1',
    finds: 'element-missing BGN03 @ BGN*02*ATTACH1',
  },
  {
    what: 'a day that no calendar has',
    in: 'unasked',
    from: '*ATTACH1*20270303',
    to: '*ATTACH1*20270230',
    finds: 'invalid-date BGN03 @ BGN*02*ATTACH1*20270230',
  },
  // Parties
  {
    what: 'no payer',
    in: 'answer',
    from: /NM1\*PR[^~]*~/,
    to: '',
    finds: 'loop-missing NM1 1000A @ LX*1',
  },
  {
    what: 'no submitter',
    in: 'unasked',
    from: /NM1\*41[^~]*~/,
    to: '',
    finds: 'loop-missing NM1 1000B @ LX*1',
  },
  {
    what: 'a payer who is a person',
    in: 'answer',
    from: 'NM1*PR*2',
    to: 'NM1*PR*1',
    finds: 'code-not-allowed NM102 1000A @ NM1*PR*1',
  },
  {
    what: 'a payer by no number of its own',
    in: 'answer',
    from: '*****PI*INV01',
    to: '*****XX*INV01',
    finds: 'code-not-allowed NM108 1000A @ NM1*PR',
  },
  {
    what: 'a submitter without number',
    in: 'unasked',
    from: '*46*SENDER1',
    to: '*46',
    finds: 'element-missing NM109 1000B @ NM1*41',
  },
  {
    what: 'a provider of no kind',
    in: 'answer',
    from: 'PRV*BI*PXC',
    to: 'PRV*BI*XXX',
    finds: 'code-not-allowed PRV02 1000C @ PRV*BI*XXX',
  },
  {
    what: 'an address of no street',
    in: 'unasked',
    from: /N3\*1[^~]*~/,
    to: '',
    finds: 'segment-missing N3 1100C @ N4',
  },
  {
    what: 'an address of no state',
    in: 'answer',
    from: '*Sampleton*OH*',
    to: '*Sampleton**',
    finds: 'state-and-zip N402 1100C @ N4*Sampleton',
  },
  {
    what: 'no patient',
    in: 'answer',
    from: /NM1\*QC[^~]*~/,
    to: '',
    finds: 'segment-missing NM1 1000D @ REF*EJ',
  },
  {
    what: 'a patient who is no person',
    in: 'unasked',
    from: 'NM1*QC*1',
    to: 'NM1*QC*2',
    finds: 'code-not-allowed NM102 1000D @ NM1*QC*2',
  },
  {
    what: 'no number of the claim',
    in: 'answer',
    from: /REF\*EJ[^~]*~/,
    to: '',
    finds: 'segment-missing REF 1000D @ DTP*472',
  },
  {
    what: 'a stay that ends before it begins',
    in: 'answer',
    from: '*20270215-20270218',
    to: '*20270218-20270215',
    finds: 'invalid-date DTP03 1000D @ DTP*472*RD8',
  },
  {
    what: 'a date that is none of its format',
    in: 'unasked',
    from: '*RD8*20270215-20270218',
    to: '*D8*20270215-20270218',
    finds: 'invalid-date DTP03 1000D @ DTP*472*D8',
  },
  // Pieces of information
  {
    what: 'a count that begins at another number',
    in: 'answer',
    from: '~LX*1~',
    to: '~LX*2~',
    finds: 'attachment-number LX01 2000A @ LX*2',
  },
  {
    what: 'a count that leaves out a number',
    in: 'unasked',
    from: '~LX*2~',
    to: '~LX*3~',
    finds: 'attachment-number LX01 2000A @ LX*3',
  },
  {
    what: 'no trace number',
    in: 'answer',
    from: /TRN\*2[^~]*~/,
    to: '',
    finds: 'segment-missing TRN 2000A @ STC',
  },
  {
    what: "an answer under the sender's own number",
    in: 'answer',
    from: 'TRN*2',
    to: 'TRN*1',
    finds: 'attachment-trace TRN01 2000A @ TRN*1',
  },
  {
    what: 'what nobody asked for under the number of a question',
    in: 'unasked',
    from: 'TRN*1*ATT1002',
    to: 'TRN*2*ATT1002',
    finds: 'attachment-trace TRN01 2000A @ TRN*2',
  },
  {
    what: 'an answer to no question',
    in: 'answer',
    from: /STC\*R4:18842[^~]*~/,
    to: '',
    finds: 'question STC 2000A @ LX*1',
  },
  {
    what: 'a question that nobody asked',
    in: 'unasked',
    from: /(TRN\*1\*ATT1001~)/,
    to: '$1STC*R4:18842-5::LOI~',
    finds: 'question STC 2000A @ STC*R4',
  },
  {
    what: 'a question in codes of another kind',
    in: 'answer',
    from: '18842-5::LOI',
    to: '18842-5::RX',
    finds: 'code-not-allowed STC01-4 2000A @ STC*R4',
  },
  {
    what: 'a question without code',
    in: 'answer',
    from: 'STC*R4:18842-5::LOI',
    to: 'STC*R4:::LOI',
    finds: 'element-missing STC01-2 2000A @ STC*R4',
  },
  {
    what: 'no date of submission',
    in: 'answer',
    from: /DTP\*368[^~]*~/,
    to: '',
    finds: 'segment-missing DTP 2100B @ CAT*AE',
  },
  {
    what: 'a submission over several days',
    in: 'unasked',
    from: 'DTP*368*D8*20270303',
    to: 'DTP*368*RD8*20270303-20270304',
    finds: 'code-not-allowed DTP02 2100B @ DTP*368*RD8',
  },
  {
    what: 'a report of another kind',
    in: 'answer',
    from: 'CAT*AE',
    to: 'CAT*XX',
    finds: 'code-not-allowed CAT01 2100B @ CAT*XX',
  },
  {
    what: 'a format that is none',
    in: 'unasked',
    from: 'CAT*AE*HL',
    to: 'CAT*AE*ZZ',
    finds: 'code-not-allowed CAT02 2100B @ CAT*AE*ZZ',
  },
  {
    what: 'no category',
    in: 'unasked',
    from: /CAT\*AE\*HL~/,
    to: '',
    finds: 'segment-missing CAT 2100B @ OOI',
  },
  {
    what: 'a piece of information without its number',
    in: 'unasked',
    from: '~LX*2~',
    to: '~',
    finds: 'segment-missing LX 2000A @ TRN*1*ATT1002',
  },
  // The document
  {
    what: 'another level of security',
    in: 'answer',
    from: 'EFI*05',
    to: 'EFI*01',
    finds: 'code-not-allowed EFI01 2110B @ EFI*01',
  },
  {
    what: 'no level of security',
    in: 'answer',
    from: /EFI\*05~/,
    to: '',
    finds: 'segment-missing EFI 2110B @ BIN',
  },
  {
    what: 'no document',
    in: 'answer',
    from: /BIN\*5\*hello~/,
    to: '',
    finds: 'segment-missing BIN 2110B @ SE',
  },
  {
    what: 'neither document nor security',
    in: 'answer',
    from: /EFI\*05~BIN\*5\*hello~/,
    to: '',
    finds: 'loop-missing EFI 2110B @ SE',
  },
  {
    what: 'a length that is no number',
    in: 'answer',
    from: 'BIN*5*',
    to: 'BIN*five*',
    finds: 'invalid-character BIN01 2110B @ BIN*five',
  },
  {
    what: 'a length too small',
    in: 'answer',
    from: 'BIN*5*',
    to: 'BIN*4*',
    finds: 'binary-length BIN01 @ BIN*4',
  },
  {
    what: 'a length too large',
    in: 'answer',
    from: 'BIN*5*',
    to: 'BIN*500*',
    finds: 'binary-length BIN01 @ BIN*500',
  },
  {
    what: 'no object',
    in: 'unasked',
    from: /OOI\*1[^~]*~/,
    to: '',
    finds: 'segment-missing OOI 2110B @ BDS',
  },
  {
    what: 'an object of no name',
    in: 'unasked',
    from: 'OOI*1*47*ATTACHMENT',
    to: 'OOI*1*47',
    finds: 'element-missing OOI03 2110B @ OOI*1*47',
  },
  {
    what: 'an encoding that is none',
    in: 'unasked',
    from: 'BDS*ASC',
    to: 'BDS*ZIP',
    finds: 'code-not-allowed BDS01 2110B @ BDS*ZIP',
  },
  {
    what: 'a length too small',
    in: 'unasked',
    from: 'BDS*B64*8*',
    to: 'BDS*B64*7*',
    finds: 'binary-length BDS02 @ BDS*B64*7',
  },
  {
    what: 'a length far too large',
    in: 'unasked',
    from: 'BDS*B64*8*',
    to: 'BDS*B64*999999999*',
    finds: 'binary-length BDS02 @ BDS*B64*999999999',
  },
  {
    what: 'base64 that is none',
    in: 'unasked',
    from: '*aGVsbG8h',
    to: '*aGVs-G8h',
    finds: 'attachment-encoding BDS03 2110B @ BDS*B64',
  },
  {
    what: 'base64 that was cut off',
    in: 'unasked',
    from: '*8*aGVsbG8h',
    to: '*7*aGVsbG8',
    finds: 'attachment-encoding BDS03 2110B @ BDS*B64*7',
  },
];

test.each(defects)('$in: $what is found where it is, and nothing beside it', (defect) => {
  const shown = defect.finds.split(' @ ')[1]?.length ?? 0;
  expect(errors(spoiled(files[defect.in], defect.from, defect.to), shown)).toEqual([defect.finds]);
});

test('a document of one guide is none of the other', () => {
  const file = spoiled(unasked314, /OOI\*1.*?~BDS\*B64\*8\*aGVsbG8h~/, 'EFI*05~BIN*8*aGVsbG8h~');
  expect(errors(file)).toEqual([
    'segment-unexpected EFI 2100B',
    'segment-unexpected BIN 2100B',
    'loop-missing OOI 2110B',
  ]);
});

const begin = (file: string, segment: string) => file.slice(0, file.indexOf(segment));
const rest = (file: string, segment: string) => file.slice(file.indexOf('~', file.indexOf(segment)));

/** The file with its last document replaced by these bytes, whatever they are. */
function withDocument(file: string, segment: string, data: Uint8Array): Uint8Array {
  const encode = (text: string) => new TextEncoder().encode(text);
  return Uint8Array.from([
    ...encode(`${begin(file, segment)}${segment}${data.length}*`),
    ...data,
    ...encode(rest(file, segment)),
  ]);
}

function inPieces(bytes: Uint8Array, size: number): Validation {
  const validation = new StreamingValidation({ snip: 4 });
  for (let at = 0; at < bytes.length; at += size) validation.push(bytes.subarray(at, at + size));
  return validation.end();
}

const awkward: [string, Uint8Array][] = [
  ['every byte there is', Uint8Array.from({ length: 256 }, (_, byte) => byte)],
  ['delimiters', new TextEncoder().encode('~*:^~~SE*9*0001~GE*1*1~IEA*1*000000001~')],
  ['a file inside the file', new TextEncoder().encode(unasked314)],
  ['line breaks', new TextEncoder().encode('\r\n~\r\n*\n')],
  ['letters of many bytes', new TextEncoder().encode('Größe 大きさ')],
];

test.each(awkward)('a document may hold %s', (_name, data) => {
  for (const [file, segment] of [
    [answer210, 'BIN*5*'],
    [unasked314, 'BDS*ASC*5*'],
  ] as const) {
    const bytes = withDocument(file, segment.replace(/5\*$/, ''), data);
    const whole = validate(bytes);
    expect(whole.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    for (const size of [1, 7, 64]) expect(inPieces(bytes, size)).toEqual(whole);
  }
});

test('a file cut off anywhere is answered, and never taken for whole', () => {
  for (const file of [answer210, unasked314]) {
    const bytes = new TextEncoder().encode(file);
    for (let length = 1; length < bytes.length; length++) {
      expect(validate(bytes.subarray(0, length)).valid).toBe(false);
    }
  }
});

test('a document cut off by the end of the file is told by its length', () => {
  const cut = answer210.slice(0, answer210.indexOf('hello') + 3);
  expect(errors(cut).slice(0, 2)).toEqual(['unterminated BIN', 'binary-length BIN01']);
});

test.runIf(hasShared)('samples of others are told apart by the length of their document', () => {
  const sample = (name: string) => readFileSync(sharedPath('edi', '275', name));
  const right = validate(sample('xlate_staedi__sample275_with_HL7_valid_BIN01.edi'));
  expect(right).toMatchObject({ valid: true, findings: [{ code: 'guide-not-held' }] });
  const wrong = validate(sample('xlate_staedi__sample275_with_HL7_invalid_BIN01.edi'));
  const found = wrong.findings.filter(({ severity }) => severity === 'error');
  expect(found).toMatchObject([{ code: 'binary-length', element: 'BIN01', id: 'BIN', segment: 17 }]);
});
