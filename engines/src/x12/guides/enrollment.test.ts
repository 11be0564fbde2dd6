import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasShared, sharedPath } from '../../../../test/shared.ts';
import { validate } from '../index.ts';
import { fullFile, richEnrollment, smallEnrollment } from '../testing/enrollment-examples.ts';
import { interchange } from '../testing/interchange.ts';
import { spoiled } from '../testing/spoiled.ts';
import { wholeBody } from '../testing/whole-guide.ts';
import { x220a1 } from './x220a1.ts';

/** `code element loop @ segment` of each finding, the segment as it begins; a warning is marked. */
function findings(file: string): string[] {
  return validate(file, { snip: 5 })
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ severity, code, element, id, loop, position }) => {
      const segment = file.slice(position, file.indexOf('~', position)).slice(0, 9);
      const mark = severity === 'warning' ? ['warning'] : [];
      return [...mark, code, element ?? id, loop, '@', segment].filter(Boolean).join(' ');
    });
}

test.each([
  ['the smallest', smallEnrollment],
  ['one with everything', richEnrollment],
  ['a full file', fullFile],
])('an enrollment is valid: %s', (_what, file) => {
  expect(findings(file)).toEqual([]);
});

test.each(x220a1.versions)('a file that says everything the guide knows passes as %s', (version) => {
  const file = interchange('834', version, wholeBody(x220a1), 'BE');
  expect(validate(file, { snip: 2 })).toMatchObject({
    findings: [],
    transactions: [{ type: '834', valid: true }],
  });
});

