import { completeNpi } from '../../model/index.ts';
import { interchange } from './interchange.ts';

// Everybody here is invented: names say so, numbers are 555-01xx, NPIs begin with 1999.

const clinic = completeNpi('199900001');
const hospital = completeNpi('199900003');
const surgeon = completeNpi('199900002');

const review = (body: string) => interchange('278', '005010X217', body, 'HI').replaceAll('\n', '');

/** A practice asks to admit the subscriber for an operation: an event with two services. */
export const admissionRequest = review(`
  BHT*0007*13*AUTH1001*20270301*0930
  HL*1**20*1
  NM1*X3*2*Imaginary Health Plan*****PI*INV01
  HL*2*1*21*1
  NM1*1P*2*Invented Family Practice*****XX*${clinic}
  REF*ZH*A100
  N3*1 Nowhere Street
  N4*Sampleton*OH*440999998
  PER*IC*Front Desk*TE*5555550101*EX*12
  PRV*RF*PXC*207Q00000X
  HL*3*2*22*1
  NM1*IL*1*Patientson*Testa****MI*M0000001
  REF*EJ*C1001
  N3*2 Example Road
  N4*Sampleton*OH*44099
  DMG*D8*19800517*F
  HL*4*3*EV*1
  TRN*1*T1001*9INVENTED1
  UM*AR*I*2*21:B**E***Y
  DTP*435*D8*20270315
  HI*ABK:K8020:D8:20270220*ABF:E1122
  HSD*DY*3
  CL1*3*1
  PWK*OB*EL***AC*ATT1001
  MSG*Please decide before the day of admission
  NM1*FA*2*Made-Up General*****XX*${hospital}
  N3*3 Fiction Avenue
  N4*Sampleton*OH*44099
  NM1*71*1*Doctor*Imogen****XX*${surgeon}
  PRV*AT*PXC*208600000X
  HL*5*4*SS*0
  TRN*1*T1001-1*9INVENTED1
  UM*HS*I*2
  DTP*472*D8*20270316
  SV2*0360*HC:47562**UN*1
  NM1*SJ*1*Doctor*Imogen****XX*${surgeon}
  HL*6*4*SS*0
  DTP*472*RD8*20270320-20270420
  SV1*HC:97110*120*UN*1***1:2
  HSD*VS*2*WK**34*1`);

/** A transport there and back for a child of the subscriber, whose level lies between. */
export const transportRequest = review(`
  BHT*0007*13*AUTH1002*20270301*0930
  HL*1**20*1
  NM1*PR*2*Imaginary Health Plan*****XV*INV01
  HL*2*1*21*1
  NM1*FA*2*Made-Up General*****XX*${hospital}
  HL*3*2*22*1
  NM1*IL*1*Patientson*Testa****MI*M0000001
  HL*4*3*23*1
  NM1*QC*1*Patientson*Tiny
  DMG*D8*20150930*M
  INS*N*19
  HL*5*4*EV*1
  UM*HS*4*56*41:B
  REF*BB*CERT77
  DTP*AAH*RD8*20270305-20270405
  HI*ABK:N186
  CRC*07*Y*04*09
  CR1***X*D*DH*27***From home to the clinic and back
  NM1*PW*2*Home
  N3*2 Example Road
  N4*Sampleton*OH*44099
  NM1*45*2*Invented Dialysis
  N3*4 Fiction Avenue
  N4*Sampleton*OH*44099
  HL*6*5*SS*0
  SV1*HC:A0428:RD**UN*8`);

/** Nursing at home after an accident, with oxygen, and a tooth that was broken in it. */
export const homeCareRequest = review(`
  BHT*0007*13*AUTH1003*20270301*0930
  HL*1**20*1
  NM1*X3*2*Imaginary Health Plan*****PI*INV01
  HL*2*1*21*1
  NM1*1P*1*Doctor*Imogen****XX*${surgeon}
  HL*3*2*22*1
  NM1*IL*1*Patientson*Testa****MI*M0000001
  INS*Y*18******RU
  HL*4*3*EV*1
  UM*HS*I*42*12:B*AA:::OH
  DTP*439*D8*20270220
  HI*ABK:J9610
  CRC*11*Y*37
  CR5***A***2***As ordered*55*87*R*1****A
  CR6*4*20270302*RD8*20270302-20270430***N*I
  HL*5*4*SS*0
  SV3*AD:D2740*****1
  TOO*JP*8*M:O`);

const answered = `
  BHT*0007*11*AUTH1001*20270302*1015*18
  HL*1**20*1
  NM1*X3*2*Imaginary Health Plan*****PI*INV01
  PER*IC*Review Desk*TE*5555550155
  HL*2*1*21*1
  NM1*1P*2*Invented Family Practice*****XX*${clinic}
  HL*3*2*22*1
  NM1*IL*1*Patientson*Testa****MI*M0000001
  DMG*D8*19800517*F`;

/** The admission is certified, one of its services is not, and for the other a report is asked for. */
export const decidedResponse = review(`${answered}
  HL*4*3*EV*1
  TRN*2*T1001*9INVENTED1
  UM*AR*I*2*21:B**E
  HCR*A1*CERT1001
  REF*NT*ADM1
  DTP*435*D8*20270315
  DTP*102*D8*20270302
  DTP*036*D8*20270415
  DTP*007*RD8*20270315-20270318
  HI*ABK:K8020
  HSD*DY*3
  NM1*FA*2*Made-Up General*****XX*${hospital}
  HL*5*4*SS*0
  TRN*2*T1001-1*9INVENTED1
  HCR*A3**0F^0W
  SV2*0360*HC:47562**UN*1
  HL*6*4*SS*0
  HCR*A4**0U
  HI*LOI:18842-5
  SV1*HC:97110**UN*1
  NM1*L5*2*Review Desk
  PER*IC**TE*5555550156`);

/** Nothing was decided: the plan does not know the subscriber. */
export const rejectedResponse = review(`
  BHT*0007*11*AUTH1001*20270302*1015*18
  HL*1**20*1
  NM1*X3*2*Imaginary Health Plan*****PI*INV01
  HL*2*1*21*1
  NM1*1P*2*Invented Family Practice*****XX*${clinic}
  HL*3*2*22*1
  NM1*IL*1*Patientson*Testa****MI*M0000001
  AAA*N**75*C
  HL*4*3*EV*0
  TRN*2*T1001*9INVENTED1
  UM*AR*I*2*21:B`);
