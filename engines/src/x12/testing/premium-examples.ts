import { interchange } from './interchange.ts';

// Everybody here is invented: names say so, phone numbers are 555-01xx, social security numbers begin with 000.

const file = (body: string) => interchange('820', '005010X218', body, 'RA').replaceAll('\n', '');

/** A check for one invoice of a group. */
export const smallPremium = file(
  `
  BPR*C*1200*C*CHK******1990000001******20270315
  TRN*1*CHECK77*1990000001
  N1*PE*Imaginary Health Plan
  N1*PR*Invented Works
  ENT*1*2L*FI*990000001
  RMR*IK*INV1*PI*1200`,
);

/** An ACH payment for a group and two individuals, with adjustments of this payment and of earlier ones. */
export const richPremium = file(
  `
  BPR*U*1895.25*C*ACH*CCP*01*999999992*DA*12345678*1990000001*990000009*01*199999996*DA*98765*20270315
  TRN*3*T900001*1990000001*990000009
  CUR*PR*CAD
  REF*14*MASTER1
  REF*2F*CONSOLIDATED1
  DTM*009*20270310
  DTM*035*20270311
  DTM*582****RD8*20270301-20270331
  DTM*097*20270302
  N1*PE*Imaginary Health Plan*FI*990000002
  N2*Premium Department
  N3*3 Fiction Avenue
  N4*Sampleton*OH*44099
  RDM*EM*Imaginary Health Plan*premium@example.com
  N1*PR*Invented Works*24*990000001
  N2*Payroll
  N3*1 Nowhere Street*Floor 2
  N4*Sampleton*OH*44099
  PER*IC*Penny Payer*TE*5555550101*EX*12*EM*penny@example.com
  N1*BK*Invented Bank*A4*BANK1
  N3*9 Fiction Avenue
  N4*Sampleton*OH*44099
  PER*IC*Bill Banker*TE*5555550102
  ENT*1*2L*FI*990000001
  ADX*-50.5*53
  RMR*IK*INV1*PI*1000*1010
  REF*38*MASTER1
  DTM*582****RD8*20270301-20270331
  IT1*1
  SAC*C*A172***1000
  SLN*1**O*12*IE
  SLN*2**O*3*10
  ADX*-10*52
  RMR*1L*POLICY1*PP*500
  ENT*2*2J*34*000000001
  NM1*EY*1*Worker*Wilma****EI*E1
  ADX*20.25*H1
  RMR*IG*POLICY2**125.5
  DTM*AAG*20270301
  ENT*3*2J*EI*E2
  NM1*IL*1*Worker*Walt
  RMR*CT*CONTRACT3**300*250
  REF*18*PLAN9
  ADX*60*20
  ADX*-10*AX`,
);
