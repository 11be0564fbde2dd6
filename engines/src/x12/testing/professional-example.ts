import { completeNpi } from '../../model/index.ts';
import { interchange } from './interchange.ts';

// Everybody here is invented: names say so, numbers are 555-01xx, NPIs begin with 1999.

const practice = completeNpi('199900031');
const doctor = completeNpi('199900032');
const referring = completeNpi('199900033');
const ordering = completeNpi('199900034');
const supplier = completeNpi('199900035');

const sender = `
BHT*0019*00*BATCH41*20270402*0930*CH
NM1*41*2*INVENTED BILLING*****46*BILLING1
PER*IC*BILLA BILLER*TE*5555550130*EX*12
NM1*40*2*IMAGINARY CLEARING*****46*CLEAR1
HL*1**20*1
PRV*BI*PXC*207Q00000X
NM1*85*2*INVENTED FAMILY PRACTICE*****XX*${practice}
N3*1 NOWHERE STREET
N4*SAMPLETON*OH*440999998
REF*EI*999000031`;

const address = `N3*2 EXAMPLE ROAD
N4*SAMPLETON*OH*44099`;

/** A subscriber who is the patient: level, coverage, name. */
function subscriber(level: number, coverage: string, number: string): string {
  return `
HL*${level}*1*22*0
SBR*${coverage}
NM1*IL*1*PATIENTSON*TESTA****MI*${number}
${address}
DMG*D8*19500517*F
NM1*PR*2*IMAGINARY HEALTH PLAN*****PI*INV01`;
}

const firstPayer = `OI***Y***Y
NM1*IL*1*PATIENTSON*SPOUSA****MI*M0000042
${address}
NM1*PR*2*MAKE-BELIEVE MUTUAL*****PI*INV02`;

/** Two visits in the hospital, to Medicare after another payer has decided line by line: 500.00. */
const hospitalVisits = `
CLM*P4001*500***21:B:1*Y*A*Y*Y
DTP*435*D8*20270310
DTP*096*D8*20270314
PWK*OZ*BM***AC*REPORT4001
HI*ABK:I5021*ABF:E119
NM1*DN*1*SENDER*REFERRA****XX*${referring}
NM1*P3*1*FIRST*FINN****XX*${ordering}
NM1*82*1*DOCTOR*IMOGEN****XX*${doctor}
SBR*P*01*G79******CI
CAS*PR*3*20
AMT*D*280
${firstPayer}
LX*1
SV1*HC:99223*320*UN*1***1:2
DTP*472*D8*20270310
REF*6R*P4001-1
REF*G1*AUTH77**2U:INV02
SVD*INV02*200*HC:99223**1
CAS*CO*45*80
CAS*PR*2*40
DTP*573*D8*20270328
AMT*EAF*40
LX*2
SV1*HC:99232*180*UN*1***1
DTP*472*D8*20270312
REF*6R*P4001-2
SVD*INV02*100*HC:99232**1
CAS*CO*45*80
DTP*573*D8*20270328
AMT*EAF*0`;

/** A visit after another payer has decided on the claim as a whole: 150.00. */
const officeVisit = `
CLM*P4002*150***11:B:1*Y*A*Y*Y
HI*ABK:J069
NM1*82*1*DOCTOR*IMOGEN****XX*${doctor}
SBR*P*01*G79******CI
CAS*CO*45*50
CAS*PR*1*25
AMT*D*75
AMT*EAF*25
${firstPayer}
DTP*573*D8*20270328
LX*1
SV1*HC:99213*150*UN*1***1
DTP*472*D8*20270305`;

/** The replacement of a claim for a child, after a car accident: 240.00. */
const accident = `
CLM*P4003*240***11:B:7*Y*A*Y*Y**AA:::OH
DTP*431*D8*20270301
DTP*439*D8*20270301
DTP*360*D8*20270301
REF*F8*P77003
CRC*ZZ*N*NU
HI*ABK:S134XXA*ABF:V4352XA
NM1*82*1*DOCTOR*IMOGEN****XX*${doctor}
LX*1
SV1*HC:99203*200*UN*1***1:2
DTP*472*D8*20270302
REF*6R*P4003-1
LX*2
SV1*HC:29125*40*UN*1***1
DTP*472*D8*20270302
REF*6R*P4003-2
AMT*T*2.4`;

