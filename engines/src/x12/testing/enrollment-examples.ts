import { completeNpi } from '../../model/index.ts';
import { interchange } from './interchange.ts';

// Everybody here is invented: names say so, phone numbers are 555-01xx, social security numbers begin with 000.

const file = (body: string) => interchange('834', '005010X220A1', body, 'BE').replaceAll('\n', '');

/** A subscriber is added to a plan. */
export const smallEnrollment = file(
  `
  BGN*00*ENR1*20270302*0930****2
  N1*P5*Invented Works*FI*990000001
  N1*IN*Imaginary Health Plan*FI*990000002
  INS*Y*18*021*20*A***FT
  REF*0F*S0001
  NM1*IL*1*Worker*Wilma
  N3*2 Example Road
  N4*Sampleton*OH*44099
  DMG*D8*19800517*F
  HD*021**HLT
  DTP*348*D8*20270401`,
);

/** A family with everything that can be told of it, a dependent who leaves, and a member whose name was wrong. */
export const richEnrollment = file(
  `
  BGN*15*ENR2*20270302*0930*ET*ENR1**2
  REF*38*MASTER1
  DTP*007*D8*20270401
  DTP*303*D8*20270401
  QTY*TO*5
  QTY*ET*2
  QTY*DT*3
  N1*P5*Invented Works*24*990000001
  N1*IN*Imaginary Health Plan*XV*PLAN1
  N1*BO*Make-Believe Brokers*94*BROKER1
  ACT*A100*****A200
  N1*TV*Fictional Administrators*FI*990000003
  INS*Y*18*021*20*C*C:1*1*TE**N***R
  REF*0F*S0001
  REF*1L*GROUP1
  REF*23*CLIENT1
  REF*QQ*7
  DTP*336*D8*20200101
  DTP*356*D8*20270401
  DTP*357*D8*20281231
  NM1*IL*1*Worker*Wilma*W*Ms*II*34*000000001
  PER*IP**HP*5555550101*EM*wilma@example.com*WP*5555550102
  N3*2 Example Road*Unit 3
  N4*Sampleton*OH*44099**CY*Nowhere
  DMG*D8*19800517*F*M*:RET:2106-3^A*1****REC*ABC
  EC*01*07*20
  ICM*4*5000.5*40*SITE1*G7
  AMT*C1*20
  AMT*P3*350.75
  HLH*N*66*140
  LUI*LE*SPA**6
  LUI***Invented language*7
  NM1*31*1
  N3*P.O. Box 1
  N4*Sampleton*OH*44099
  NM1*36*2*Second Invented Works*****24*990000004
  PER*EP*Bo Boss*TE*5555550103*EX*12
  N3*3 Fiction Avenue
  N4*Sampleton*OH*44099
  NM1*QD*1*Helper*Hal****ZZ*H1
  PER*RP**TE*5555550104
  N3*4 Nowhere Street
  N4*Toronto*ON*M5V2T6*CA
  DSB*2******DX*S52501A
  DTP*360*D8*20270101
  DTP*361*D8*20270601
  HD*021**HMO*Gold*FAM****N
  DTP*348*D8*20270401
  DTP*349*D8*20280331
  DTP*343*RD8*20270401-20270430
  AMT*C1*20
  REF*1L*POLICY1
  REF*QQ*12
  IDC*Gold*H*2*1
  LX*1
  NM1*P3*1*Doctor*Imogen****XX*${completeNpi('199900002')}*26
  N3*1 Nowhere Street
  N4*Sampleton*OH*44099
  PER*IC**TE*5555550105
  PLA*2*1P*20270401**AI
  LX*02
  NM1*Y2*2*Invented Clinic*****SV*C1*25
  COB*S*OTHER1*1*1^35^A4
  REF*SY*000000009
  DTP*344*D8*20260101
  DTP*345*D8*20261231
  NM1*IN*2*Make-Believe Mutual*****FI*990000005
  N3*5 Fiction Avenue
  N4*Sampleton*OH*44099
  PER*CN**TE*5555550106
  HD*024**DEN
  DTP*349*D8*20270331
  LS*2700
  LX*1
  N1*75*Cost center
  REF*17*CC9
  DTP*007*RD8*20270401-20271231
  LX*2
  N1*75*Division
  LE*2700
  INS*N*19*021*28*A****F*N*******1
  REF*0F*S0001
  REF*1L*GROUP1
  NM1*IL*1*Worker*Tiny****34*000000002
  DMG*D8*20100930*M
  NM1*M8*2*Invented School
  PER*SK*Sue Secretary*TE*5555550107
  N3*6 Fiction Avenue
  N4*Sampleton*OH*44099
  NM1*S3*1*Parent*Paul****34*000000003
  PER*PQ**CP*5555550108
  N3*7 Fiction Avenue
  N4*Sampleton*OH*44099
  NM1*45*1*Parent*Paula
  N3*8 Fiction Avenue
  N4*Sampleton*OH*44099
  HD*021**HMO*Gold*FAM
  DTP*348*D8*20270401
  INS*N*01*024*07*A
  REF*0F*S0001
  DTP*357*D8*20270331
  NM1*IL*1*Worker*Former
  INS*N*17*024*07*A
  REF*0F*S0001
  NM1*IL*1*Worker*Other
  HD*024**HMO
  DTP*349*D8*20270331
  INS*Y*18*001*25*A***FT***D8*20270301
  REF*0F*S0002
  NM1*74*1*Right*Rita****34*000000004
  DMG*D8*19900101*F
  NM1*70*1*Wrong*Rita****34*000000005
  DMG*D8*19900102*F`,
);

/** A full file that verifies what the payer holds: coverage of a subscriber and of a dependent. */
export const fullFile = file(
  `
  BGN*00*ENR3*20270302*0930****4
  QTY*TO*2
  N1*P5*Invented Works*FI*990000001
  N1*IN*Imaginary Health Plan*FI*990000002
  INS*Y*18*030*XN*A***FT
  REF*0F*S0001
  NM1*IL*1*Worker*Wilma
  HD*030**HLT**ESP
  DTP*348*D8*20270401
  INS*N*01*030*XN*A
  REF*0F*S0001
  NM1*IL*1*Worker*Walt
  HD*030**HLT**ESP
  DTP*348*D8*20270401`,
);
