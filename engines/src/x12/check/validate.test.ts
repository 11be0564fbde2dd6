import { expect, test } from 'vitest';
import { cents } from '../../model/index.ts';
import { type Snip, validate, write835, write837 } from '../index.ts';
import { aClaim, aDependentClaim, anExchange835, aSecondaryClaim, aSubmission } from '../testing/examples.ts';

const claimFile = write837(
  aSubmission({
    claims: [
      aClaim(),
      aDependentClaim({ controlNumber: 'C1002' }),
      { ...aSecondaryClaim(), controlNumber: 'C1003' },
    ],
  }),
);
const remitFile = write835(anExchange835());

/** `line-charges CLM02 2300` for each error. */
function errors(file: string, snip: Snip = 4): string[] {
  return validate(file, { snip })
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code, id, element, loop }) => [code, element ?? id, loop].filter(Boolean).join(' '));
}

/** Replaces the first place; the count of segments stays right. */
function spoil(file: string, from: string | RegExp, to: string): string {
  const spoiled = file.replace(from, to);
  if (spoiled === file) throw new Error(`nothing to replace: ${from}`);
  return spoiled;
}

/** Takes a segment away, or adds one, and corrects SE01. */
function recount(file: string): string {
  const segments = file.split('~');
  const start = segments.findIndex((segment) => segment.startsWith('ST*'));
  const end = segments.findIndex((segment) => segment.startsWith('SE*'));
  return file.replace(/SE\*\d+/, `SE*${end - start + 1}`);
}

test('what the writers write is valid', () => {
  expect(errors(claimFile, 5)).toEqual([]);
  expect(errors(remitFile, 5)).toEqual([]);
});

