import {
  causes,
  claimBlocks,
  claimFiling,
  contact,
  delayReason,
  epsdt,
  firm,
  insuranceType,
  otherPayer,
  patientRelationship,
  payerSequence,
  person,
  personOrFirm,
  pricing,
  pricingOutcome,
  relationship,
  telephone,
} from './claim-blocks.ts';
import { type Guide, readGuide } from './guide.ts';

const claimPricing = '00,01,02,03,04,05,07,08,09,10,11,12,13,14';
const ambulanceConditions = '01,04,05,06,07,08,09,12';
const lenses = 'L1,L2,L3,L4,L5';
const procedure = '(1=ER,HC,IV,WK 2 3-6? 7?)';
const patientCondition = '5?=D8 6? 7?=01 8? 9?=Y';

const blocks = {
  ...claimBlocks,
  ambulance: 'CR1 S1: 1?=LB 2? 4=A,B,C,D,E 5=DH 6 9? 10? ; ambulance transport',
  ambulanceNeed: `CRC S3: 1=07 2=N,Y 3=${ambulanceConditions} 4-7?=${ambulanceConditions} ; ambulance certification`,
  claim: `CLM R1: 1 2 5(1 2=B 3) 6=N,Y 7=A,B,C 8=N,W,Y 9=I,Y 10?=P 11?(1=${causes} 2?=${causes} 4? 5?) 12?=02,03,05,09 20?=${delayReason} ; claim
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
%attachments
%contract
AMT S1: 1=F5 2 ; patient paid amount
%claimNumbers
REF S1: 1=F5 2=N,Y ; Medicare crossover
REF S1: 1=EW 2 ; mammography certificate
REF S1: 1=X4 2 ; CLIA number
REF S1: 1=LX 2 ; device exemption number
REF S1: 1=EA 2 ; medical record number
REF S1: 1=P4 2 ; demonstration project
REF S1: 1=1J 2 ; care plan oversight
%files
NTE S1: 1=ADD,CER,DCP,DGN,TPO 2 ; note
%ambulance
CR2 S1: 8=A,C,D,E,F,G,M 10? 11? ; spinal manipulation
%ambulanceNeed
CRC S3: 1=E1,E2,E3 2=N,Y 3=${lenses} 4-7?=${lenses} ; vision
CRC S1: 1=75 2=Y 3=IH ; homebound
CRC S1: 1=ZZ 2=N,Y 3=${epsdt} 4-5?=${epsdt} ; EPSDT referral
HI R1: 1(1=ABK,BK 2) 2-12?(1=ABF,BF 2) ; diagnoses
HI S1: 1(1=BP 2) 2?(1=BO 2) ; anesthesia procedures
HI S2: 1(1=BG 2) 2-12?(1=BG 2) ; condition code
HCP S1: 1=${claimPricing} 2 3? 4? 5? 6? 7? ${pricingOutcome} ; repricing
@2310A S2 referring provider
  NM1 R1: 1=DN,P3 ${person} ; name
  REF S3: 1=0B,1G,G2 2 ; secondary number
@2310B S1 rendering provider
  NM1 R1: 1=82 ${personOrFirm} ; name
  PRV S1: 1=PE 2=PXC 3 ; specialty
  REF S4: 1=0B,1G,G2,LU 2 ; secondary number
@2310C S1 service facility
  NM1 R1: 1=77 ${firm} ; name
  %address
  REF S3: 1=0B,G2,LU 2 ; secondary number
  PER S1: ${telephone} ; contact
@2310D S1 supervising provider
  NM1 R1: 1=DQ ${person} ; name
  REF S4: 1=0B,1G,G2,LU 2 ; secondary number
@2310E S1 ambulance pick-up
  NM1 R1: 1=PW 2=2 ; name
  %address
@2310F S1 ambulance drop-off
  NM1 R1: 1=45 2=2 3? ; name
  %address
@2320 S10 other coverage
  SBR R1: 1=${payerSequence} 2=${relationship} 3? 4? 5?=${insuranceType} 9?=${claimFiling} ; coverage
  %adjustments
  %otherAmounts
  OI R1: 3=N,W,Y 4?=P 6=I,Y ; assignment and release
  %outpatientDecision
  @2330A R1 other subscriber
    %otherSubscriberName
    REF S1: 1=SY 2 ; social security number
  @2330B R1 other payer
    %otherPayerName
  @2330C S2 other payer referring provider
    NM1 R1: 1=DN,P3 2=1 ; name
    REF R3: 1=0B,1G,G2 2 ; secondary number
  @2330D S1 other payer rendering provider
    NM1 R1: 1=82 2=1,2 ; name
    REF R3: 1=0B,1G,G2,LU 2 ; secondary number
  @2330E S1 other payer service facility
    NM1 R1: 1=77 2=2 ; name
    REF R3: 1=0B,G2,LU 2 ; secondary number
  @2330F S1 other payer supervising provider
    NM1 R1: 1=DQ 2=1 ; name
    REF R3: 1=0B,1G,G2,LU 2 ; secondary number
  @2330G S1 other payer billing provider
    NM1 R1: 1=85 2=1,2 ; name
    REF R2: 1=G2,LU 2 ; secondary number
@2400 R50 service line
  LX R1: 1
  SV1 R1: 1${procedure} 2 3=MJ,UN 4 5? 7(1 2-4?) 9?=Y 11?=Y 12?=Y 15?=0 ; service
  SV5 S1: 1(1=HC 2) 2=DA 3 4 5 6=1,4,6 ; equipment
  %attachments
  PWK S1: 1=CT 2=AB,AD,AF,AG,NS ; certificate of medical necessity
  %ambulance
  CR3 S1: 1=I,R,S 2=MO 3 ; equipment certification
  %ambulanceNeed
  CRC S1: 1=70 2=N,Y 3=65 ; hospice employee
  CRC S1: 1=09 2=N,Y 3=38,ZV 4?=38,ZV ; equipment condition
  DTP R1: 1=472 2=D8,RD8 3 ; service date
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
  %contract
  REF S1: 1=9B 2 ; repriced line number
  REF S1: 1=9D 2 ; adjusted repriced line number
  REF S5: 1=G1 2 ${otherPayer} ; authorization number
  REF S1: 1=6R 2 ; line control number
  REF S1: 1=EW 2 ; mammography certificate
  REF S1: 1=X4 2 ; CLIA number
  REF S1: 1=F4 2 ; referring CLIA number
  REF S1: 1=BT 2 ; immunization batch number
  REF S5: 1=9F 2 ${otherPayer} ; referral number
  AMT S1: 1=T 2 ; sales tax
  AMT S1: 1=F4 2 ; postage
  %files
  NTE S1: 1=ADD,DCP 2 ; note
  NTE S1: 1=TPO 2 ; third party note
  PS1 S1: 1 2 ; purchased service
  HCP S1: 1=${pricing} 2 3? 4? 5? 6? 7? 9?=ER,HC,IV,WK 10? 11?=MJ,UN 12? ${pricingOutcome} ; repricing
  @2410 S1 drug
    LIN R1: 2=EN,EO,HI,N4,ON,UK,UP 3 ; product
    %drugQuantity
  @2420A S1 rendering provider
    NM1 R1: 1=82 ${personOrFirm} ; name
    PRV S1: 1=PE 2=PXC 3 ; specialty
    REF S20: 1=0B,1G,G2,LU 2 ${otherPayer} ; secondary number
  @2420B S1 purchased service provider
    NM1 R1: 1=QB 2=1,2 8?=XX 9? ; name
    REF S20: 1=0B,1G,G2 2 ${otherPayer} ; secondary number
  @2420C S1 service facility
    NM1 R1: 1=77 ${firm} ; name
    %address
    REF S3: 1=G2,LU 2 ${otherPayer} ; secondary number
  @2420D S1 supervising provider
    NM1 R1: 1=DQ ${person} ; name
    REF S20: 1=0B,1G,G2,LU 2 ${otherPayer} ; secondary number
  @2420E S1 ordering provider
    NM1 R1: 1=DK ${person} ; name
    %addressIfKnown
    REF S20: 1=0B,1G,G2 2 ${otherPayer} ; secondary number
    PER S1: ${contact} ; contact
  @2420F S2 referring provider
    NM1 R1: 1=DN,P3 ${person} ; name
    REF S20: 1=0B,1G,G2 2 ${otherPayer} ; secondary number
  @2420G S1 ambulance pick-up
    NM1 R1: 1=PW 2=2 ; name
    %address
  @2420H S1 ambulance drop-off
    NM1 R1: 1=45 2=2 3? ; name
    %address
  @2430 S15 decision of another payer
    SVD R1: 1 2 3${procedure} 5 6? ; payment
    %lineDecision
  @2440 S> form
    LQ R1: 1=AS,UT 2 ; form
    FRM R99: 1 2?=N,W,Y 3? 4? 5? ; answer`,
};

const notation = `
%header
@2000A R> billing provider level
  %billingLevel
  @2010AA R1 billing provider
    NM1 R1: 1=85 ${personOrFirm} ; name
    %address
    REF R1: 1=EI,SY 2 ; tax number
    REF S2: 1=0B,1G 2 ; license
    PER S2: ${contact} ; contact
  @2010AB S1 pay-to address
    NM1 R1: 1=87 2=1,2 ; name
    %address
  %payToPlan
  @2000B R> subscriber level
    HL R1: 1 2 3=22 4=0,1
    SBR R1: 1=${payerSequence} 2?=18 3? 4? 5?=${insuranceType} 9?=${claimFiling} ; coverage
    PAT S1: ${patientCondition} ; patient condition
    @2010BA R1 subscriber
      %subscriberName
      PER S1: ${telephone} ; contact
    @2010BB R1 payer
      %payerName
      REF S2: 1=G2,LU 2 ; billing provider number
    @2300 S100 claim
      %claim
    @2000C S> patient level
      HL R1: 1 2 3=23 4=0
      PAT R1: 1=${patientRelationship} ${patientCondition} ; patient condition
      @2010CA R1 patient
        %patientName
        PER S1: ${telephone} ; contact
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
