// What the inquiry (270) and the response (271) of eligibility share. Source: ASC X12N 005010X279A1.

/** Service types (data element 1365) of EQ01 and EB03. */
export const serviceTypes =
  '1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,30,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99,A0,A1,A2,A3,A4,A5,A6,A7,A8,A9,AA,AB,AC,AD,AE,AF,AG,AH,AI,AJ,AK,AL,AM,AN,AO,AQ,AR,B1,B2,B3,BA,BB,BC,BD,BE,BF,BG,BH,BI,BJ,BK,BL,BM,BN,BP,BQ,BR,BS,BT,BU,BV,BW,BX,BY,BZ,C1,CA,CB,CC,CD,CE,CF,CG,CH,CI,CJ,CK,CL,CM,CN,CO,CP,CQ,DG,DM,DS,GF,GN,GY,IC,MH,NI,ON,PT,PU,RN,RT,TC,TN,UC';

/** What a provider is to the patient (PRV01). */
export const providerRoles = 'AD,AT,BI,CO,CV,H,HH,LA,OT,P1,P2,PC,PE,R,RF,SK,SU';

export const procedureKinds = 'AD,CJ,HC,ID,IV,N4,ZZ';

export const sourceName = '1=2B,36,GP,P5,PR 2=1,2 3 4? 5? 7? 8=24,46,FI,NI,PI,XV,XX 9';

export const receiverKinds = '1=1P,2B,36,80,FA,GP,P5,PR 2=1,2';

export const receiverIds = '8=24,34,FI,PI,PP,SV,XV,XX 9';

export const diagnosisPointers = '(1 2-4?)';

/** Coverage levels of 004010 that some still ask for in EQ03, though only FAM is left. */
export const olderLevels = ['CHD', 'DEP', 'ECH', 'EMP', 'ESP', 'IND', 'SPC', 'SPO'];

/** A dependent of a 271 is named as a patient by some. */
export const olderDependents = ['QC'];

export const eligibilityBlocks = {
  address: `N3 S1: 1 2?
N4 S1: 1 2? 3? 4? 7?`,
  receiverDetails: `REF S9: 1=0B,1C,1D,1J,4A,CT,EL,EO,HPI,JD,N5,N7,Q4,SY,TJ 2 3? ; identification
%address`,
  diagnoses: 'HI S1: 1(1=ABK,BK 2) 2-8?(1=ABF,BF 2) ; diagnoses',
};
