import { completeNpi } from '../../model/index.ts';
import { interchange } from './interchange.ts';

// Everybody here is invented: names say so, numbers are 555-01xx, NPIs begin with 1999.

const clinic = completeNpi('199900061');
const other = completeNpi('199900062');

/** A 277CA with a body of one segment a line, ST and SE not among them. */
export const claimAnswerFile = (body: string) => interchange('277', '005010X214', body, 'HN');

/** A 999. */
export const functionalAnswerFile = (body: string) => interchange('999', '005010X231A1', body, 'FA');

/** Three claims of one provider, one of them refused with a line; a provider refused as a whole. */
export const claimAnswer = `
BHT*0085*08*ANSWER1*20270402*0930*TH
HL*1**20*1
NM1*PR*2*IMAGINARY HEALTH PLAN*****PI*INV01
TRN*1*SENT1
DTP*050*D8*20270401
DTP*009*D8*20270402
HL*2*1*21*1
NM1*41*2*INVENTED CLEARING*****46*CLEAR1
TRN*2*BATCH1
STC*A1:19:PR*20270402*WQ*650
QTY*90*2
QTY*AA*3
AMT*YU*300
AMT*YY*350
HL*3*2*19*1
NM1*85*2*INVENTED FAMILY PRACTICE*****XX*${clinic}
TRN*1*0
STC*A1:19:PR**WQ*400
REF*TJ*999000001
QTY*QA*2
QTY*QC*1
AMT*YU*300
AMT*YY*100
HL*4*3*PT
NM1*QC*1*PATIENTSON*TESTA****MI*M0000001
TRN*2*C1001
STC*A2:20:PR*20270402*WQ*200
REF*1K*P77001
DTP*472*D8*20270301
TRN*2*C1002
STC*A2:20:PR*20270402*WQ*100
REF*1K*P77002
DTP*472*RD8*20270302-20270304
HL*5*3*PT
NM1*QC*1*PATIENTSON*TINY****MI*M0000001
TRN*2*C1003
STC*A7:21*20270402*U*100******A7:562:85*A7:454
STC*A7:187*20270402*U*100
DTP*472*D8*20270305
SVC*HC:99213*100*****1
STC*A7:454**U
REF*FJ*C1003-1
DTP*472*D8*20270305
HL*6*2*19*0
NM1*85*1*DOCTOR*IMOGEN****XX*${other}
TRN*1*0
STC*A3:24:85**U*250
QTY*QC*2
AMT*YY*250`;

/** The answer to a group of three: accepted, accepted with errors, rejected. */
export const functionalAnswer = `
AK1*HC*17456*005010X222A1
AK2*837*0001*005010X222A1
IK5*A
AK2*837*0002*005010X222A1
IK3*NM1*8*1000A*8
IK4*9*67*5
IK5*E*5
AK2*837*0003*005010X222A1
IK3*CLM*22*2300*8
CTX*CLM01:C1003
IK4*2*782*1
IK4*5:3*1325*I6
IK3*REF*57*2300*I6
CTX*SITUATIONAL TRIGGER*CLM*43*2300*5:3
CTX*CLM01:C1004
IK5*R*5*I5
AK9*P*3*3*2`;

/** A group that was refused for itself. */
export const refusal = `
AK1*HC*17457*005010X222A1
AK9*R*2*1*0*5`;
