import { expect, test } from 'vitest';
import { validate } from '../check/validate.ts';
import { findingsOf, readDefects } from '../testing/defects.ts';
import { interchange } from '../testing/interchange.ts';
import {
  fullStatusRequest,
  fullStatusResponse,
  statusRequest,
  statusRequestFile,
  statusResponse,
  statusResponseFile,
  unansweredResponse,
} from '../testing/status-examples.ts';
import { wholeBody } from '../testing/whole-guide.ts';
import { x212Request } from './x212-276.ts';
import { x212Response } from './x212-277.ts';

const requests = { request: statusRequest, full: fullStatusRequest };
const responses = { response: statusResponse, full: fullStatusResponse, unanswered: unansweredResponse };

test.each(Object.entries(requests))('nothing is wrong with a request: %s', (_name, body) => {
  expect(findingsOf(statusRequestFile(body))).toEqual([]);
});

test.each(Object.entries(responses))('nothing is wrong with a response: %s', (_name, body) => {
  expect(findingsOf(statusResponseFile(body))).toEqual([]);
});

test.each([x212Request, x212Response])('a $type that says everything has the structure', (guide) => {
  for (const version of guide.versions) {
    const text = interchange(guide.set, version, wholeBody(guide), guide.functionalId);
    const { findings, transactions } = validate(text, { snip: 2 });
    expect(findings).toEqual([]);
    expect(transactions.map(({ type }) => type)).toEqual([guide.type]);
  }
});

const requestDefects = readDefects(
  `
another structure | request | BHT*0010 -> BHT*0022 | code-not-allowed BHT01 @ BHT*0022
a purpose of an answer | request | 0010*13 -> 0010*08 | code-not-allowed BHT02 @ BHT*0010*08
no reference | request | *13*STATUS1* -> *13** | element-missing BHT03 @ BHT
a type of transaction | request | 20270501*0900 -> 20270501*0900*DG | element-not-used BHT06 @ BHT
a payer who is a person | request | NM1*PR*2 -> NM1*PR*1 | code-not-allowed NM102 2100A @ NM1*PR
a payer without a number | request | *PI*INV01 -> *PI | element-missing NM109 2100A @ NM1*PR
a receiver who is a payer | request | NM1*41 -> NM1*PR | code-not-allowed NM101 2100B @ NM1*PR
a receiver without a number | request | *46*PRACTICE1 -> *46 | element-missing NM109 2100B @ NM1*41
a provider by a number that is none | request | *XX*1 -> *MI*1 | code-not-allowed NM108 2100C @ NM1*1P
a third name of the provider | full | *FI*999000042 -> *FI*999000042~NM1*1P*2*X*****SV*OLD7 | loop-repeats NM1 2100C @ NM1*1P*2*X
a level out of count | full | HL*6*5 -> HL*9*5 | hl-number HL01 2000D @ HL*9*5
a level of no parent | full | HL*6*5 -> HL*6*2 | hl-parent HL02 2000D @ HL*6*2
a second subscriber without a level | full | HL*5*2*19*1 -> DMG*D8*19810101*F~NM1*IL*1*OTHER*ANN****MI*M2~TRN*1*S3~DTP*472*D8*20270311~HL*5*2*19*1 | segment-missing HL 2000D @ DMG*D8*19810101
a dependent whom HL04 denies | full | HL*6*5*22*1 -> HL*6*5*22*0 | hl-children HL04 2000D @ HL*6
dependents who do not come | request | 22*0 -> 22*1 | hl-children HL04 2000D @ HL*4
a dependent with a code for children | full | HL*7*6*23 -> HL*7*6*23*0 | element-not-used HL04 2000E @ HL*7
nothing is asked | request | - TRN ... | level-empty TRN 2200D @ NM1*IL
nothing is asked of the dependent | full | - TRN*1*STATUS2-2 ... | loop-missing TRN 2200E @ SE
a patient without a birth date | request | - DMG | patient-birth DMG 2000D @ TRN
a dependent without a birth date | full | - DMG*D8*20150930 | segment-missing DMG 2000E @ NM1*QC
a sex that is none | request | *F~ -> *U~ | code-not-allowed DMG03 2000D @ DMG
a subscriber without a number | request | *MI*M0000001 -> *MI | element-missing NM109 2100D @ NM1*IL
a dependent with a title | full | TINY -> TINY**MR | element-not-used NM106 2100E @ NM1*QC
an organization with a first name | full | NM1*1P*1*DOCTOR -> NM1*1P*2*DOCTOR | not-used-2100c-nm104 NM104 2100C @ NM1*1P*2*DOCTOR
a trace number of an answer | request | TRN*1 -> TRN*2 | code-not-allowed TRN01 2200D @ TRN*2
a trace number with its origin | request | TRN*1*STATUS1-1 -> TRN*1*STATUS1-1*9PRACTICE1 | element-not-used TRN03 2200D @ TRN
a reference of another kind | full | REF*LU -> REF*F8 | code-not-allowed REF01 2200D @ REF*F8
two payer's numbers | full | REF*1K*P77001 -> REF*1K*P77001~REF*1K*P77002 | segment-repeats REF 2200D @ REF*1K*P77002
an amount of another kind | request | AMT*T3 -> AMT*F5 | code-not-allowed AMT01 2200D @ AMT*F5
an amount with three decimals | request | 200.5 -> 200.505 | invalid-amount AMT02 2200D @ AMT
a claim without a date | request | - DTP | claim-date DTP 2200D @ TRN
an institutional claim without a date | full | - DTP*472*RD8*20270310-20270314 | claim-date-institutional DTP 2200D @ REF*BLT
a stretch in a single date | request | D8*20270301 -> D8*20270301-20270302 | invalid-date DTP03 2200D @ DTP
a line without a date | full | - DTP*472*D8*20270311 | segment-missing DTP 2210D @ HL*5
a line without its units | full | *150*****1 -> *150 | element-missing SVC07 2210E @ SVC*HC:99213
a line without a charge | full | HC:99213*150 -> HC:99213* | element-missing SVC02 2210E @ SVC*HC:99213
a kind of procedure that is none | full | HC:99213 -> XX:99213 | code-not-allowed SVC01-1 2210E @ SVC*XX
a revenue code twice | full | 0120*6000** -> 0120*6000**0120 | not-used-2210d-svc04 SVC04 2210D @ SVC*NU
a payment in a request | full | HC:99213*150* -> HC:99213*150*0 | element-not-used SVC03 2210E @ SVC*HC:99213`,
  requests,
);

