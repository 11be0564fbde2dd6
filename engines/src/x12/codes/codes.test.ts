import { expect, test } from 'vitest';
import { validate } from '../check/validate.ts';
import { fullInquiry, inquiryFile } from '../testing/eligibility-examples.ts';
import { aClaim, anExchange835, aSubmission } from '../testing/examples.ts';
import { anInstitutionalFile } from '../testing/institutional-example.ts';
import { write835 } from '../write/write-835.ts';
import { write837 } from '../write/write-837.ts';
import type { CodePort, CodeSet } from './code-set.ts';
import { hasShape } from './shapes.ts';

const claimFile = write837(aSubmission({ claims: [aClaim()] }));
const remitFile = write835(anExchange835());

/** What SNIP 5 finds beyond what is found before. */
function found(file: string, codes: CodePort = () => undefined): string[] {
  return validate(file, { snip: 5, codes })
    .findings.filter(({ snip, severity }) => snip === 5 && severity === 'error')
    .map(({ code, element, loop }) => `${code} ${element} ${loop}`);
}

test.each<[what: string, file: string, from: string | RegExp, to: string, finding: string]>([
  ['a diagnosis', claimFile, 'ABF:N1831', 'ABF:1831', 'code-set HI02-2 2300'],
  ['a procedure', claimFile, 'HC:36415', 'HC:3641', 'code-set SV101-2 2400'],
  ['a procedure that ends with a letter', claimFile, 'HC:36415', 'HC:3641X', 'code-set SV101-2 2400'],
  ['a modifier', claimFile, '99214:25', '99214:2?', 'code-set SV101-3 2400'],
  ['a place of service', claimFile, '11:B:1', '1A:B:1', 'code-set CLM05-1 2300'],
  ['an NPI', claimFile, /XX\*1999000\d{3}/, 'XX*1999000010', 'npi NM109 2010AA'],
  ['a taxonomy', claimFile, 'PXC*207Q00000X', 'PXC*207Q000000', 'code-set PRV03 2000A'],
  ['a taxonomy whose number is none', claimFile, 'PXC*207Q00000X', 'PXC*207Q0000XX', 'code-set PRV03 2000A'],
  ['a state', claimFile, 'Sampleton*OH', 'Sampleton*XX', 'code-set N402 2010AA'],
  ['a postal code', claimFile, '*440999998', '*4409', 'code-set N403 2010AA'],
  ['a tax number', claimFile, 'REF*EI*999000001', 'REF*EI*99900', 'code-set REF02 2010AA'],
  ['the place of service that no list has', claimFile, '11:B:1', '00:B:1', 'code-set CLM05-1 2300'],
  ['a type of bill', anInstitutionalFile(), '13:A:7', '1:A:7', 'code-set CLM05-1 2300'],
  ['the frequency of a bill', anInstitutionalFile(), '13:A:7', '13:A:#', 'code-set CLM05-3 2300'],
  ['an adjustment reason', remitFile, 'CAS*CO*45', 'CAS*CO*999', 'code-set CAS02 2110'],
])('%s that has not the form of one is found without any list', (_what, file, from, to, finding) => {
  expect(found(file)).toEqual([]);
  const spoilt = file.replace(from, to);
  expect(spoilt).not.toBe(file);
  expect(found(spoilt)).toEqual([finding]);
});

test('a social security number of an inquiry has nine digits', () => {
  const file = inquiryFile(fullInquiry);
  expect(found(file)).toEqual([]);
  expect(found(file.replace('REF*SY*999000032', 'REF*SY*99900003'))).toEqual(['ssn REF02 2100C']);
  // In a benefit SY is no qualifier, and nothing else is said of it.
  const misplaced = file.replace('REF*9F', 'REF*SY');
  expect(misplaced).not.toBe(file);
  expect(found(misplaced)).toEqual([]);
});

test('a qualifier that the guide does not take binds no code to a set', () => {
  const spoilt = claimFile.replace(/NM1\*41\*2\*([^*]*)\*\*\*\*\*46\*/, 'NM1*41*2*$1*****XX*');
  expect(spoilt).not.toBe(claimFile);
  expect(found(spoilt)).toEqual([]);
  expect(validate(spoilt).findings.map(({ code, element }) => `${code} ${element}`)).toEqual([
    'code-not-allowed NM108',
  ]);
  const person = claimFile.replace(/(NM1\*82\*[^~]*)\*XX\*/, '$1*34*');
  expect(person).not.toBe(claimFile);
  expect(found(person)).toEqual([]);
  const reference = claimFile.replace(/REF\*6R\*/, 'REF*EI*');
  expect(reference).not.toBe(claimFile);
  expect(found(reference)).toEqual([]);
});

test('codes are asked of the port by date of service, and what it cannot answer is said once', () => {
  const asked: string[] = [];
  const codes: CodePort = (set, code, date) => {
    if (set !== 'icd10cm') return undefined;
    asked.push(`${code} ${date}`);
    return code !== 'N18.31';
  };
  expect(found(claimFile, codes)).toEqual(['code-set HI02-2 2300']);
  expect(asked).toEqual(['E11.22 2027-03-01', 'N18.31 2027-03-01']);
  const infos = validate(claimFile, { snip: 5, codes }).findings.filter(
    ({ severity }) => severity === 'info',
  );
  expect(infos.map(({ code }) => code)).toEqual(['code-set-not-loaded']);
  expect(infos[0]?.message).toContain('place of service code, procedure modifier');
  expect(validate(claimFile, { snip: 5 }).valid).toBe(true);
});

test.each<[CodeSet, yes: string[], no: string[]]>([
  ['adjustment-reason', ['1', '45', '253', 'A1', 'B7', 'P14', 'W3'], ['0', '045', '999', '400', 'C1', 'co']],
  ['remark', ['M1', 'MA130', 'N130', 'N823'], ['N', 'X12', 'MA1', '130']],
  ['icd10pcs', ['0DTJ4ZZ'], ['0DTJ4Z', '0DTI4ZZ', '0DTO4ZZ']],
  ['ndc', ['99999000101'], ['99999-0001-01', '9999900010']],
  ['bill-type', ['111', '137', '83A'], ['011', '1111', '']],
  ['revenue', ['0450', '0001'], ['450', 'A450']],
  ['country', ['FR', 'MX', 'US'], ['XX', 'USA', 'fr']],
  ['claim-status-category', ['A7', 'F1', 'E', 'P3'], ['Z1', '7A']],
])('codes of %s have a form', (set, yes, no) => {
  expect(yes.map((code) => hasShape(set, code))).toEqual(yes.map(() => true));
  expect(no.map((code) => hasShape(set, code))).toEqual(no.map(() => false));
});

test('an ambulance tells from where to where it went by letters that no list of modifiers has', () => {
  const codes: CodePort = (set) => set !== 'modifier';
  const trip = (procedure: string) => claimFile.replace('HC:99214:25', `HC:${procedure}:RH`);
  expect(found(trip('A0427'), codes)).toEqual([]);
  expect(found(trip('99214'), codes)).toEqual(['code-set SV101-3 2400']);
});
