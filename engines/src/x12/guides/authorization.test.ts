import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasShared, sharedPath } from '../../../../test/shared.ts';
import { validate } from '../check/validate.ts';
import {
  admissionRequest,
  decidedResponse,
  homeCareRequest,
  rejectedResponse,
  transportRequest,
} from '../testing/authorization-examples.ts';
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

const files = {
  admission: admissionRequest,
  transport: transportRequest,
  'home care': homeCareRequest,
  decided: decidedResponse,
  rejected: rejectedResponse,
};

test.each(Object.entries(files))('a services review is valid: %s', (_name, file) => {
  expect(validate(file, { snip: 5 }).findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
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
  // Heading and levels
  {
    what: 'another structure',
    in: 'admission',
    from: 'BHT*0007',
    to: 'BHT*0022',
    finds: 'code-not-allowed BHT01 @ BHT*0022',
  },
  {
    what: 'a purpose that is none',
    in: 'admission',
    from: 'BHT*0007*13',
    to: 'BHT*0007*00',
    finds: 'code-not-allowed BHT02 @ BHT*0007*00',
  },
  {
    what: 'no reference',
    in: 'admission',
    from: '*13*AUTH1001*',
    to: '*13**',
    finds: 'element-missing BHT03 @ BHT*0007*13',
  },
  {
    what: 'a type of answer that is none',
    in: 'decided',
    from: '*1015*18',
    to: '*1015*44',
    finds: 'code-not-allowed BHT06 @ BHT',
  },
  {
    what: 'a level out of count',
    in: 'admission',
    from: 'HL*5*4*SS',
    to: 'HL*7*4*SS',
    finds: 'hl-number HL01 2000F @ HL*7*4',
  },
  {
    what: 'a level of no parent',
    in: 'admission',
    from: 'HL*5*4*SS',
    to: 'HL*5*9*SS',
    finds: 'hl-parent HL02 2000F @ HL*5*9',
  },
  {
    what: 'a service under the subscriber',
    in: 'admission',
    from: 'HL*5*4*SS',
    to: 'HL*5*3*SS',
    finds: 'hl-parent HL02 2000F @ HL*5*3',
  },
  {
    what: 'services that HL04 denies',
    in: 'admission',
    from: 'HL*4*3*EV*1',
    to: 'HL*4*3*EV*0',
    finds: 'hl-children HL04 2000E @ HL*4*3',
  },
  {
    what: 'services that HL04 announces',
    in: 'home care',
    from: /~HL\*5\*4\*SS.*TOO[^~]*/,
    to: '',
    finds: 'hl-children HL04 2000E @ HL*4*3',
  },
  {
    what: 'no requester',
    in: 'admission',
    from: /NM1\*1P[^~]*~/,
    to: '',
    finds: 'segment-missing NM1 2010B @ REF*ZH',
  },
  {
    what: 'a level of no kind',
    in: 'admission',
    from: 'HL*5*4*SS',
    to: 'HL*5*4*SX',
    finds: 'code-not-allowed HL03 2000F @ HL*5*4*SX',
  },
  {
    what: 'no review organization',
    in: 'admission',
    from: /NM1\*X3[^~]*~/,
    to: '',
    finds: 'loop-missing NM1 2010A @ HL*2',
  },
  // Parties
  {
    what: 'a subscriber who is no person',
    in: 'admission',
    from: 'NM1*IL*1',
    to: 'NM1*IL*2',
    finds: 'code-not-allowed NM102 2010C @ NM1*IL*2',
  },
  {
    what: 'a member number of no kind',
    in: 'admission',
    from: '*MI*M0000001',
    to: '*ZZ*M0000001',
    finds: 'code-not-allowed NM108 2010C @ NM1*IL',
  },
  {
    what: 'an impossible birthday',
    in: 'admission',
    from: '*19800517*F',
    to: '*19800231*F',
    finds: 'invalid-date DMG02 2010C @ DMG',
  },
  {
    what: 'a relationship of no dependent',
    in: 'transport',
    from: 'INS*N*19',
    to: 'INS*N*18',
    finds: 'code-not-allowed INS02 2010D @ INS',
  },
  {
    what: 'an address in no state',
    in: 'admission',
    from: 'REF*EJ*C1001~N3*2 Example Road~N4*Sampleton*OH*44099',
    to: 'REF*EJ*C1001~N3*2 Example Road~N4*Sampleton**44099',
    finds: 'state-and-zip N402 2010C @ N4',
  },
  {
    what: 'a provider in a role that is none',
    in: 'admission',
    from: 'NM1*71*1',
    to: 'NM1*85*1',
    finds: 'code-not-allowed NM101 2010EA @ NM1*85',
  },
  {
    what: 'a provider nobody can tell',
    in: 'decided',
    from: /NM1\*FA\*2\*[^~]*/,
    to: 'NM1*FA*2',
    finds: 'provider-identity NM103 2010EA @ NM1*FA',
  },
  {
    what: 'a taxonomy of no kind',
    in: 'admission',
    from: 'PRV*AT*PXC',
    to: 'PRV*AT*ZZ',
    finds: 'code-not-allowed PRV02 2010EA @ PRV*AT',
  },
  // The review
  {
    what: 'no review',
    in: 'admission',
    from: /UM\*AR[^~]*~/,
    to: '',
    finds: 'segment-missing UM 2000E @ DTP*435',
  },
  {
    what: 'a request of no category',
    in: 'admission',
    from: 'UM*AR*I',
    to: 'UM*AA*I',
    finds: 'code-not-allowed UM01 2000E @ UM*AA',
  },
  {
    what: 'an admission as a service',
    in: 'admission',
    from: 'UM*HS*I',
    to: 'UM*AR*I',
    finds: 'code-not-allowed UM01 2000F @ UM*AR*I*2',
  },
  {
    what: 'no certification type',
    in: 'admission',
    from: 'UM*AR*I*',
    to: 'UM*AR**',
    finds: 'element-missing UM02 2000E @ UM*AR**',
  },
  {
    what: 'a place of no list',
    in: 'admission',
    from: '*21:B*',
    to: '*21:C*',
    finds: 'code-not-allowed UM04-2 2000E @ UM*AR',
  },
  {
    what: 'an extension of nothing',
    in: 'transport',
    from: 'REF*BB*CERT77~',
    to: '',
    finds: 'previous-review REF 2000E @ UM*HS*4',
  },
  {
    what: 'nothing asked for',
    in: 'home care',
    from: /EV\*1~UM\*HS\*I\*42(.*)~HL\*5\*4\*SS.*TOO[^~]*/,
    to: 'EV*0~UM*HS*I*$1',
    finds: 'service-type UM03 2000E @ UM*HS*I',
  },
  {
    what: 'an accident at no time',
    in: 'home care',
    from: 'DTP*439*D8*20270220~',
    to: '',
    finds: 'accident-date DTP 2000E @ UM*HS',
  },
  {
    what: 'a car accident in no place',
    in: 'home care',
    from: '*AA:::OH',
    to: '*AA',
    finds: 'accident-place UM05-4 2000E @ UM*HS',
  },
  {
    what: 'an admission on no day',
    in: 'admission',
    from: 'DTP*435*D8*20270315',
    to: 'DTP*435*D8*20271315',
    finds: 'invalid-date DTP03 2000E @ DTP*435',
  },
  {
    what: 'services that end before they begin',
    in: 'admission',
    from: '20270320-20270420',
    to: '20270420-20270320',
    finds: 'invalid-date DTP03 2000F @ DTP*472',
  },
  {
    what: 'a diagnosis of no list',
    in: 'admission',
    from: 'HI*ABK:',
    to: 'HI*ABX:',
    finds: 'code-not-allowed HI01-1 2000E @ HI*ABX',
  },
  {
    what: 'a diagnosis date without its format',
    in: 'admission',
    from: 'K8020:D8:20270220',
    to: 'K8020::20270220',
    finds: 'element-condition HI01-3 2000E @ HI',
  },
  {
    what: 'visits without a number',
    in: 'admission',
    from: 'HSD*VS*2*',
    to: 'HSD*VS**',
    finds: 'element-condition HSD02 2000F @ HSD*VS',
  },
  {
    what: 'days of no kind',
    in: 'admission',
    from: 'HSD*DY*3',
    to: 'HSD*XX*3',
    finds: 'code-not-allowed HSD01 2000E @ HSD*XX',
  },
  {
    what: 'an attachment without its number',
    in: 'admission',
    from: 'PWK*OB*EL***AC*ATT1001',
    to: 'PWK*OB*EL',
    finds: 'attachment-number PWK06 2000E @ PWK',
  },
  {
    what: 'an attachment number without what it is',
    in: 'admission',
    from: '***AC*ATT1001',
    to: '****ATT1001',
    finds: 'element-condition PWK05 2000E @ PWK',
  },
  {
    what: 'a round trip for no purpose',
    in: 'transport',
    from: '***From home to the clinic and back',
    to: '',
    finds: 'round-trip CR109 2000E @ CR1',
  },
  {
    what: 'a transport from nowhere',
    in: 'transport',
    from: /NM1\*PW.*Fiction Avenue~N4[^~]*~/,
    to: '',
    finds: 'transport-location NM1 2010EB @ CR1',
  },
  {
    what: 'home care without a certification type',
    in: 'home care',
    from: '***N*I',
    to: '***N',
    finds: 'element-missing CR608 2000E @ CR6',
  },
  {
    what: 'home care for half a period',
    in: 'home care',
    from: '*RD8*20270302-20270430*',
    to: '*RD8**',
    finds: 'element-condition CR604 2000E @ CR6',
  },
  {
    what: 'oxygen in no way',
    in: 'home care',
    from: '*R*1****A',
    to: '*R*1',
    finds: 'element-missing CR517 2000E @ CR5',
  },
  // Services
  {
    what: 'a pointer to no diagnosis',
    in: 'admission',
    from: '***1:2',
    to: '***1:3',
    finds: 'diagnosis-pointer SV107-2 2000F @ SV1',
  },
  {
    what: 'a service that is two',
    in: 'admission',
    from: 'SV1*HC:97110*120*UN*1***1:2',
    to: 'SV1*HC:97110*120*UN*1***1:2~SV2*0420',
    finds: 'one-service SV2 2000F @ SV2*0420',
  },
  {
    what: 'a service of nothing',
    in: 'transport',
    from: /~SV1[^~]*/,
    to: '',
    finds: 'service-missing SV1 2000F @ HL*6',
  },
  {
    what: 'teeth of no dental service',
    in: 'home care',
    from: 'SV3*AD:D2740*****1',
    to: 'SV1*HC:D2740',
    finds: 'dental-service SV3 2000F @ TOO',
  },
  {
    what: 'a unit without its count',
    in: 'admission',
    from: 'UN*1***1:2',
    to: 'UN****1:2',
    finds: 'element-condition SV104 2000F @ SV1',
  },
  {
    what: 'a trace of too short an origin',
    in: 'admission',
    from: 'T1001-1*9INVENTED1',
    to: 'T1001-1*9INV',
    finds: 'element-too-short TRN03 2000F @ TRN',
  },
  // Answers
  {
    what: 'no decision',
    in: 'decided',
    from: 'HCR*A1*CERT1001~',
    to: '',
    finds: 'decision HCR 2000E @ HL*4',
  },
  {
    what: 'a decision that is none',
    in: 'decided',
    from: 'HCR*A1*CERT',
    to: 'HCR*A9*CERT',
    finds: 'code-not-allowed HCR01 2000E @ HCR*A9',
  },
  {
    what: 'a certification without a number',
    in: 'decided',
    from: 'HCR*A1*CERT1001',
    to: 'HCR*A1',
    finds: 'certification-number HCR02 2000E @ HCR*A1',
  },
  {
    what: 'a reason for what is certified',
    in: 'decided',
    from: 'HCR*A1*CERT1001',
    to: 'HCR*A1*CERT1001*0U',
    finds: 'decision-reason HCR03 2000E @ HCR*A1*CERT1001',
  },
  {
    what: 'an admission without a date',
    in: 'admission',
    from: 'DTP*435*D8*20270315~',
    to: '',
    finds: 'admission-date DTP 2000E @ UM*AR',
  },
  {
    what: 'a condition of an ambulance that is none',
    in: 'transport',
    from: 'CRC*07*Y*04*09',
    to: 'CRC*07*Y*04*AA',
    finds: 'code-not-allowed CRC04 2000E @ CRC*07',
  },
  {
    what: 'a denial for no reason',
    in: 'decided',
    from: 'HCR*A3**0F^0W',
    to: 'HCR*A3',
    finds: 'decision-reason HCR03 2000F @ HCR*A3',
  },
  {
    what: 'a part certified of a single service',
    in: 'decided',
    from: 'HCR*A4**0U',
    to: 'HCR*A2**0U',
    finds: 'code-not-allowed HCR01 2000F @ HCR*A2',
  },
  {
    what: 'two decisions on one event',
    in: 'decided',
    from: 'HCR*A1*CERT1001',
    to: 'HCR*A1*CERT1001~HCR*A1*CERT1002',
    finds: 'segment-repeats HCR 2000E @ HCR*A1*CERT1002',
  },
  {
    what: 'a rejection that calls itself valid',
    in: 'rejected',
    from: 'AAA*N',
    to: 'AAA*Y',
    finds: 'code-not-allowed AAA01 2010C @ AAA*Y',
  },
  {
    what: 'a rejection for no reason',
    in: 'rejected',
    from: 'AAA*N**75*C',
    to: 'AAA*N***C',
    finds: 'element-missing AAA03 2010C @ AAA',
  },
  {
    what: 'a rejection for a reason that is none',
    in: 'rejected',
    from: 'AAA*N**75',
    to: 'AAA*N**02',
    finds: 'code-not-allowed AAA03 2010C @ AAA',
  },
  {
    what: 'what comes next is nothing known',
    in: 'rejected',
    from: '**75*C',
    to: '**75*Q',
    finds: 'code-not-allowed AAA04 2010C @ AAA',
  },
  {
    what: 'a certificate in the request',
    in: 'admission',
    from: 'UM*HS*I*2',
    to: 'UM*HS*I*2~HCR*A1*CERT1',
    finds: 'segment-unexpected HCR 2000F @ HCR',
  },
];

test.each(defects)('$what is found where it is, and nothing else', ({ in: name, from, to, finds }) => {
  const file = spoiled(files[name], from, to);
  expect(errors(file, 40).map((text) => text.slice(0, finds.length))).toEqual([finds]);
});

test('services that hang on one another in HL02, as an example of the guide has them, give a warning', () => {
  const file = spoiled(admissionRequest, 'HL*6*4*SS', 'HL*6*5*SS');
  const { valid, findings } = validate(file);
  expect(valid).toBe(true);
  expect(findings.map(({ severity, element }) => [severity, element])).toEqual([['warning', 'HL02']]);
});

test('a level that is rejected may keep the HL04 of the request', () => {
  expect(errors(spoiled(rejectedResponse, /HL\*4\*3\*EV\*0.*21:B~/, ''))).toEqual([]);
});

test('a request and a response share ST03 and are told apart by BHT, and where that is wrong by all the rest', () => {
  expect(errors(decidedResponse.replace('*0007*11*', '*0007*13*'))).toEqual(['code-not-allowed BHT02']);
});

test('a segment that is left out gives one error at the most', () => {
  const several = Object.values(files).flatMap((file) => {
    const segments = file.split('~');
    const end = segments.findIndex((segment) => segment.startsWith('SE*'));
    // Without BHT nobody can tell a request from a response.
    const tried = segments.slice(4, end);
    return tried.filter((segment) => errors(spoiled(file, `~${segment}~`, '~')).length > 1);
  });
  expect(several).toEqual([]);
});

const samples = [
  'emergency-admission-response-to-request-for-review',
  'request-for-non-emergency-transportation',
  'response-to-non-emergency-transportation',
];

test.skipIf(!hasShared).each(samples)('an example of the guide passes: %s', (name) => {
  const file = readFileSync(sharedPath('edi', '278', `kputnam_stupidedi__X217-pass__${name}.edi`));
  expect(validate(file).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.skipIf(!hasShared)('an example that counts its segments wrong is refused for that alone', () => {
  const name = 'kputnam_stupidedi__X217-pass__admission-request-for-review.edi';
  const { findings } = validate(readFileSync(sharedPath('edi', '278', name)));
  expect(findings.map(({ code, element }) => [code, element])).toEqual([['se-count', 'SE01']]);
});
