import { type Guide, readGuide } from '../guide.ts';

const sequence = 'A,B,C,D,E,F,G,H,P,S,T,U';
const filing = '11,12,13,14,15,16,17,AM,BL,CH,CI,DS,FI,HM,LM,MA,MB,MC,OF,TV,VA,WC,ZZ';
const insuranceType = '12,13,14,15,16,41,42,43,47';
const report =
  '03,04,05,06,07,08,09,10,11,13,15,21,A3,A4,AM,AS,B2,B3,B4,BR,BS,BT,CB,CK,CT,D2,DA,DB,DG,DJ,DS,EB,HC,HR,I5,IR,LA,M1,MT,NN,OB,OC,OD,OE,OX,OZ,P4,P5,PE,PN,PO,PQ,PY,PZ,RB,RR,RT,RX,SG,V5,XP';
const pricing = '00,01,02,03,04,05,07,08,09,10,11,12,13,14';
const conditions = '01,04,05,06,07,08,09,12';
const person = '2=1 3 4? 5? 7? 8?=XX 9?';
const personOrNot = '2=1,2 3 4? 5? 7? 8?=XX 9?';
const trios = '2 3 4? 5? 6? 7? 8? 9? 10? 11? 12? 13? 14? 15? 16? 17? 18? 19?';
const contact = '1=IC 2? 3=EM,FX,TE 4 5?=EM,EX,FX,TE 6? 7?=EM,EX,FX,TE 8?';
const procedure = '(1=ER,HC,IV,WK 2 3-6? 7?)';

