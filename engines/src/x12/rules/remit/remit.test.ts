import { expect, test } from 'vitest';
import { completeNpi } from '../../../model/index.ts';
import { validate } from '../../check/validate.ts';
import { x221a1 } from '../../guides/x221a1.ts';
import { findingsOf, readDefects } from '../../testing/defects.ts';
import { interchange } from '../../testing/interchange.ts';
import { carriedRemit, hospitalRemit, remit, remitFile } from '../../testing/remit-examples.ts';
import { wholeBody } from '../../testing/whole-guide.ts';

const doctor = completeNpi('199900052');
/** The same number with another check digit. */
const otherDigit = (npi: string) => npi.slice(0, 9) + ((Number(npi.at(-1)) + 1) % 10);

const remits = { remit, hospital: hospitalRemit, carried: carriedRemit };

test.each(Object.entries(remits))('nothing is wrong with a remittance: %s', (_name, body) => {
  expect(findingsOf(remitFile(body))).toEqual([]);
});

test('an 835 that says everything has the structure', () => {
  for (const version of x221a1.versions) {
    const text = interchange('835', version, wholeBody(x221a1), 'HP');
    expect(validate(text, { snip: 2 }).findings).toEqual([]);
  }
});

const defects = readDefects(
  `
a payment that is off | remit | BPR*I*191.5 -> BPR*I*191.51 | payment-balance BPR02 @ BPR
a provider adjustment that is off | remit | WO:OLD1*20 -> WO:OLD1*21 | payment-balance BPR02 @ BPR
a claim is missing from the payment | remit | *60*20*12*P76002 -> *61*20*12*P76002 | claim-balance CLP04 2100 @ CLP*C0900*1
a line is paid more than is left | remit | SVC*HC:99214:25*200*130 -> SVC*HC:99214:25*200*131 | line-balance SVC03 2110 @ SVC*HC:99214
a line's adjustment was changed | remit | CAS*CO*97*50 -> CAS*CO*97*49 | line-balance SVC03 2110 @ SVC*HC:36415
a line's charge was changed | remit | SVC*HC:36415*50*0 -> SVC*HC:36415*55*0 | line-balance SVC02 2110 @ SVC*HC:36415
a claim's charge was changed | remit | CLP*C1001*1*250 -> CLP*C1001*1*255 | line-charges CLP03 2100 @ CLP*C1001
a claim without lines does not balance | hospital | CAS*CO*45*2000 -> CAS*CO*45*1999 | claim-balance CLP04 2100 @ CLP*H1
the patient's share is off | remit | *130*40*12 -> *130*41*12 | patient-responsibility CLP05 2100 @ CLP*C1001
the patient's share is not said | remit | *130*40*12 -> *130**12 | patient-responsibility CLP05 2100 @ CLP*C1001
an adjustment changed its group | remit | CAS*PR*2*20 -> CAS*OA*2*20 | patient-responsibility CLP05 2100 @ CLP*C0900*1
a reversal says what the patient owes | remit | *-80**12*P76001 -> *-80*-20*12*P76001 | reversal-responsibility CLP05 2100 @ CLP*C0900*22
a reversal with the signs of a payment | carried | *22*-100*-80**12*P76001*11*1~CAS*CO*45*-20~ -> *22*100*-80**12*P76001*11*1~CAS*CO*45*180~ | reversal-sign CLP03 2100 @ CLP*C0900
claims counted wrong | hospital | 20271231*2*7000 -> 20271231*3*7000 | group-count TS304 2000 @ TS3
charges of the group are off | hospital | 20271231*2*7000 -> 20271231*2*7001 | group-charge TS305 2000 @ TS3
interest that is not paid | remit | AMT*I*1.5 -> AMT*I*2.5 | interest PLB04 @ PLB
interest without a payment of it | hospital | QTY*CA*5 -> AMT*I*3~QTY*CA*5 | interest PLB @ BPR
a negative payment | carried | *FB:NOTICE1*-80 -> *FB:NOTICE1*-79 | payment-balance BPR02 @ BPR
money moves though none does | hospital | BPR*I*4700*C*CHK -> BPR*I*4700*C*NON | payment-method BPR04 @ BPR
nothing is paid by check | carried | BPR*H*0*C*NON -> BPR*I*0*C*CHK | payment-method BPR04 @ BPR
a notice that says payment | carried | BPR*H*0 -> BPR*I*0 | payment-method BPR01 @ BPR
a payment that says notice | hospital | BPR*I*4700 -> BPR*H*4700 | payment-method BPR01 @ BPR
a transfer without a format | remit | *ACH*CCP* -> *ACH** | element-missing BPR05 @ BPR
a transfer to no account | remit | *234567898*DA*2000002* -> *234567898**2000002* | element-missing BPR14 @ BPR
a transfer to no bank | remit | *01*234567898*DA -> *01**DA | element-condition BPR13 @ BPR
a transfer from no account | remit | *CCP*01*123456780*DA*1000001* -> *CCP***** | element-missing BPR06 @ BPR
a transfer to no bank or account | remit | *01*234567898*DA*2000002* -> ***** | element-missing BPR12 @ BPR
a check that calls itself a transfer | hospital | *CHK* -> *FWT* | element-missing BPR06 @ BPR
a transfer from nobody | remit | *1000001*1999000009* -> *1000001** | element-missing BPR10 @ BPR
a bank for a check | hospital | *CHK************ -> *CHK**01*123456780********* | payment-bank BPR06 @ BPR
a payer with another number | remit | TRN*1*TRACE1*1999000009 -> TRN*1*TRACE1*1999000008 | payment-originator TRN03 @ TRN
a payer's number of another kind | hospital | TRN*1*CHECK1*1999000009 -> TRN*1*CHECK1*9999000009 | payment-originator TRN03 @ TRN
a payer's number that is too short | remit | TRN*1*TRACE1*1999000009 -> TRN*1*TRACE1*999000009 | element-too-short TRN03 @ TRN
no trace number | remit | - TRN | segment-missing TRN @ REF*EV
no payment date | remit | *2000002*20270415 -> *2000002 | element-missing BPR16 @ BPR
a method that is none | hospital | *C*CHK* -> *C*CSH* | code-not-allowed BPR04 @ BPR
a payer without a state | remit | N4*SAMPLETON*OH*44099~REF*2U -> N4*SAMPLETON**44099~REF*2U | payer-state N402 1000A @ N4
a payee without a ZIP code | remit | N4*SAMPLETON*OH*44099~REF*TJ -> N4*SAMPLETON*OH~REF*TJ | payee-zip N403 1000B @ N4
no payer's address | remit | - N3 | segment-missing N3 1000A @ N4
no technical contact | remit | - PER*BL | segment-missing PER 1000A @ N1*PE
an extension of an address | remit | *TE*5555550103*EM*HELP@EXAMPLE.COM -> *EM*HELP@EXAMPLE.COM*EX*12 | contact-extension PER05 1000A @ PER*BL
a payee's qualifier alone | hospital | *FI*999000042 -> *FI | element-condition N104 1000B @ N1*PE
another tax number of the payee | hospital | REF*TJ*999000042 -> REF*TJ*999000043 | payee-tax-number REF02 1000B @ REF*TJ
a delivery to no address | remit | RDM*OL**WWW.EXAMPLE.COM -> RDM*OL | delivery-address RDM03 1000B @ RDM
a status that is none | remit | CLP*C1003*4 -> CLP*C1003*5 | code-not-allowed CLP02 2100 @ CLP*C1003
a denied claim that is paid | remit | CLP*C1001*1 -> CLP*C1001*4 | status-payment CLP02 2100 @ CLP*C1001
an estimate that is paid | remit | CLP*C1001*1 -> CLP*C1001*25 | status-payment CLP02 2100 @ CLP*C1001
a first payer after another | hospital | CLP*H2*2 -> CLP*H2*1 | status-sequence CLP02 2100 @ CLP*H2
a claim passed on to nobody | remit | - NM1*TT | crossover-payer NM1 2100 @ CLP*C1002
a claim that was not passed on | remit | CLP*C1002*19 -> CLP*C1002*1 | crossover-payer NM1 2100 @ NM1*TT
another subscriber of no payer | remit | - NM1*PR*2 | priority-payer NM1 2100 @ NM1*GB
a correction of nothing | remit | NM1*74*1*PATIENTSEN -> NM1*74*1 | correction NM103 2100 @ NM1*74
no patient | remit | - NM1*QC | segment-missing NM1 2100 @ MOA
a patient that is a company | remit | NM1*QC*1*PATIENTSON -> NM1*QC*2*PATIENTSON | code-not-allowed NM102 2100 @ NM1*QC*2
a patient without a name | remit | NM1*QC*1*PATIENTSON*TINY -> NM1*QC*1**TINY | patient-name NM103 2100 @ NM1*QC*1**
inpatient and outpatient | hospital | MIA*5***4000 -> MIA*5***4000~MOA***MA01 | inpatient MOA 2100 @ MOA
an inpatient in an outpatient's place | hospital | *MA*P1*11 -> *MA*P1*13 | inpatient MIA 2100 @ MIA
coverage that ended some day | remit | CAS*OA*22*90 -> CAS*OA*27*90 | coverage-expiration DTM 2100 @ CAS*OA*27
a claim of no date | hospital | DTM*232*20270302~ ->  | statement-date DTM 2100 @ CLP*H2
a line of no date | remit | - DTM*472*20270306 | service-date DTM 2110 @ SVC*HC:99213*90
a claim that ends before it begins | remit | DTM*233*20270302 -> DTM*233*20270228 | date-order DTM02 2100 @ DTM*233
a line that ends before it begins | remit | DTM*151*20270302 -> DTM*151*20270228 | date-order DTM02 2110 @ DTM*151
a period without end | remit | - DTM*151 | service-period DTM 2110 @ DTM*150
a day and a period | remit | DTM*150*20270301~DTM*151*20270302 -> DTM*472*20270301~DTM*151*20270302 | service-period DTM 2110 @ DTM*151
a date twice beside the other | remit | DTM*232*20270301~DTM*233 -> DTM*232*20270301~DTM*232*20270302~DTM*233 | segment-repeats DTM 2100 @ DTM*232*20270302
a date that may stand once, twice | remit | DTM*050*20270310 -> DTM*050*20270310~DTM*050*20270311 | segment-repeats DTM 2100 @ DTM*050*20270311
an adjustment without its reason | remit | CAS*CO*45*30**59*0*1 -> CAS*CO*45*30***10*1 | element-condition CAS05 2110 @ CAS*CO*45
an adjustment without its amount | remit | CAS*CO*97*50 -> CAS*CO*97*40**45 | element-condition CAS06 2110 @ CAS*CO*97
a date twice | remit | DTM*233*20270302 -> DTM*232*20270302 | date-order DTM01 2100 @ DTM*232*20270302
a date that is none | remit | DTM*050*20270310 -> DTM*050*20270230 | invalid-date DTM02 2100 @ DTM*050
units that did not change | remit | *130**1**2 -> *130**2**2 | line-unchanged SVC07 2110 @ SVC*HC:99214
a procedure that did not change | remit | *HC:36416*1 -> *HC:36415*1 | line-unchanged SVC06 2110 @ SVC*HC:36415
a group in two segments | remit | CAS*PR*3*40 -> CAS*PR*3*30~CAS*PR*1*10 | adjustment-group-repeats CAS01 2110 @ CAS*PR*1
a reason twice | remit | CAS*CO*97*50 -> CAS*CO*97*20**97*30 | adjustment-reason-repeats CAS05 2110 @ CAS*CO*97
an adjustment of nothing | remit | CAS*CO*97*50 -> CAS*CO*97*50**45*0 | adjustment-zero CAS06 2110 @ CAS*CO*97
an adjustment after a gap | remit | CAS*CO*97*50 -> CAS*CO*97*20*****45*30 | adjustment-gap CAS08 2110 @ CAS*CO*97
a reason without an amount | remit | CAS*CO*45*30**59*0*1 -> CAS*CO*45*30**59**1 | adjustment-amount CAS06 2110 @ CAS*CO*45*30
a group of 004010 | remit | CAS*OA*22 -> CAS*CR*22 | code-not-allowed CAS01 2110 @ CAS*CR
what is taken is not named | remit | WO:OLD1*20 -> WO*20 | plb-reference PLB05-2 @ PLB
what is carried is not named | carried | FB:NOTICE1*-80 -> FB*-80 | plb-reference PLB03-2 @ PLB
an adjustment to be explained | hospital | WO:H0*80 -> CS*80 | plb-reference PLB05-2 @ PLB
a return that adds | hospital | 72:CHECK7*-80*WO:H0*80 -> 72:CHECK7*80*WO:H0*-80 | plb-return PLB04 @ PLB
a return without its counterpart | hospital | BPR*I*4700*C*CHK************20270415~TRN -> BPR*I*4780*C*CHK************20270415~TRN | payment-balance BPR02 @ BPR
an adjustment of nothing | remit | WO:OLD1*20 -> WO:OLD1*20*CS:X*0 | plb-zero PLB08 @ PLB
a reason of no provider adjustment | remit | WO:OLD1*20 -> XX:OLD1*20 | code-not-allowed PLB05-1 @ PLB
a line control number twice | remit | REF*6R*C1001-1 -> REF*6R*C1001-1~REF*6R*C1001-3 | segment-repeats REF 2110 @ REF*6R*C1001-3
`,
  remits,
);

