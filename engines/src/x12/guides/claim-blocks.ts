// What the claim guides (837P, 837I, 837D) have in common. The lists hold the codes that all three give.

export const payerSequence = 'A,B,C,D,E,F,G,H,P,S,T,U';
export const relationship = '01,18,19,20,21,39,40,53,G8';
/** Of a patient who is not the subscriber. */
export const patientRelationship = '01,19,20,21,39,40,53,G8';
export const insuranceType = '12,13,14,15,16,41,42,43,47';
export const claimFiling = '11,12,13,14,15,16,17,AM,BL,CH,CI,DS,FI,HM,LM,MA,MB,MC,OF,TV,VA,WC,ZZ';
export const delayReason = '1,2,3,4,5,6,7,8,9,10,11,15';
export const causes = 'AA,EM,OA';
const reports =
  '03,04,05,06,07,08,09,10,11,13,15,21,A3,A4,AM,AS,B2,B3,B4,BR,BS,BT,CB,CK,CT,D2,DA,DB,DG,DJ,DS,EB,HC,HR,I5,IR,LA,M1,MT,NN,OB,OC,OD,OE,OX,OZ,P4,P5,PE,PN,PO,PQ,PY,PZ,RB,RR,RT,RX,SG,V5,XP';
/** How an attachment comes. */
export const reportWays = 'AA,BM,EL,EM,FT,FX';
export const epsdt = 'AV,NU,S2,ST';
/** Every way of pricing, bundled pricing (06) among them. */
export const pricing = '00,01,02,03,04,05,06,07,08,09,10,11,12,13,14';
/** HCP13 to HCP15: why it was refused, whether the plan's rules were kept, the exception. */
export const pricingOutcome = '13?=T1,T2,T3,T4,T5,T6 14?=1,2,3,4,5 15?=1,2,3,4,5,6';

/** NM102 to NM109. */
export const person = '2=1 3 4? 5? 7? 8?=XX 9?';
export const personOrFirm = '2=1,2 3 4? 5? 7? 8?=XX 9?';
export const firm = '2=2 3 8?=XX 9?';

/** REF04 of a number that another payer gave. */
export const otherPayer = '4?(1=2U 2)';
export const contact = '1=IC 2? 3=EM,FX,TE 4 5?=EM,EX,FX,TE 6? 7?=EM,EX,FX,TE 8?';
/** One telephone. */
export const telephone = '1=IC 2? 3=TE 4 5?=EX 6?';

const trios = '2 3 4? 5? 6? 7? 8? 9? 10? 11? 12? 13? 14? 15? 16? 17? 18? 19?';
const contracts = '01,02,03,04,05,06,09';

export const claimBlocks = {
  address: `N3 R1: 1 2?
N4 R1: 1 2? 3? 4? 7?`,
  addressIfKnown: `N3 S1: 1 2?
N4 S1: 1 2? 3? 4? 7?`,
  birth: 'DMG R1: 1=D8 2 3=F,M,U',
  header: `ST R1: 1=837 2 3
BHT R1: 1=0019 2=00,18 3 4 5 6=31,CH,RP
@1000A R1 submitter
  NM1 R1: 1=41 2=1,2 3 4? 5? 8=46 9 ; name
  PER R2: ${contact} ; contact
@1000B R1 receiver
  NM1 R1: 1=40 2=2 3 8=46 9 ; name`,
  billingLevel: `HL R1: 1 3=20 4=1
PRV S1: 1=BI 2=PXC 3 ; specialty
CUR S1: 1=85 2 ; currency`,
  payToPlan: `@2010AC S1 pay-to plan
  NM1 R1: 1=PE 2=2 3 8=PI,XV 9 ; name
  %address
  REF S1: 1=2U,FY,NF 2 ; secondary number
  REF R1: 1=EI 2 ; tax number`,
  subscriberName: `NM1 R1: 1=IL 2=1,2 3 4? 5? 7? 8?=II,MI 9? ; name
%addressIfKnown
DMG S1: 1=D8 2 3=F,M,U
REF S1: 1=SY 2 ; social security number
REF S1: 1=Y4 2 ; property and casualty claim number`,
  payerName: `NM1 R1: 1=PR 2=2 3 8=PI,XV 9 ; name
%addressIfKnown
REF S3: 1=2U,EI,FY,NF 2 ; secondary number`,
  patientName: `NM1 R1: 1=QC 2=1 3 4? 5? 7? ; name
%address
%birth
REF S1: 1=Y4 2 ; property and casualty claim number
REF S1: 1=1W,SY 2 ; patient number`,
  attachments: `PWK S10: 1=${reports} 2=${reportWays} 5?=AC 6? ; attachment`,
  contract: `CN1 S1: 1=${contracts} 2? 3? 4? 5? 6? ; contract`,
  claimNumbers: `REF S1: 1=9F 2 ; referral number
REF S1: 1=4N 2=1,2,3,4,5,6,7 ; reason for a missing authorization
REF S1: 1=G1 2 ; authorization number
REF S1: 1=F8 2 ; payer control number
REF S1: 1=9A 2 ; repriced claim number
REF S1: 1=9C 2 ; adjusted repriced claim number
REF S1: 1=D9 2 ; clearinghouse number`,
  files: 'K3 S10: 1 ; file information',
  adjustments: `CAS S5: 1=CO,CR,OA,PI,PR ${trios} ; adjustment`,
  otherAmounts: `AMT S1: 1=D 2 ; payer paid amount
AMT S1: 1=A8 2 ; not covered amount
AMT S1: 1=EAF 2 ; remaining patient liability`,
  outpatientDecision: 'MOA S1: 1? 2? 3-7? 8? 9? ; outpatient decision',
  otherSubscriberName: `NM1 R1: 1=IL 2=1,2 3 4? 5? 7? 8=II,MI 9 ; name
%addressIfKnown`,
  otherPayerName: `NM1 R1: 1=PR 2=2 3 8=PI,XV 9 ; name
%addressIfKnown
DTP S1: 1=573 2=D8 3 ; decision date
REF S2: 1=2U,EI,FY,NF 2 ; secondary number
REF S1: 1=G1 2 ; authorization number
REF S1: 1=9F 2 ; referral number
REF S1: 1=T4 2=Y ; adjustment indicator
REF S1: 1=F8 2 ; claim control number`,
  lineDecision: `%adjustments
DTP R1: 1=573 2=D8 3 ; decision date
AMT S1: 1=EAF 2 ; remaining patient liability`,
  drugQuantity: `CTP R1: 4 5(1=F2,GR,ME,ML,UN) ; quantity
REF S1: 1=VY,XZ 2 ; prescription number`,
} as const;