const blocks = {
  address: `N3 R1: 1 2?
N4 R1: 1 2? 3? 4? 7?`,
  addressIfKnown: `N3 S1: 1 2?
N4 S1: 1 2? 3? 4? 7?`,
  ambulance: `CR1 S1: 1?=LB 2? 4=A,B,C,D,E 5=DH 6 9? 10? ; ambulance transport`,
  claim: `CLM R1: 1 2 5(1 2=B 3=1,7,8) 6=N,Y 7=A,B,C 8=N,W,Y 9=I,Y 10?=P 11?(1=AA,EM,OA 2?=AA,EM,OA 4? 5?) 12?=02,03,05,09 20?=1,2,3,4,5,6,7,8,9,10,11,15 ; claim
DTP S1: 1=431 2=D8 3 ; onset of illness
DTP S1: 1=454 2=D8 3 ; initial treatment
DTP S1: 1=304 2=D8 3 ; last seen
DTP S1: 1=453 2=D8 3 ; acute manifestation
DTP S1: 1=439 2=D8 3 ; accident
DTP S1: 1=484 2=D8 3 ; last menstrual period
DTP S1: 1=455 2=D8 3 ; last X-ray
DTP S1: 1=471 2=D8 3 ; hearing and vision prescription
DTP S1: 1=314,360,361 2=D8,RD8 3 ; disability
DTP S1: 1=297 2=D8 3 ; last worked
DTP S1: 1=296 2=D8 3 ; return to work
DTP S1: 1=435 2=D8 3 ; admission
DTP S1: 1=096 2=D8 3 ; discharge
DTP S2: 1=090,091 2=D8 3 ; assumed or relinquished care
DTP S1: 1=444 2=D8 3 ; first contact
DTP S1: 1=050 2=D8 3 ; received by the repricer
PWK S10: 1=${report} 2=AA,BM,EL,EM,FT,FX 5?=AC 6? ; supplement
CN1 S1: 1=02,03,04,05,06,09 2? 3? 4? 5? 6? ; contract
AMT S1: 1=F5 2 ; paid by the patient
REF S1: 1=4N 2 ; reason for a missing authorization
REF S1: 1=F5 2=N,Y ; Medicare crossover
REF S1: 1=EW 2 ; mammography certificate
REF S1: 1=9F 2 ; referral number
REF S1: 1=G1 2 ; authorization number
REF S1: 1=F8 2 ; payer's control number
REF S1: 1=X4 2 ; CLIA number
REF S1: 1=9A 2 ; repriced claim
REF S1: 1=9C 2 ; adjusted repriced claim
REF S5: 1=LX 2 ; device exemption
REF S1: 1=D9 2 ; clearinghouse number
REF S1: 1=EA 2 ; medical record number
REF S1: 1=P4 2 ; demonstration project
REF S1: 1=1J 2 ; care plan oversight
K3 S10: 1
NTE S1: 1=ADD,CER,DCP,DGN,TPO 2 ; note
%ambulance
CR2 S1: 8=A,C,D,E,F,G,M 10? 11? ; spinal manipulation
CRC S3: 1=07 2=N,Y 3=${conditions} 4-7?=${conditions} ; ambulance certification
CRC S3: 1=E1,E2,E3 2=N,Y 3=L1,L2,L3,L4,L5 4-7?=L1,L2,L3,L4,L5 ; vision
CRC S1: 1=75 2=Y 3=IH ; homebound
CRC S1: 1=ZZ 2=N,Y 3=AV,NU,S2,ST 4-5?=AV,NU,S2,ST ; EPSDT referral
HI R1: 1(1=ABK,BK 2) 2-12?(1=ABF,BF 2) ; diagnoses
HI S1: 1(1=BP 2) 2?(1=BO 2) ; anesthesia procedures
HI S2: 1(1=BG 2) 2-12?(1=BG 2) ; condition codes
HCP S1: 1=${pricing} 2 3? 4? 5? 6? 7? 13?=T1,T2,T3,T4,T5,T6 14?=1,2,3,4,5 15?=1,2,3,4,5,6 ; repricing
@2310A S2 referring provider
  NM1 R1: 1=DN,P3 ${person}
  REF S3: 1=0B,1G,G2 2
@2310B S1 rendering provider
  NM1 R1: 1=82 ${personOrNot}
  PRV S1: 1=PE 2=PXC 3
  REF S4: 1=0B,1G,G2,LU 2
@2310C S1 service facility
  NM1 R1: 1=77 2=2 3 8?=XX 9?
  %address
  REF S3: 1=0B,G2,LU 2
  PER S1: 1=IC 2? 3=TE 4 5?=EX 6?
@2310D S1 supervising provider
  NM1 R1: 1=DQ ${person}
  REF S4: 1=0B,1G,G2,LU 2
@2310E S1 ambulance pick-up
  NM1 R1: 1=PW 2=2
  %address
@2310F S1 ambulance drop-off
  NM1 R1: 1=45 2=2 3?
  %address
@2320 S10 other coverage
  SBR R1: 1=${sequence} 2=01,18,19,20,21,39,40,53,G8 3? 4? 5?=${insuranceType} 9?=${filing}
  CAS S5: 1=CO,CR,OA,PI,PR ${trios}
  AMT S1: 1=D 2 ; paid by the other payer
  AMT S1: 1=A8 2 ; not covered
  AMT S1: 1=EAF 2 ; left to the patient
  OI R1: 3=N,W,Y 4?=P 6=I,Y
  MOA S1: 1? 2? 3-7? 8? 9?
  @2330A R1 other subscriber
    NM1 R1: 1=IL 2=1,2 3 4? 5? 7? 8=II,MI 9
    %addressIfKnown
    REF S1: 1=SY 2
  @2330B R1 other payer
    NM1 R1: 1=PR 2=2 3 8=PI,XV 9
    %addressIfKnown
    DTP S1: 1=573 2=D8 3 ; decided
    REF S2: 1=2U,EI,FY,NF 2
    REF S1: 1=G1 2
    REF S1: 1=9F 2
    REF S1: 1=T4 2=Y
    REF S1: 1=F8 2
  @2330C S2 other payer's referring provider
    NM1 R1: 1=DN,P3 2=1
    REF R3: 1=0B,1G,G2 2
  @2330D S1 other payer's rendering provider
    NM1 R1: 1=82 2=1,2
    REF R3: 1=0B,1G,G2,LU 2
  @2330E S1 other payer's service facility
    NM1 R1: 1=77 2=2
    REF R3: 1=0B,G2,LU 2
  @2330F S1 other payer's supervising provider
    NM1 R1: 1=DQ 2=1
    REF R3: 1=0B,1G,G2,LU 2
  @2330G S1 other payer's billing provider
    NM1 R1: 1=85 2=1,2
    REF R2: 1=G2,LU 2
@2400 R50 service line
  LX R1: 1
  SV1 R1: 1${procedure} 2 3=MJ,UN 4 5? 7(1 2-4?) 9?=Y 11?=Y 12?=Y 15?=0 ; service
  SV5 S1: 1(1=HC 2) 2=DA 3 4 5 6=1,4,6 ; equipment
  PWK S11: 1=${report} 2=AA,AB,AD,AF,AG,BM,EL,EM,FT,FX,NS 5?=AC 6? ; supplement
  %ambulance
  CR3 S1: 1=I,R,S 2=MO 3 ; equipment certification
  CRC S3: 1=07 2=N,Y 3=${conditions} 4-7?=${conditions} ; ambulance certification
  CRC S1: 1=70 2=N,Y 3=65 ; hospice employee
  CRC S1: 1=09 2=N,Y 3=38,ZV 4?=38,ZV ; equipment condition
  DTP R1: 1=472 2=D8,RD8 3 ; service
  DTP S1: 1=471 2=D8 3 ; prescription
  DTP S1: 1=607 2=D8 3 ; recertification
  DTP S1: 1=463 2=D8 3 ; begin therapy
  DTP S1: 1=461 2=D8 3 ; last certification
  DTP S1: 1=304 2=D8 3 ; last seen
  DTP S2: 1=738,739 2=D8 3 ; test
  DTP S1: 1=011 2=D8 3 ; shipped
  DTP S1: 1=455 2=D8 3 ; last X-ray
  DTP S1: 1=454 2=D8 3 ; initial treatment
  QTY S1: 1=PT 2 ; ambulance patients
  QTY S1: 1=FL 2 ; obstetric units
  MEA S5: 1=OG,TR 2=HT,R1,R2,R3,R4 3 ; test result
  CN1 S1: 1=01,02,03,04,05,06,09 2? 3? 4? 5? 6? ; contract
  REF S1: 1=9B 2
  REF S1: 1=9D 2
  REF S5: 1=G1 2 4?(1=2U 2) ; authorization number
  REF S1: 1=6R 2 ; line control number
  REF S1: 1=EW 2
  REF S1: 1=X4 2
  REF S1: 1=F4 2
  REF S1: 1=BT 2
  REF S5: 1=9F 2 4?(1=2U 2) ; referral number
  AMT S1: 1=T 2 ; sales tax
  AMT S1: 1=F4 2 ; postage
  K3 S10: 1
  NTE S1: 1=ADD,DCP 2 ; note
  NTE S1: 1=TPO 2 ; note of a third party
  PS1 S1: 1 2 ; purchased service
  HCP S1: 1=${pricing} 2 3? 4? 5? 6? 7? 9?=ER,HC,IV,WK 10? 11?=MJ,UN 12? 13?=T1,T2,T3,T4,T5,T6 14?=1,2,3,4,5 15?=1,2,3,4,5,6 ; repricing
  @2410 S1 drug
    LIN R1: 2=EN,EO,HI,N4,ON,UK,UP 3
    CTP R1: 4 5(1=F2,GR,ME,ML,UN)
    REF S1: 1=VY,XZ 2
  @2420A S1 rendering provider of the line
    NM1 R1: 1=82 ${personOrNot}
    PRV S1: 1=PE 2=PXC 3
    REF S20: 1=0B,1G,G2,LU 2 4?(1=2U 2)
  @2420B S1 provider of a purchased service
    NM1 R1: 1=QB 2=1,2 8?=XX 9?
    REF S20: 1=0B,1G,G2 2 4?(1=2U 2)
  @2420C S1 service facility of the line
    NM1 R1: 1=77 2=2 3 8?=XX 9?
    %address
    REF S3: 1=G2,LU 2 4?(1=2U 2)
  @2420D S1 supervising provider of the line
    NM1 R1: 1=DQ ${person}
    REF S20: 1=0B,1G,G2,LU 2 4?(1=2U 2)
  @2420E S1 ordering provider
    NM1 R1: 1=DK ${person}
    %addressIfKnown
    REF S20: 1=0B,1G,G2 2 4?(1=2U 2)
    PER S1: ${contact}
  @2420F S2 referring provider of the line
    NM1 R1: 1=DN,P3 ${person}
    REF S20: 1=0B,1G,G2 2 4?(1=2U 2)
  @2420G S1 ambulance pick-up of the line
    NM1 R1: 1=PW 2=2
    %address
  @2420H S1 ambulance drop-off of the line
    NM1 R1: 1=45 2=2 3?
    %address
  @2430 S15 decision of another payer
    SVD R1: 1 2 3${procedure} 5 6?
    CAS S5: 1=CO,CR,OA,PI,PR ${trios}
    DTP R1: 1=573 2=D8 3 ; decided
    AMT S1: 1=EAF 2 ; left to the patient
  @2440 S> form
    LQ R1: 1=AS,UT 2
    FRM R99: 1 2?=N,W,Y 3? 4? 5?`,
};

