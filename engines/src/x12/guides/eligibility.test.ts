import { expect, test } from 'vitest';
import { validate } from '../check/validate.ts';
import { findingsOf, readDefects } from '../testing/defects.ts';
import {
  fullInquiry,
  fullResponse,
  inquiry,
  inquiryFile,
  rejectedResponse,
  response,
  responseFile,
} from '../testing/eligibility-examples.ts';
import { interchange } from '../testing/interchange.ts';
import { wholeBody } from '../testing/whole-guide.ts';
import { x279a1Inquiry } from './x279a1-270.ts';
import { x279a1Response } from './x279a1-271.ts';

const inquiries = { inquiry, full: fullInquiry };
const responses = { response, full: fullResponse, rejected: rejectedResponse };

test.each(Object.entries(inquiries))('nothing is wrong with an inquiry: %s', (_name, body) => {
  expect(findingsOf(inquiryFile(body))).toEqual([]);
});

test.each(Object.entries(responses))('nothing is wrong with a response: %s', (_name, body) => {
  expect(findingsOf(responseFile(body))).toEqual([]);
});

test.each([x279a1Inquiry, x279a1Response])('a $type that says everything has the structure', (guide) => {
  for (const version of guide.versions) {
    const text = interchange(guide.set, version, wholeBody(guide), guide.functionalId);
    const { findings, transactions } = validate(text, { snip: 2 });
    expect(findings).toEqual([]);
    expect(transactions.map(({ type }) => type)).toEqual([guide.type]);
  }
});

const inquiryDefects = readDefects(
  `
another structure | inquiry | BHT*0022 -> BHT*0019 | code-not-allowed BHT01 @ BHT*0019
a purpose of 004010 | inquiry | 0022*13 -> 0022*36 | code-not-allowed BHT02 @ BHT*0022*36
a cancellation of nothing | inquiry | 0022*13 -> 0022*01 | cancelled-inquiry BHT06 @ BHT*0022*01
a date that is none | inquiry | *20270401*1015 -> *20270431*1015 | invalid-date BHT04 @ BHT
no payer | inquiry | - NM1*PR | loop-missing NM1 2100A @ HL*2
a payer without a name | inquiry | NM1*PR*2*IMAGINARY HEALTH PLAN -> NM1*PR*2* | element-missing NM103 2100A @ NM1*PR
a payer of an unknown kind | inquiry | NM1*PR -> NM1*PX | code-not-allowed NM101 2100A @ NM1*PX
a level out of count | inquiry | HL*3*2 -> HL*4*2 | hl-number HL01 2000C @ HL*4*2
a level out of count above another | full | HL*3*2 -> HL*7*2 | hl-number HL01 2000C @ HL*7*2
a level of no parent | inquiry | HL*3*2 -> HL*3*1 | hl-parent HL02 2000C @ HL*3*1
dependents who do not come | inquiry | HL*3*2*22*0 -> HL*3*2*22*1 | hl-children HL04 2000C @ HL*3
a dependent whom HL04 denies | full | HL*3*2*22*1 -> HL*3*2*22*0 | hl-children HL04 2000C @ HL*3
a receiver below whom nobody is | inquiry | HL*2*1*21*1 -> HL*2*1*21*0 | code-not-allowed HL04 2000B @ HL*2
a dependent without a level | full | - HL*4 | segment-missing HL 2000D @ TRN*1*TRACE3
nothing is asked | inquiry | - EQ | level-empty EQ 2110C @ NM1*IL
nothing is asked of the dependent | full | - EQ*98 ... | loop-missing EQ 2110D @ SE
neither service nor procedure | inquiry | EQ*30 -> EQ***FAM | element-condition EQ01 2110C @ EQ***FAM
a service type that is none | inquiry | EQ*30 -> EQ*29 | code-not-allowed EQ01 2110C @ EQ*29
a service type among several | full | EQ*30^35 -> EQ*30^ZZ | code-not-allowed EQ01 2110C @ EQ*30^ZZ
a kind of procedure that is none | full | HC:99214 -> XX:99214 | code-not-allowed EQ02-1 2110C @ EQ*30
a coverage level of 004010 | full | *FAM* -> *IND* | coverage-level EQ03 2110C @ EQ*30
a coverage level that is none | full | *FAM* -> *ALL* | code-not-allowed EQ03 2110C @ EQ*30
a coverage level of a dependent | full | EQ*98 -> EQ*98**FAM | element-not-used EQ03 2110D @ EQ*98
a pointer beyond the diagnoses | full | **1:2 -> **1:3 | diagnosis-pointer EQ05-2 2110C @ EQ*30
two pointers at one | full | **1:2 -> **2:2 | diagnosis-pointer EQ05-2 2110C @ EQ*30
a pointer at nothing | full | - HI*ABK:J209 | required-2110d-2100d-hi HI 2100D @ EQ**HC
a second diagnosis called the first | full | ABF:N1831 -> ABK:N1831 | code-not-allowed HI02-1 2100C @ HI*ABK
nobody to search for | inquiry | *PATIENTSON*TESTA****MI*M0000001~DMG*D8*19800517*F -> | subscriber-search NM109 2100C @ NM1*IL
a member number without its kind | inquiry | MI*M0 -> *M0 | element-condition NM108 2100C @ NM1*IL
an organization with a first name | full | NM1*1P*1 -> NM1*1P*2 | not-used-2100b-nm104 NM104 2100B @ NM1*1P
a sex that is none | inquiry | 19800517*F -> 19800517*X | code-not-allowed DMG03 2100C @ DMG
a birth date without its format | inquiry | DMG*D8 -> DMG* | element-condition DMG01 2100C @ DMG
a street without a city | full | - N4*TORONTO | required-2100d-n4 N4 2100D @ N3*2 EXAMPLE
a city without a state | full | SAMPLETON*OH*44099~ -> SAMPLETON**44099~ | required-2100c-n402 N402 2100C @ N4
a Canadian city without a postal code | full | *ON*M5V2T6* -> *ON** | required-2100d-n402 N403 2100D @ N4
a trace number of nobody | inquiry | *9PRACTICE1 -> *5PRACTICE1 | trace-origin TRN03 2000C @ TRN
a third trace number | full | 9CLEARING1 -> 9CLEARING1~TRN*1*B*9CLEARING1 | segment-repeats TRN 2000C @ TRN*1*B
a trace number of an answer | inquiry | TRN*1 -> TRN*2 | code-not-allowed TRN01 2000C @ TRN*2
a twin without a number | full | INS*Y*18***************2 -> INS*Y*18 | element-missing INS17 2100C @ INS
a kinship that is none | full | INS*N*19 -> INS*N*18 | code-not-allowed INS02 2100D @ INS
a date of another kind | inquiry | DTP*291 -> DTP*472 | code-not-allowed DTP01 2100C @ DTP
a stretch that ends before it begins | full | 20270401-20270430 -> 20270430-20270401 | invalid-date DTP03 2100C @ DTP*291
half a provider | full | PRV*RF*HPI* -> PRV*RF** | element-condition PRV02 2100C @ PRV*RF
a reference of an unknown kind | full | REF*EJ -> REF*ZZ | code-not-allowed REF01 2100D @ REF*ZZ
a reference of the person in an inquiry | full | REF*9F -> REF*SY | code-not-allowed REF01 2110D @ REF*SY
a reference after the date | full | REF*G1*AUTH77~DTP*291*D8*20270415 -> DTP*291*D8*20270415~REF*G1*AUTH77 | segment-order REF 2110C @ REF*G1
two spend-downs | full | AMT*R*37.5 -> AMT*R*37.5~AMT*R*1 | segment-repeats AMT 2110C @ AMT*R*1`,
  inquiries,
);