test.each<[what: string, from: string | RegExp, to: string, expected: string[]]>([
  // 1 syntax and envelope
  ['SE01 counts wrong', /SE\*\d+/, 'SE*9', ['se-count SE01']],
  ['SE02 is another number', /SE\*(\d+)\*0001/, 'SE*$1*0002', ['se-control SE02']],
  ['GE01 counts wrong', 'GE*1*', 'GE*2*', ['ge-count GE01']],
  ['GE02 is another number', 'GE*1*1~', 'GE*1*2~', ['ge-control GE02']],
  ['IEA01 counts wrong', 'IEA*1*', 'IEA*2*', ['iea-count IEA01']],
  ['IEA02 is another number', 'IEA*1*000000001', 'IEA*1*000000002', ['iea-control IEA02']],
  ['IEA is missing', 'IEA*1*000000001~', '', ['iea-missing IEA']],
  ['the group is of another kind', 'GS*HC', 'GS*HP', ['group-kind GS01']],
  ['ST03 is not GS08', '~ST*837*0001*005010X222A1', '~ST*837*0001*005010X222', ['version-mismatch ST03']],
  ['a form of date that is none here', 'DTP*472*D8', 'DTP*472*TM', ['code-not-allowed DTP02 2400']],
  ['a date that does not exist', 'DMG*D8*19800517', 'DMG*D8*19800231', ['invalid-date DMG02 2010BA']],
  [
    'an amount with three decimals',
    'SV1*HC:99214:25*180*',
    'SV1*HC:99214:25*180.001*',
    ['invalid-amount SV102 2400'],
  ],
  [
    'an amount with an exponent',
    'SV1*HC:99214:25*180*',
    'SV1*HC:99214:25*18E1*',
    ['invalid-character SV102 2400'],
  ],
  [
    'a text that is too long',
    'NM1*PR*2*Imaginary',
    `NM1*PR*2*${'x'.repeat(60)}`,
    ['element-too-long NM103 2010BB'],
  ],
  ['a code that is too short', '*OH*44099~DMG', '*O*44099~DMG', ['element-too-short N402 2010BA']],
  ['a qualifier without its value', '*MI*M0000001~N3', '*MI~N3', ['element-condition NM109 2010BA']],
  ['an element too many', 'N3*2 Example Road', 'N3*2 Example Road**x', ['too-many-elements N303 2010BA']],
  ['a component too many', 'DTP*472*D8*', 'DTP*472*D8:x*', ['too-many-components DTP02 2400']],
  // 2 guide
  ['a segment that is not used', '~REF*EI*', '~N2*x~REF*EI*', ['segment-unexpected N2 2010AA']],
  ['an element that is not used', 'HL*1**20*1', 'HL*1*1*20*1', ['element-not-used HL02 2000A']],
  ['a code that is not allowed', '*18*******CI', '*18*******XX', ['code-not-allowed SBR09 2000B']],
  ['a qualifier that is not allowed', 'NM1*82*1*Doctor', 'NM1*ZZ*1*Doctor', ['code-not-allowed NM101 2310A']],
  [
    'a required element is missing',
    'CLM*C1001*200.5***11:B:1*Y*A',
    'CLM*C1001*200.5***11:B:1*Y*',
    ['element-missing CLM07 2300'],
  ],
  [
    'a required component is missing',
    'CLM*C1001*200.5***11:B:1',
    'CLM*C1001*200.5***11:B',
    ['element-missing CLM05-3 2300'],
  ],
  ['a required segment is missing', 'REF*EI*999000001~', '', ['segment-missing REF 2010AA']],
  ['a required loop is missing', /NM1\*40[^~]*~/, '', ['loop-missing NM1 1000B']],
  ['a segment too many', '~REF*6R*C1001-1', '~REF*6R*x~REF*6R*C1001-1', ['segment-repeats REF 2400']],
  [
    'a loop too many',
    '~NM1*82*',
    '~NM1*77*2*A~N3*x~N4*y*OH*1~NM1*77*2*A~N3*x~N4*yy*OH*12345~NM1*82*',
    ['element-too-short N401 2310C', 'element-too-short N403 2310C', 'loop-repeats NM1 2310C'],
  ],
  [
    'two segments in the wrong order',
    'N3*2 Example Road~N4*Sampleton*OH*44099~DMG',
    'N4*Sampleton*OH*44099~N3*2 Example Road~DMG',
    ['segment-order N3 2010BA'],
  ],
  // 3 balances
  [
    'the lines do not add up to the claim',
    'CLM*C1001*200.5',
    'CLM*C1001*200.51',
    ['line-charges CLM02 2300'],
  ],
  [
    "the other payer's line does not balance",
    'SVD*INV02*90',
    'SVD*INV02*90.01',
    ['other-payer-line-balance SVD02 2430'],
  ],
  [
    "the other payer's payment does not balance",
    'AMT*D*100',
    'AMT*D*100.01',
    ['other-payer-claim-balance AMT02 2320'],
  ],
  // 4 situations
  ['a pointer to no diagnosis', 'UN*1***1:2~', 'UN*1***1:3~', ['diagnosis-pointer SV107-2 2400']],
  ['a pointer twice', 'UN*1***1:2~', 'UN*1***1:1~', ['diagnosis-pointer SV107-2 2400']],
  [
    'a dependent whose subscriber is said to be the patient',
    'SBR*P********CI',
    'SBR*P*18*******CI',
    ['patient-level SBR02 2000B'],
  ],
  [
    'a claim of a subscriber who is not said to be the patient',
    'SBR*P*18',
    'SBR*P*',
    ['patient-level SBR02 2000B'],
  ],
  ['the patient has no birth date', 'DMG*D8*19800517*F~', '', ['subscriber-details DMG 2010BA']],
  ["a replacement without the payer's number", '11:B:1*Y', '11:B:7*Y', ['original-reference REF 2300']],
  [
    'an accident without a date',
    'CLM*C1001*200.5***11:B:1*Y*A*Y*Y',
    'CLM*C1001*200.5***11:B:1*Y*A*Y*Y**OA',
    ['accident-date DTP 2300'],
  ],
  [
    'a car accident without a state',
    'CLM*C1001*200.5***11:B:1*Y*A*Y*Y',
    'CLM*C1001*200.5***11:B:1*Y*A*Y*Y**AA~DTP*439*D8*20270201',
    ['accident-state CLM11-4 2300'],
  ],
  [
    'an ambulance that says nothing of the way',
    '11:B:1*Y',
    '41:B:1*Y',
    ['ambulance CR1 2300', 'ambulance-pick-up NM1 2310E', 'ambulance-drop-off NM1 2310F'],
  ],
  [
    'a decision of a payer that is not named',
    'SVD*INV02*90',
    'SVD*INV99*90',
    ['other-payer-unknown SVD01 2430'],
  ],
  ['two primary payers', 'SBR*P*01', 'SBR*S*01', ['payer-sequence SBR01 2320']],
  ['a line number that does not count', 'LX*2', 'LX*3', ['line-number LX01 2400']],
  ['an HL number that does not count', 'HL*2*1*22*0', 'HL*7*1*22*0', ['hl-number HL01 2000B']],
  ['an HL of no parent', 'HL*2*1*22*0', 'HL*2*9*22*0', ['hl-parent HL02 2000B']],
  ['HL04 announces what does not come', 'HL*2*1*22*0', 'HL*2*1*22*1', ['hl-children HL04 2000B']],
])('%s', (_what, from, to, expected) => {
  const spoiled = spoil(claimFile, from, to);
  const file = expected.some((code) => code.startsWith('se-')) ? spoiled : recount(spoiled);
  expect(errors(file)).toEqual(expected);
});