test.each<[what: string, file: string, from: string | RegExp, to: string, finds: string]>([
  // heading
  ['another group', smallEnrollment, 'GS*BE', 'GS*HC', 'group-kind GS01 @ GS*HC*SEN'],
  ['a purpose that is none', smallEnrollment, 'BGN*00', 'BGN*18', 'code-not-allowed BGN01 @ BGN*18*EN'],
  ['no reference', smallEnrollment, 'BGN*00*ENR1', 'BGN*00*', 'element-missing BGN02 @ BGN*00**2'],
  ['no action', smallEnrollment, '0930****2', '0930', 'element-missing BGN08 @ BGN*00*EN'],
  ['a resubmission of nothing', richEnrollment, '*ET*ENR1*', '*ET**', 'original-reference BGN06 @ BGN*15*EN'],
  [
    'a policy number too late',
    richEnrollment,
    /(REF\*38\*MASTER1~)(.*?)(N1\*P5)/,
    '$2$1$3',
    'segment-order REF @ REF*38*MA',
  ],
  [
    'a date that is none',
    richEnrollment,
    'DTP*007*D8*20270401',
    'DTP*007*D8*20270431',
    'invalid-date DTP03 @ DTP*007*D',
  ],
  ['members counted wrong', richEnrollment, 'QTY*TO*5', 'QTY*TO*6', 'member-total QTY02 @ QTY*TO*6'],
  ['subscribers counted wrong', richEnrollment, 'QTY*ET*2', 'QTY*ET*1', 'member-total QTY02 @ QTY*ET*1'],
  ['dependents counted wrong', richEnrollment, 'QTY*DT*3', 'QTY*DT*2', 'member-total QTY02 @ QTY*DT*2'],
  [
    'no sponsor',
    smallEnrollment,
    'N1*P5*Invented Works*FI*990000001~',
    '',
    'loop-missing N1 1000A @ INS*Y*18*',
  ],
  [
    'no payer',
    smallEnrollment,
    'N1*IN*Imaginary Health Plan*FI*990000002~',
    '',
    'loop-missing N1 1000B @ INS*Y*18*',
  ],
  [
    'an identifier of a wrong kind',
    smallEnrollment,
    '*FI*990000002',
    '*24*990000002',
    'code-not-allowed N103 1000B @ N1*IN*Ima',
  ],
  [
    'a third broker',
    richEnrollment,
    'INS*Y*18*021',
    'N1*BO*Third*94*B3~INS*Y*18*021',
    'loop-repeats N1 1000C @ N1*BO*Thi',
  ],
  // the member
  ['no member', smallEnrollment, /INS\*.*(?=SE\*)/, '', 'loop-missing INS 2000 @ SE*5*0001'],
  [
    'a member type that is none',
    smallEnrollment,
    'INS*Y*18*021',
    'INS*Y*18*002',
    'code-not-allowed INS03 2000 @ INS*Y*18*',
  ],
  [
    'a reason that is none',
    smallEnrollment,
    '021*20*A',
    '021*XX*A',
    'code-not-allowed INS04 2000 @ INS*Y*18*',
  ],
  ['no benefit status', smallEnrollment, '021*20*A**', '021*20***', 'element-missing INS05 2000 @ INS*Y*18*'],
  [
    'a subscriber who is a spouse',
    smallEnrollment,
    'INS*Y*18',
    'INS*Y*01',
    'member-relationship INS02 2000 @ INS*Y*01*',
  ],
  [
    'a dependent who is himself',
    richEnrollment,
    'INS*N*19',
    'INS*N*18',
    'member-relationship INS02 2000 @ INS*N*18*',
  ],
  [
    'a subscriber without employment',
    smallEnrollment,
    '*20*A***FT',
    '*20*A',
    'employment-status INS08 2000 @ INS*Y*18*',
  ],
  [
    'COBRA without an event',
    richEnrollment,
    '*C*C:1*1*TE',
    '*C*C:1**TE',
    'cobra-event INS07 2000 @ INS*Y*18*',
  ],
  [
    'an event without COBRA',
    smallEnrollment,
    '*20*A***FT',
    '*20*A**1*FT',
    'cobra-event-without-cobra INS07 2000 @ INS*Y*18*',
  ],
  ['a reason of audits', smallEnrollment, '021*20*A', '021*XN*A', 'audit-reason INS04 2000 @ INS*Y*18*'],
  [
    'a death without a form',
    richEnrollment,
    '*FT***D8*20270301',
    '*FT****20270301',
    'element-condition INS11 2000 @ INS*Y*18*',
  ],
  ['no subscriber number', smallEnrollment, 'REF*0F*S0001~', '', 'segment-missing REF 2000 @ NM1*IL*1*'],
  [
    'a number of a wrong kind',
    richEnrollment,
    'REF*23*CLIENT1',
    'REF*24*CLIENT1',
    'code-not-allowed REF01 2000 @ REF*24*CL',
  ],
  [
    'a date of a wrong kind',
    richEnrollment,
    'DTP*336*',
    'DTP*358*',
    'code-not-allowed DTP01 2000 @ DTP*358*D',
  ],
  [
    'no name',
    smallEnrollment,
    'NM1*IL*1*Worker*Wilma',
    'NM1*IL*1**Wilma',
    'element-missing NM103 2100A @ NM1*IL*1*',
  ],
  [
    'a name that is a firm',
    smallEnrollment,
    'NM1*IL*1',
    'NM1*IL*2',
    'code-not-allowed NM102 2100A @ NM1*IL*2*',
  ],
  [
    'a member number of a wrong kind',
    richEnrollment,
    '*34*000000002',
    '*MI*000000002',
    'code-not-allowed NM108 2100A @ NM1*IL*1*',
  ],
  [
    'a social security number too short',
    richEnrollment,
    '*34*000000002',
    '*34*00000002',
    'ssn NM109 2100A @ NM1*IL*1*',
  ],
  [
    'a new subscriber without a street',
    smallEnrollment,
    'N3*2 Example Road~',
    '',
    'address-of-new-subscriber N3 2100A @ NM1*IL*1*',
  ],
  ['a street without a city', smallEnrollment, 'N4*Sampleton*OH*44099~', '', 'city N4 2100A @ N3*2 Exam'],
  [
    'a city without a state',
    smallEnrollment,
    'Sampleton*OH*44099',
    'Sampleton**44099',
    'state-and-zip N402 2100A @ N4*Sample',
  ],
  [
    'a city without a zip code',
    richEnrollment,
    'Toronto*ON*M5V2T6*CA',
    'Toronto*ON**CA',
    'state-and-zip N403 2100G @ N4*Toront',
  ],
  [
    'a new member without a birth date',
    smallEnrollment,
    'DMG*D8*19800517*F~',
    '',
    'demographics-of-new-member DMG 2100A @ NM1*IL*1*',
  ],
  [
    'a race without its list',
    richEnrollment,
    ':RET:2106-3',
    '::2106-3',
    'element-condition DMG05-2 2100A @ DMG*D8*19',
  ],
  ['an income of no frequency', richEnrollment, 'ICM*4', 'ICM*5', 'code-not-allowed ICM01 2100A @ ICM*5*500'],
  [
    'an amount with three decimals',
    richEnrollment,
    'AMT*P3*350.75',
    'AMT*P3*350.755',
    'invalid-amount AMT02 2100A @ AMT*P3*35',
  ],
  [
    'a use of no language',
    richEnrollment,
    'LUI*LE*SPA**6',
    'LUI****6',
    'element-condition LUI02 2100A @ LUI****6',
  ],
  [
    'a correction of nothing',
    richEnrollment,
    /NM1\*70.*?~DMG.*?~/,
    '',
    'incorrect-name NM1 2100B @ NM1*74*1*',
  ],
  [
    'a correction of demographics without them',
    richEnrollment,
    /NM1\*74(.*)~DMG\*D8\*19900102\*F/,
    'NM1*IL$1',
    'incorrect-demographics DMG 2100B @ NM1*70*1*',
  ],
  [
    'a mailing address without a street',
    richEnrollment,
    'N3*P.O. Box 1~',
    '',
    'segment-missing N3 2100C @ N4*Sample',
  ],
  [
    'a mailing address with a name',
    richEnrollment,
    'NM1*31*1',
    'NM1*31*1*Worker',
    'element-not-used NM103 2100C @ NM1*31*1*',
  ],
  [
    'a school that is a person',
    richEnrollment,
    'NM1*M8*2',
    'NM1*M8*1',
    'code-not-allowed NM102 2100E @ NM1*M8*1*',
  ],
  [
    'a parent without a first name',
    richEnrollment,
    'NM1*S3*1*Parent*Paul',
    'NM1*S3*1*Parent*',
    'element-missing NM104 2100F @ NM1*S3*1*',
  ],
  ['a disability of no type', richEnrollment, 'DSB*2', 'DSB*9', 'code-not-allowed DSB01 2200 @ DSB*9****'],
  [
    'a diagnosis without its list',
    richEnrollment,
    'DSB*2******DX*',
    'DSB*2*******',
    'element-condition DSB07 2200 @ DSB*2****',
  ],
  [
    'a disability that ends before it begins',
    richEnrollment,
    'DTP*361*D8*20270601',
    'DTP*361*D8*20260601',
    'warning end-before-begin DTP03 2200 @ DTP*361*D',
  ],
  // coverage
  [
    'a new member without coverage',
    smallEnrollment,
    /HD\*.*?~DTP\*348.*?~/,
    '',
    'coverage-of-new-member HD 2300 @ INS*Y*18*',
  ],
  [
    'a coverage type that is none',
    smallEnrollment,
    'HD*021',
    'HD*003',
    'code-not-allowed HD01 2300 @ HD*003**H',
  ],
  [
    'an insurance line that is none',
    smallEnrollment,
    'HD*021**HLT',
    'HD*021**HXX',
    'code-not-allowed HD03 2300 @ HD*021**H',
  ],
  [
    'a reason in HD',
    smallEnrollment,
    'HD*021**HLT',
    'HD*021*20*HLT',
    'element-not-used HD02 2300 @ HD*021*20',
  ],
  ['no coverage date', smallEnrollment, 'DTP*348*D8*20270401~', '', 'segment-missing DTP 2300 @ SE*12*000'],
  [
    'an added coverage without a beginning',
    smallEnrollment,
    'DTP*348',
    'DTP*303',
    'benefit-begin DTP 2300 @ HD*021**H',
  ],
  [
    'a coverage taken away without an end',
    richEnrollment,
    'DTP*349*D8*20270331~LS',
    'DTP*303*D8*20270331~LS',
    'benefit-end DTP 2300 @ HD*024**D',
  ],
  [
    'a coverage that ends before it begins',
    richEnrollment,
    'DTP*349*D8*20280331',
    'DTP*349*D8*20260331',
    'warning end-before-begin DTP03 2300 @ DTP*349*D',
  ],
  [
    'months of prior coverage that are no number',
    richEnrollment,
    'REF*QQ*12',
    'REF*QQ*a year',
    'prior-coverage-months REF02 2300 @ REF*QQ*a ',
  ],
  [
    'a termination without a date',
    richEnrollment,
    'DTP*357*D8*20270331~',
    '',
    'termination-date DTP 2000 @ INS*N*01*',
  ],
  ['providers out of count', richEnrollment, 'LX*02', 'LX*3', 'line-number LX01 2310 @ LX*3'],
  ['a provider without a name', richEnrollment, /NM1\*Y2.*?~/, '', 'segment-missing NM1 2310 @ COB*S*OTH'],
  [
    'a provider of no relation',
    richEnrollment,
    '*SV*C1*25',
    '*SV*C1',
    'element-missing NM110 2310 @ NM1*Y2*2*',
  ],
  [
    'an NPI with a wrong check digit',
    richEnrollment,
    /\*XX\*(\d{9})\d/,
    '*XX*$10',
    'npi NM109 2310 @ NM1*P3*1*',
  ],
  ['a sequence that is none', richEnrollment, 'COB*S', 'COB*A', 'code-not-allowed COB01 2320 @ COB*A*OTH'],
  [
    'a benefit that is none, among others',
    richEnrollment,
    '1^35^A4',
    '1^36^A4',
    'code-not-allowed COB04 2320 @ COB*S*OTH',
  ],
  [
    'a social security number with hyphens',
    richEnrollment,
    'REF*SY*000000009',
    'REF*SY*000-00-0009',
    'ssn REF02 2320 @ REF*SY*00',
  ],
  [
    'an e-mail address of an insurer',
    richEnrollment,
    'PER*CN**TE',
    'PER*CN**EM',
    'code-not-allowed PER03 2330 @ PER*CN**E',
  ],
  // reporting categories
  ['categories without an end', richEnrollment, 'LE*2700~', '', 'reporting-categories LE 2000 @ LS*2700'],
  [
    'an end of other categories',
    richEnrollment,
    'LE*2700',
    'LE*2750',
    'code-not-allowed LE01 2000 @ LE*2750',
  ],
  ['categories out of count', richEnrollment, 'LX*2~N1*75', 'LX*7~N1*75', 'line-number LX01 2700 @ LX*7'],
  [
    'a category without a name',
    richEnrollment,
    'N1*75*Division',
    'N1*75',
    'element-missing N102 2750 @ N1*75',
  ],
  [
    'two references of a category',
    richEnrollment,
    'REF*17*CC9',
    'REF*17*CC9~REF*18*CC9',
    'segment-repeats REF 2750 @ REF*18*CC',
  ],
  // who belongs to whom
  [
    'a dependent of nobody in a full file',
    fullFile,
    /(N\*01.*?REF\*0F\*S)0001/,
    '$10002',
    'subscriber-unknown REF02 2000 @ REF*0F*S0',
  ],
  [
    'a dependent of nobody in a file of changes',
    richEnrollment,
    /(N\*01.*?REF\*0F\*S)0001/,
    '$10009',
    'warning subscriber-unknown REF02 2000 @ REF*0F*S0',
  ],
  [
    'a dependent before the subscriber',
    fullFile,
    /(INS\*Y.*?)(INS\*N.*?)(SE\*)/,
    '$2$1$3',
    'subscriber-first INS 2000 @ INS*N*01*',
  ],
])('%s is found where it is, and nothing else', (_what, file, from, to, finds) => {
  expect(findings(spoiled(file, from, to))).toEqual([finds]);
});

