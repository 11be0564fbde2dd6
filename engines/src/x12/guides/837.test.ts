import { describe, expect, test } from 'vitest';
import { validate } from '../index.ts';
import { aDentalFile } from '../testing/dental-example.ts';
import { anInstitutionalFile } from '../testing/institutional-example.ts';
import { interchange } from '../testing/interchange.ts';
import { wholeBody } from '../testing/whole-guide.ts';
import type { LoopUse } from './guide.ts';
import { x222a1 } from './x222a1.ts';
import { x223a2 } from './x223a2.ts';
import { x224a2 } from './x224a2.ts';

const claimGuides = [x222a1, x223a2, x224a2];

/** `23 CLM05-1 element-too-long`: segment, element (or what is missing), code. */
function faults(text: string): string[] {
  return validate(text, { snip: 2 }).findings.map((one) => `${one.id} ${one.element ?? ''} ${one.code}`);
}

describe.each(claimGuides)('$type', (guide) => {
  test('a file that says everything the guide knows passes', () => {
    expect(faults(interchange('837', guide.id, wholeBody(guide)))).toEqual([]);
  });

  test('every loop has a label, and no two names in a loop are the same', () => {
    expect(doubledNames(guide.root)).toEqual([]);
  });

  test.each(guide.versions)('version %s is read with it', (version) => {
    const { transactions } = validate(interchange('837', version, wholeBody(guide)), { snip: 1 });
    expect(transactions.map(({ type, valid }) => [type, valid])).toEqual([[guide.type, true]]);
  });
});

/** Segments that stand once in their loop are called what they are. */
const plain = new Set(['ST', 'BHT', 'HL', 'N3', 'N4', 'DMG', 'LX', 'SE']);

function doubledNames(loop: LoopUse): string[] {
  const names = loop.children.map(({ kind, id, label }) =>
    label === '' && kind === 'segment' && plain.has(id) ? id : label,
  );
  const doubled = names.filter((name, at) => name === '' || names.indexOf(name) !== at);
  return [
    ...doubled.map((name) => `${loop.id} ${name}`),
    ...loop.children.flatMap((child) => (child.kind === 'loop' ? doubledNames(child) : [])),
  ];
}

test.each(x223a2.versions)('the institutional example passes as %s', (version) => {
  const validation = validate(anInstitutionalFile(version), { snip: 2 });
  expect(validation.findings).toEqual([]);
  expect(validation.transactions.map(({ type }) => type)).toEqual(['837I']);
});

test.each(x224a2.versions)('the dental example passes as %s', (version) => {
  const validation = validate(aDentalFile(version), { snip: 2 });
  expect(validation.findings).toEqual([]);
  expect(validation.transactions.map(({ type }) => type)).toEqual(['837D']);
});

test.each([
  ['CL1*1*1*01', 'CL1**1*01', 'CL1 CL101 element-missing'],
  ['HI*ABK:K8000:::::::Y', 'HI*ABK:K8000:::::::1', 'HI HI01-9 code-not-allowed'],
  ['HI*BBR:0FT44ZZ:D8:20270311', 'HI*BBR:0FT44ZZ:RD8:20270311-20270312', 'HI HI01-3 code-not-allowed'],
  ['HI*BE:80:::4*', 'HI*BE:80*', 'HI HI01-5 element-missing'],
  ['HI*BI:74:RD8:20270312-20270313', 'HI*BI:74:D8:20270312', 'HI HI01-3 code-not-allowed'],
  ['DTP*096*TM*1430', 'DTP*096*TM*2530', 'DTP DTP03 invalid-date'],
  ['DTP*435*DT*202703100815', 'DTP*435*DT*202713100815', 'DTP DTP03 invalid-date'],
  ['NM1*85*2*', 'NM1*85*1*', 'NM1 NM102 code-not-allowed'],
  ['SV2*0120**6000*DA*4', 'SV2*0120**6000*MJ*4', 'SV2 SV204 code-not-allowed'],
  ['SVD*INV01*4000**0120*4', 'SVD*INV01*4000***4', 'SVD SVD04 element-missing'],
  ['SBR*S*18*GRP100******CI', 'SBR*S*18*GRP100**12****CI', 'SBR SBR05 element-not-used'],
  ['PAT*19~', 'PAT*19********Y~', 'PAT PAT09 element-not-used'],
  ['HI*DR:419~\n', 'HI*DR:419~\nHI*DR:419~\n', 'HI  segment-repeats'],
  ['DTP*434*RD8*20270310-20270314~\n', '', 'DTP  segment-missing'],
  ['LIN**N4*', 'LIN**UP*', 'LIN LIN02 code-not-allowed'],
  ['OI***Y***Y', 'OI***Y*P**Y', 'OI OI04 element-not-used'],
  ['REF*LU*OH', 'REF*F5*Y', 'REF REF01 code-not-allowed'],
])('in an institutional claim, %s may not be %s', (from, to, fault) => {
  expect(faults(recount(anInstitutionalFile().replace(from, to)))).toEqual([fault]);
});