/** A trip by ambulance: 900.00. */
const ambulance = `
CLM*P4004*900***41:B:1*Y*A*Y*Y
CR1*LB*140**A*DH*12
CRC*07*Y*01*09
HI*ABK:I2109
NM1*PW*2
N3*CROSSROAD OF STATE ROADS 34 AND 45
N4*SAMPLETON*OH*44099
NM1*45*2*INVENTED GENERAL HOSPITAL
N3*1 NOWHERE STREET
N4*SAMPLETON*OH*44099
LX*1
SV1*HC:A0427:RH*700*UN*1***1
DTP*472*D8*20270303
QTY*PT*2
LX*2
SV1*HC:A0425:RH*200*UN*12***1
DTP*472*D8*20270303`;

/** Oxygen with its certificate, on the order of a physician: 300.00. */
const oxygen = `
CLM*P4005*300***12:B:1*Y*A*Y*Y
HI*ABK:J449
NM1*82*2*INVENTED SUPPLIES*****XX*${supplier}
LX*1
SV1*HC:E1390:RR*300*UN*1***1
SV5*HC:E1390*DA*30*300*3000*4
PWK*CT*AD
CR3*R*MO*99
DTP*472*RD8*20270301-20270330
DTP*607*D8*20270301
DTP*463*D8*20260301
DTP*461*D8*20270228
NM1*DK*1*ORDER*OLGA****XX*${ordering}
N3*8 NOWHERE STREET
N4*SAMPLETON*OH*44099
PER*IC*FRONT DESK*TE*5555550131
LQ*UT*484.2
FRM*1A**056`;

/** Services of many kinds, each with what it needs: 1,400.00. */
const services = `
CLM*P4006*1400***11:B:1*Y*A*Y*Y
DTP*454*D8*20270201
DTP*453*D8*20270201
REF*EW*123456
REF*X4*99D9999999
REF*1J*${supplier}
CR2********A
HI*ABK:M9903*ABF:Z1231
NM1*82*1*DOCTOR*IMOGEN****XX*${doctor}
LX*1
SV1*HC:00142:AA*600*MJ*61***1
DTP*472*D8*20270302
LX*2
SV1*HC:77067*200*UN*1***2
DTP*472*D8*20270302
LX*3
SV1*HC:80053*50*UN*1***1
DTP*472*D8*20270302
LX*4
SV1*HC:G0181*100*UN*1***1
DTP*472*D8*20270302
LX*5
SV1*HC:98941:AT*50*UN*1***1
DTP*472*D8*20270302
LX*6
SV1*HC:99213:GV*150*UN*1***1
CRC*70*N*65
DTP*472*D8*20270302
LX*7
SV1*HC:J3490:::::INVENTED SOLUTION*200*UN*1***1
DTP*472*D8*20270302
DTP*471*D8*20270301
LIN**N4*00000111122
CTP****4*ML
REF*XZ*RX4006
LX*8
SV1*HC:87070:90*50*UN*1***1
DTP*472*D8*20270302
REF*F4*99D8888888`;

/** The body of an 837P with a claim of each kind, one segment a line. */
const professionalBody = `${sender}
${subscriber(2, 'S*18***12****MB', 'M0000041')}
${hospitalVisits}
${subscriber(3, 'S*18*******CI', 'M0000043')}
${officeVisit}
HL*4*1*22*1
SBR*P**GRP500******AM
NM1*IL*1*PARENTSON*PAT****MI*M0000051
NM1*PR*2*IMAGINARY HEALTH PLAN*****PI*INV01
HL*5*4*23*0
PAT*19
NM1*QC*1*PARENTSON*TINY
${address}
DMG*D8*20150930*M
${accident}
${subscriber(6, 'P*18*******MB', 'M0000061')}
${ambulance}
${oxygen}
${services}`;

export function aProfessionalFile(version = '005010X222A1'): string {
  return interchange('837', version, professionalBody);
}