const notation = `
ST R1: 1=837 2 3
BHT R1: 1=0019 2=00,18 3 4 5 6=31,CH,RP
@1000A R1 submitter
  NM1 R1: 1=41 2=1,2 3 4? 5? 8=46 9
  PER R2: ${contact}
@1000B R1 receiver
  NM1 R1: 1=40 2=2 3 8=46 9
@2000A R> billing provider level
  HL R1: 1 3=20 4=1
  PRV S1: 1=BI 2=PXC 3
  CUR S1: 1=85 2
  @2010AA R1 billing provider
    NM1 R1: 1=85 ${personOrNot}
    %address
    REF R1: 1=EI,SY 2 ; tax number
    REF S2: 1=0B,1G 2
    PER S2: ${contact}
  @2010AB S1 pay-to address
    NM1 R1: 1=87 2=1,2
    %address
  @2010AC S1 pay-to plan
    NM1 R1: 1=PE 2=2 3 8=PI,XV 9
    %address
    REF S1: 1=2U,FY,NF 2
    REF R1: 1=EI 2
  @2000B R> subscriber level
    HL R1: 1 2 3=22 4=0,1
    SBR R1: 1=${sequence} 2?=18 3? 4? 5?=${insuranceType} 9?=${filing}
    PAT S1: 5?=D8 6? 7?=01 8? 9?=Y
    @2010BA R1 subscriber
      NM1 R1: 1=IL 2=1,2 3 4? 5? 7? 8?=II,MI 9?
      %addressIfKnown
      DMG S1: 1=D8 2 3=F,M,U
      REF S1: 1=SY 2
      REF S1: 1=Y4 2
      PER S1: 1=IC 2? 3=TE 4 5?=EX 6?
    @2010BB R1 payer
      NM1 R1: 1=PR 2=2 3 8=PI,XV 9
      %addressIfKnown
      REF S3: 1=2U,EI,FY,NF 2
      REF S2: 1=G2,LU 2
    @2300 S100 claim
      %claim
    @2000C S> patient level
      HL R1: 1 2 3=23 4=0
      PAT R1: 1=01,19,20,21,39,40,53,G8 5?=D8 6? 7?=01 8? 9?=Y
      @2010CA R1 patient
        NM1 R1: 1=QC 2=1 3 4? 5? 7?
        %address
        DMG R1: 1=D8 2 3=F,M,U
        REF S1: 1=Y4 2
        REF S1: 1=1W,SY 2
        PER S1: 1=IC 2? 3=TE 4 5?=EX 6?
      @2300 R100 claim
        %claim
SE S1: 1 2`;

/** Health Care Claim: Professional. Source: ASC X12N 005010X222 with errata A1 (and A2, which changes no structure). */
export const x222a1: Guide = {
  id: '005010X222A1',
  type: '837P',
  set: '837',
  functionalId: 'HC',
  versions: ['005010X222', '005010X222A1', '005010X222A2'],
  units: new Set(['2000A', '2000B', '2000C', '2300']),
  root: readGuide(notation, blocks),
};