test.each([
  ['SV3*AD:D2740*', 'SV3*HC:D2740*', 'SV3 SV301-1 code-not-allowed'],
  ['SV3*AD:D1110*120', 'SV3*AD:D1110', 'SV3 SV302 element-missing'],
  ['1100***R**', '1100***X**', 'SV3 SV305 code-not-allowed'],
  ['TOO*JP*30*M:O', 'TOO*JP*30*M:Q', 'TOO TOO03-2 code-not-allowed'],
  ['TOO*JP*14', 'TOO*ZZ*14', 'TOO TOO01 code-not-allowed'],
  ['DN2*1*M****JP', 'DN2*1*Q****JP', 'DN2 DN202 code-not-allowed'],
  ['**********PB', '**********PR', 'CLM CLM19 code-not-allowed'],
  ['*OA*02~', '*OA*09~', 'CLM CLM12 code-not-allowed'],
  ['PWK*RB*EL', 'PWK*77*EL', 'PWK PWK01 code-not-allowed'],
  ['NTE*ADD*', 'NTE*DCP*', 'NTE NTE01 code-not-allowed'],
  ['PAT*19~', 'PAT*18~', 'PAT PAT01 code-not-allowed'],
  ['PRV*AS*PXC', 'PRV*XX*PXC', 'PRV PRV01 code-not-allowed'],
  ['DTP*441*D8*20150601', 'DTP*441*RD8*20150601-20150602', 'DTP DTP02 code-not-allowed'],
  ['REF*0B*LIC555', 'REF*LU*LIC555', 'REF REF01 code-not-allowed'],
])('in a dental claim, %s may not be %s', (from, to, fault) => {
  expect(faults(recount(aDentalFile().replace(from, to)))).toEqual([fault]);
});

test('a dental tooth without its code list is only warned of, and CLM06 of a hospital too', () => {
  const dental = validate(aDentalFile().replace('DN2*1*M****JP', 'DN2*1*M'), { snip: 2 });
  expect(dental.findings.map(({ element, severity }) => [element, severity])).toEqual([['DN206', 'warning']]);
  const hospital = validate(anInstitutionalFile().replace('11:A:1**A', '11:A:1*Y*A'), { snip: 2 });
  expect(hospital.findings.map(({ element, severity }) => [element, severity])).toEqual([
    ['CLM06', 'warning'],
  ]);
});

test('a certificate of medical necessity is told from the other attachments of a line', () => {
  const file = interchange('837', x222a1.id, wholeBody(x222a1));
  expect(faults(file.replace('PWK*CT*AB~', 'PWK*CT*AB***AC*XX~'))).toEqual([
    'PWK PWK05 element-not-used',
    'PWK PWK06 element-not-used',
  ]);
});

/** The same file with SE01 made right again. */
function recount(text: string): string {
  const segments = text.split('~\n');
  const count =
    segments.findIndex((one) => one.startsWith('SE*')) - segments.findIndex((one) => one.startsWith('ST*'));
  return text.replace(/SE\*\d+\*/, `SE*${count + 1}*`);
}