const responseDefects = readDefects(
  `
a purpose of a request | response | 0010*08 -> 0010*13 | code-not-allowed BHT02 @ BHT*0010*13
no type of transaction | response | *0901*DG -> *0901 | element-missing BHT06 @ BHT
a type of transaction of a 277CA | response | *0901*DG -> *0901*TH | code-not-allowed BHT06 @ BHT
a contact without a number | full | *TE*5555550141* -> *TE** | element-missing PER04 2100A @ PER
a level out of count | full | HL*8*2 -> HL*9*2 | hl-number HL01 2000C @ HL*9*2
a level of no parent | full | HL*5*2 -> HL*5*3 | hl-parent HL02 2000C @ HL*5*3
a dependent whom HL04 denies | full | HL*6*5*22*1 -> HL*6*5*22*0 | hl-children HL04 2000D @ HL*6
an empty answer | response | - TRN ... | level-empty TRN 2200D @ NM1*IL
an empty answer to the receiver | unanswered | - TRN ... | level-empty TRN 2200B @ NM1*41
an answer to the receiver and a claim | response | HL*3*2 -> TRN*2*STATUS1~STC*E1:24:41*20270501~HL*3*2 | level-ended TRN 2100B @ TRN*2*STATUS1
a trace number of a request | response | TRN*2 -> TRN*1 | code-not-allowed TRN01 2200D @ TRN*1
a trace number of a claim for a provider | full | TRN*1*0 -> TRN*2*0 | code-not-allowed TRN01 2200C @ TRN*2*0
a claim without a status | response | - STC | segment-missing STC 2200D @ REF*1K
a category that is none | response | STC*P3 -> STC*ZZ | status-category STC01-1 2200D @ STC*ZZ
a status that is no number | response | P3:317 -> P3:ABC | status-code STC01-2 2200D @ STC*P3
no status within a status | response | P3:317 -> P3 | element-missing STC01-2 2200D @ STC*P3
an entity that is none | full | F2:88:QC*20270420**150 -> F2:88:XX*20270420**150 | code-not-allowed STC01-3 2200E @ STC*F2
an entity of a claim for the receiver | unanswered | 24:41 -> 24:QC | code-not-allowed STC01-3 2200B @ STC
a second status of another group | full | F1:104:QC -> P1:104:QC | status-group STC10-1 2200D @ STC*F1
a second status that is none | full | F1:104:QC -> 99:104:QC | status-category STC10-1 2200D @ STC*F1
no date of the status | response | P3:317*20270420 -> P3:317* | element-missing STC02 2200D @ STC
a date that is none | full | *20270418* -> *20270481* | invalid-date STC06 2200D @ STC
a payment that is no amount | full | 9000*7500*20270418 -> 9000*SOME*20270418 | invalid-character STC05 2200D @ STC
a decision without an amount | full | **150*0 -> **150 | status-paid STC05 2200E @ STC*F2
a remittance without its date | full | **20270422*CHECK77 -> ***CHECK77 | required-2200d-stc08 STC08 2200D @ STC
an action of a 277CA | response | 20270420**200.5 -> 20270420*WQ*200.5 | element-not-used STC03 2200D @ STC
a reference of a request | response | REF*1K -> REF*LU | code-not-allowed REF01 2200D @ REF*LU
two clearinghouse numbers | full | CLEAR555 -> CLEAR555~REF*D9*2 | segment-repeats REF 2200D @ REF*D9*2
a line without a payment | full | *3000*2500* -> *3000** | element-missing SVC03 2220D @ SVC*HC:99214
a line without a status | full | STC*F1:65*20270420~DTP*472*D8*20270311 -> DTP*472*D8*20270311 | segment-missing STC 2220D @ DTP
a line without a date | full | - DTP*472*D8*20270311 | segment-missing DTP 2220D @ HL*5
a revenue code twice | full | 0120*6000*5000* -> 0120*6000*5000*0120 | not-used-2220d-svc04 SVC04 2220D @ SVC*NU
a dependent with a member number | full | *TINY -> *TINY**MR | element-not-used NM106 2100E @ NM1*QC
a provider below whom somebody is denied | full | HL*5*2*19*1 -> HL*5*2*19*0 | hl-children HL04 2000C @ HL*5
providers who do not come | response | - HL*3 ... | hl-children HL04 2000B @ HL*2`,
  responses,
);

test.each(requestDefects)('request with $what', ({ body, finds }) => {
  expect(findingsOf(statusRequestFile(body), finds)).toEqual([finds]);
});

test.each(responseDefects)('response with $what', ({ body, finds }) => {
  expect(findingsOf(statusResponseFile(body), finds)).toEqual([finds]);
});

test('an answer may end at a level that HL04 announced to go on', () => {
  const body = unansweredResponse.replace('HL*2*1*21*0', 'HL*2*1*21*1');
  expect(findingsOf(statusResponseFile(body))).toEqual([]);
});