const responseDefects = readDefects(
  `
a purpose of a request | response | 0022*11 -> 0022*13 | code-not-allowed BHT02 @ BHT*0022*13
an empty answer | response | - EB ... | level-empty EB 2110C @ NM1*IL
an empty answer for the dependent | full | - AAA*N**67 | level-empty EB 2110D @ NM1*03
a level that says nothing | rejected | - AAA | level-empty AAA 2100B @ NM1*1P
a rejection and benefits | response | DMG* -> AAA*N**72*C~DMG* | level-ended AAA 2100C @ AAA*N**72
a rejection above benefits | response | HL*3*2 -> AAA*N**43*C~HL*3*2 | level-ended AAA 2100B @ AAA*N**43
a rejection at the top | response | NM1*PR -> AAA*Y**42*R~NM1*PR | level-ended AAA 2100A @ AAA
a reason of another level | rejected | **43*C -> **72*C | code-not-allowed AAA03 2100B @ AAA
a reason of the subscriber for a dependent | full | **67*C -> **75*C | code-not-allowed AAA03 2100D @ AAA
no follow-up | rejected | **43*C -> **43 | element-missing AAA04 2100B @ AAA
a follow-up that is none | full | **60*C -> **60*P | code-not-allowed AAA04 2110C @ AAA*N**60
a benefit of an unknown kind | response | EB*1 -> EB*9 | code-not-allowed EB01 2110C @ EB*9
a coverage level that is none | response | EB*B*IND -> EB*B*ALL | code-not-allowed EB02 2110C @ EB*B
an employee among dependents | full | EB*B*CHD -> EB*B*EMP | code-not-allowed EB02 2110D @ EB*B
a service type that is none | full | 30^35^88 -> 30^31^88 | code-not-allowed EB03 2110C @ EB*1
a kind of insurance that is none | full | *HM*INVENTED -> *XX*INVENTED | code-not-allowed EB04 2110C @ EB*1
a period that is none | response | *27*25 -> *99*25 | code-not-allowed EB06 2110C @ EB*B
a copay without an amount | response | *27*25 -> *27 | benefit-amount EB07 2110C @ EB*B
a copay in percent | response | *27*25 -> *27**.25 | benefit-percent EB08 2110C @ EB*B
co-insurance without a percentage | full | **.2****Y -> ******Y | coinsurance-percent EB08 2110C @ EB*A
co-insurance as an amount | full | *27**.2****Y -> *27*20*****Y | coinsurance-amount EB07 2110C @ EB*A
a whole percentage | full | **.2****Y -> **20****Y | percent-above-one EB08 2110C @ EB*A
a quantity of nothing | full | *VS*10*Y -> **10*Y | element-condition EB09 2110C @ EB*F
a kind of quantity without one | full | *VS*10*Y -> *VS**Y | element-condition EB10 2110C @ EB*F
a network that is none | full | *N*N*HC -> *N*P*HC | code-not-allowed EB12 2110C @ EB*D
a pointer beyond the diagnoses | full | **1:2 -> **1:3 | diagnosis-pointer EB14-2 2110C @ EB*F
a pointer at nothing | full | - HI*ABK:E1122 | required-2110c-2100c-hi HI 2100C @ EB*F
half a delivery | full | HSD*VS*12 -> HSD*VS* | element-condition HSD02 2110C @ HSD*VS
a frequency that is none | full | *34*1*1*A -> *34*1*I*A | code-not-allowed HSD07 2110C @ HSD*VS
a number of periods without the period | full | *34*1*1*A -> **1*1*A | element-condition HSD05 2110C @ HSD*VS
a reference of the person in a benefit | full | REF*M7 -> REF*SY | code-not-allowed REF01 2110C @ REF*SY
a date of the person in a benefit | full | DTP*348 -> DTP*347 | code-not-allowed DTP01 2110C @ DTP*347
a message of nothing | full | MSG*TWELVE VISITS A YEAR -> MSG | element-missing MSG01 2110C @ MSG
an injury without its place | full | III***44*LEFT KNEE -> III***44 | element-condition III04 2115C @ III
additional information that says nothing | full | III***44*LEFT KNEE -> III****KNEE | required-2115c-iii01 III01 2115C @ III****
entities without a beginning | full | - LS | segment-missing LS 2120 @ NM1*P3
entities without an end | full | - LE | segment-missing LE 2120 @ EB*C
LS and LE around nothing | full | - NM1*1P*2 | loop-missing NM1 2120D @ LE
a loop of another name | full | LS*2120 -> LS*2110 | code-not-allowed LS01 2120 @ LS*2110
an entity of an unknown kind | full | NM1*P3 -> NM1*QC | code-not-allowed NM101 2120C @ NM1*QC
a region without a number | full | **RJ*REGION7 -> **RJ | required-2120c-n406 N406 2120C @ N4
a telephone without its number | full | *WP*5555550133 -> *WP | element-condition PER06 2120C @ PER
a change without a reason | full | *001*25* -> *001** | required-2100c-ins04 INS04 2100C @ INS
a subscriber who is none | full | INS*Y*18 -> INS*Y*01 | code-not-allowed INS02 2100C @ INS
a rank that is none | full | *C2*D8 -> *ZZ*D8 | code-not-allowed MPI05 2100C @ MPI
a service without its date | full | *D8*20100101 -> *D8 | element-condition MPI07 2100C @ MPI
a dependent with a title | full | TINY*T**II -> TINY*T*MR*II | element-not-used NM106 2100D @ NM1*03
a dependent called a patient | full | NM1*03 -> NM1*QC | dependent-code NM101 2100D @ NM1*QC
a receiver below whom somebody is | response | HL*2*1*21*1 -> HL*2*1*21*0 | hl-children HL04 2000B @ HL*2
subscribers who do not come | response | - HL*3 ... | hl-children HL04 2000B @ HL*2`,
  responses,
);

test.each(inquiryDefects)('inquiry with $what', ({ body, finds }) => {
  expect(findingsOf(inquiryFile(body), finds)).toEqual([finds]);
});

test.each(responseDefects)('response with $what', ({ body, finds }) => {
  expect(findingsOf(responseFile(body), finds)).toEqual([finds]);
});