test.each(defects)('$what is found in its place, and nothing beside it', ({ body, finds }) => {
  expect(findingsOf(remitFile(body), finds)).toEqual([finds]);
});

test('a payee without an identifier is warned of twice, and taken', () => {
  const file = remitFile(hospitalRemit.replace('*FI*999000042', ''));
  const { valid, findings } = validate(file);
  expect(valid).toBe(true);
  expect(findings.map(({ severity, element }) => [severity, element])).toEqual([
    ['warning', 'N103'],
    ['warning', 'N104'],
  ]);
});

test('at least fifty mistakes are planted', () => {
  expect(defects.length).toBeGreaterThanOrEqual(50);
});

test.each<[what: string, from: string, to: string, found: string[]]>([
  ['a reason of another group', 'CAS*OA*22*90', 'CAS*CO*23*90', ['warning adjustment-group CAS02']],
  [
    'a contractual reason of another group',
    'CAS*CO*45*20',
    'CAS*OA*45*20',
    ['warning adjustment-group CAS02'],
  ],
  ['a reason that needs a remark', 'CAS*OA*22*90', 'CAS*OA*16*90', ['warning remark-due CAS02']],
  ['a reason with its remark', 'CAS*CO*97*50', 'CAS*CO*96*50', []],
  ['an NPI that is none', `XX*${doctor}`, `XX*${otherDigit(doctor)}`, ['error npi NM109']],
  ['a reason that is none', 'CAS*OA*22*90', 'CAS*OA*9999*90', ['error code-set CAS02']],
])('at SNIP 5: %s', (_what, from, to, found) => {
  const body = remit.replace(from, to);
  expect(body).not.toBe(remit);
  const findings = validate(remitFile(body), { snip: 5 }).findings.filter(({ snip }) => snip === 5);
  expect(
    findings
      .filter(({ code }) => code !== 'code-set-not-loaded')
      .map(({ severity, code, element }) => `${severity} ${code} ${element}`),
  ).toEqual(found);
});

test('a line that is missing is said of the claim’s charge alone', () => {
  const body = remit.replace(/\nSVC\*HC:36415[\s\S]*?LQ\*HE\*N130/, '');
  expect(findingsOf(remitFile(body))).toEqual(['line-charges CLP03 2100 @']);
});

test('two faults of one claim are two findings', () => {
  const body = remit
    .replace('SVC*HC:99214:25*200*130', 'SVC*HC:99214:25*200*131')
    .replace('*250*130*40', '*250*129*40');
  expect(findingsOf(remitFile(body)).sort()).toEqual([
    'claim-balance CLP04 2100 @',
    'line-balance SVC03 2110 @',
  ]);
});