test.each<[what: string, from: string | RegExp, to: string, expected: string[]]>([
  [
    'the line does not balance',
    'SVC*HC:99214:25*180*100',
    'SVC*HC:99214:25*180*100.01',
    ['line-balance SVC03 2110'],
  ],
  ['an adjustment was changed', 'CAS*CO*45*60', 'CAS*CO*45*60.01', ['line-balance SVC03 2110']],
  [
    'the claim does not balance',
    'CLP*C1001*1*200.5*100',
    'CLP*C1001*1*200.5*100.01',
    ['claim-balance CLP04 2100'],
  ],
  ['the payment does not balance', 'BPR*I*90*', 'BPR*I*90.01*', ['payment-balance BPR02']],
  [
    'PLB was changed',
    'PLB*1999000015*20271231*WO:OLD1*10',
    'PLB*1999000015*20271231*WO:OLD1*-10',
    ['payment-balance BPR02'],
  ],
  ['the payment is negative', 'BPR*I*90*', 'BPR*I*-90*', ['payment-negative BPR02']],
  ['ACH without a bank', '*C*CHK*', '*C*ACH*', ['element-missing BPR05']],
  ['no money moves but some is paid', '*C*CHK*', '*C*NON*', ['payment-method BPR04']],
  [
    'a patient responsibility that disagrees with its adjustments',
    '*100*20*12',
    '*100*21*12',
    ['patient-responsibility CLP05 2100'],
  ],
  ['the technical contact is missing, which receivers take', /PER\*BL[^~]*~/, '', []],
])('%s', (_what, from, to, expected) => {
  const npi = /XX\*(\d{10})/.exec(remitFile)?.[1] ?? '';
  const pattern = typeof from === 'string' ? from.replace('1999000015', npi) : from;
  expect(errors(recount(spoil(remitFile, pattern, to.replace('1999000015', npi))))).toEqual(expected);
});

test.each([claimFile, remitFile])(
  'a segment that is left out gives one error, or none where it may be left out',
  (file) => {
    const segments = file.split('~');
    const end = segments.findIndex((segment) => segment.startsWith('SE*'));
    const several = segments.slice(3, end).filter((_, index) => {
      const shorter = segments.toSpliced(index + 3, 1).join('~');
      return errors(recount(shorter)).length > 1;
    });
    expect(several).toEqual([]);
  },
);

test('a finding names segment, loop, element and the byte where the segment begins', () => {
  const file = spoil(claimFile, 'UN*1***1:2~', 'UN*1***1:3~');
  const [finding] = validate(file).findings;
  const position = file.indexOf('SV1*');
  const segment = file.slice(0, position).split('~').length;
  expect(finding).toMatchObject({
    snip: 4,
    id: 'SV1',
    segment,
    position,
    inTransaction: segment - 2,
    transaction: 1,
  });
});

test.each([1, 2, 3, 4] as const)('SNIP %s leaves later types alone', (snip) => {
  const file = spoil(
    spoil(spoil(claimFile, 'HL*1**20*1', 'HL*1**20*0'), 'LX*2', 'LX*3'),
    '*200.5*',
    '*200.51*',
  );
  const types = validate(spoil(file, /SE\*\d+/, 'SE*9'), { snip }).findings.map((finding) => finding.snip);
  expect([...new Set(types)].sort()).toEqual([1, 2, 3, 4].slice(0, snip));
});

test('a type without a guide is checked for syntax, and says so', () => {
  const file = claimFile.replaceAll('005010X222A1', '005010X999');
  const { valid, transactions, findings } = validate(file);
  expect(valid).toBe(true);
  expect(transactions).toMatchObject([{ type: '837', guide: '005010X999', valid: true }]);
  expect(findings.map(({ severity, code }) => [severity, code])).toEqual([['info', 'guide-not-held']]);
});

test.each([
  ['GS01 under which the set never travels', [['GS*HC', 'GS*HI']], 'group-kind GS01'],
  [
    'a set of another kind after the first',
    [[/ST\*(.*?)GE\*1/s, 'ST*$1ST*278*0009~SE*2*0009~GE*2']],
    'group-kind ST01',
  ],
] as const)('%s is found, also where no guide is held', (_what, edits, found) => {
  const older = claimFile.replaceAll('005010X222A1', '004010X098A1');
  const file = edits.reduce((text, [from, to]) => spoil(text, from, to), older);
  const errors = validate(file).findings.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code, element }) => `${code} ${element}`)).toEqual([found]);
});

test('a version that is none is not repeated', () => {
  const { findings } = validate(claimFile.replaceAll('005010X222A1', 'PATIENTSON'));
  expect(findings.map(({ code }) => code)).toEqual(['guide-not-held']);
  expect(JSON.stringify(findings)).not.toContain('PATIENTSON');
});

test('no message repeats what the file says of a patient', () => {
  const file = claimFile
    .replaceAll('Patientson', 'Patientson\u0001')
    .replaceAll('M0000001', 'M0000001'.repeat(12))
    .replaceAll('19800517', '19800599')
    .replaceAll('HL*', 'PATIENTSON*');
  const told = JSON.stringify(validate(file, { snip: 5 }).findings);
  expect(told).not.toMatch(/patientson|M0000001|19800599|Example Road/i);
});

test('money is exact where floats are not', () => {
  const lines = aClaim().lines.flatMap((line) =>
    Array.from({ length: 10 }, () => ({ ...line, charge: cents(10) })),
  );
  const claim = aClaim({
    charge: cents(200),
    lines: lines.map((line, i) => ({ ...line, controlNumber: `L${i}` })),
  });
  expect(errors(write837(aSubmission({ claims: [claim] })))).toEqual([]);
});

test('components separated by another character than ISA16 says are one fault, of the interchange', () => {
  const file = claimFile.replace(/:~GS/, '>~GS');
  expect(errors(file)).toEqual(['component-separator ISA16']);
});