/** Without them what follows is read as part of something else, and is found to be wrong there. */
const leavesTraces = ['LS*2700', 'NM1*70*1*Wrong*Rita****34*000000005'];

test('a segment that is left out gives one error, or none where it may be left out', () => {
  const segments = richEnrollment.split('~');
  const end = segments.findIndex((segment) => segment.startsWith('SE*'));
  const several = segments.slice(3, end).filter((segment, index) => {
    const file = [...segments.slice(0, index + 3), ...segments.slice(index + 4)].join('~');
    return segment !== '' && findings(spoiled(file, /SE\*\d+/, 'SE*0')).length > 1;
  });
  expect(several.filter((segment) => !leavesTraces.includes(segment))).toEqual([]);
});

interface Entry {
  file: string;
  version: string;
  validity: string;
}

/** A sample that is called valid and is not, by the guide it declares. */
const disagreement = {
  'LinuxForHealth_x12__enroll-employee-managed-care.834': 'DTP*358 is no date of a member',
};

test.skipIf(!hasShared)(
  'samples are judged as their index says, but for one with a date of no member',
  () => {
    const entries: Entry[] = JSON.parse(readFileSync(sharedPath('edi', '834', 'index.json'), 'utf8'));
    const judged = entries.filter(({ validity }) => validity === 'valid' || validity === 'invalid');
    expect(judged.length).toBeGreaterThan(15);
    const wrong = judged.filter(
      ({ file, validity }) =>
        validate(readFileSync(sharedPath('edi', '834', file))).valid !== (validity === 'valid'),
    );
    expect(wrong.map(({ file }) => file)).toEqual(Object.keys(disagreement));
  },
);
