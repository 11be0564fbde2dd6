import {
  causes,
  claimBlocks,
  claimFiling,
  contact,
  delayReason,
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
  reportWays,
} from './claim-blocks.ts';
import { type Guide, readGuide } from './guide.ts';

const procedure = '(1=AD,ER 2 3-6? 7?)';
const surfaces = 'B,D,F,I,L,M,O';

const blocks = {
  ...claimBlocks,
  // DN206 came with the errata, and says what DN201 says anyway.
  claim: `CLM R1: 1 2 5(1 2=B 3) 6=N,Y 7=A,C 8=N,W,Y 9=I,Y 11?(1=${causes} 2?=${causes} 3?=${causes} 4? 5?) 12?=01,02,03,05 19?=PB 20?=${delayReason} ; claim
DTP S1: 1=439 2=D8 3 ; accident
DTP S1: 1=452 2=D8 3 ; appliance placement
DTP S1: 1=472 2=D8,RD8 3 ; service date
DTP S1: 1=050 2=D8 3 ; received by the repricer
DN1 S1: 1? 2? 4? ; orthodontic treatment
DN2 S35: 1 2=E,I,M 6~=JP ; tooth status
PWK S10: 1=B4,DA,DG,EB,OB,OZ,P6,RB,RR 2=${reportWays} 5?=AC 6? ; attachment
%contract
AMT S1: 1=F5 2 ; patient paid amount
%claimNumbers
REF S1: 1=G3 2 ; predetermination number
%files
NTE S5: 1=ADD 2 ; note
HI S1: 1(1=ABK,BK,TQ 2) 2-4?(1=ABF,BF,TQ 2) ; diagnoses
HCP S1: 1=${pricing} 2 3? 4? 5? 6? 7? ${pricingOutcome} ; repricing
@2310A S2 referring provider
  NM1 R1: 1=DN,P3 ${person} ; name
  PRV S1: 1=RF 2=PXC 3 ; specialty
  REF S3: 1=0B,1G,G2 2 ; secondary number
@2310B S1 rendering provider
  NM1 R1: 1=82 ${personOrFirm} ; name
  PRV S1: 1=PE 2=PXC 3 ; specialty
  REF S4: 1=0B,1G,G2,LU 2 ; secondary number
@2310C S1 service facility
  NM1 R1: 1=77 ${firm} ; name
  %address
  REF S3: 1=0B,G2,LU 2 ; secondary number
@2310D S1 assistant surgeon
  NM1 R1: 1=DD ${person} ; name
  PRV S1: 1=AS 2=PXC 3 ; specialty
  REF S4: 1=0B,1G,G2,LU 2 ; secondary number
@2310E S1 supervising provider
  NM1 R1: 1=DQ ${person} ; name
  REF S4: 1=0B,1G,G2,LU 2 ; secondary number
@2320 S10 other coverage
  SBR R1: 1=${payerSequence} 2=${relationship} 3? 4? 5?=${insuranceType} 9?=${claimFiling} ; coverage
  %adjustments
  %otherAmounts
  OI R1: 3=N,W,Y 6=I,Y ; assignment and release
  %outpatientDecision
  @2330A R1 other subscriber
    %otherSubscriberName
    REF S2: 1=SY 2 ; social security number
  @2330B R1 other payer
    %otherPayerName
    REF S1: 1=G3 2 ; predetermination number
  @2330C S2 other payer referring provider
    NM1 R1: 1=DN,P3 2=1 ; name
    REF R3: 1=0B,1G,G2 2 ; secondary number
  @2330D S1 other payer rendering provider
    NM1 R1: 1=82 2=1,2 ; name
    REF R3: 1=0B,1G,G2,LU 2 ; secondary number
  @2330E S1 other payer supervising provider
    NM1 R1: 1=DQ 2=1 ; name
    REF R3: 1=0B,1G,G2,LU 2 ; secondary number
  @2330F S1 other payer billing provider
    NM1 R1: 1=85 2=1,2 ; name
    REF R2: 1=G2,LU 2 ; secondary number
  @2330G S1 other payer service facility
    NM1 R1: 1=77 2=2 ; name
    REF R3: 1=0B,G2,LU 2 ; secondary number
  @2330H S1 other payer assistant surgeon
    NM1 R1: 1=DD 2=1 ; name
    REF R3: 1=0B,1G,G2,LU 2 ; secondary number
@2400 R50 service line
  LX R1: 1
  SV3 R1: 1${procedure} 2 3? 4?(1 2-5?) 5?=I,R 6? 11?(1 2-4?) ; service
  TOO S32: 1=JP 2 3?(1=${surfaces} 2-5?=${surfaces}) ; tooth
  DTP S1: 1=472 2=D8,RD8 3 ; service date
  DTP S1: 1=441 2=D8 3 ; prior placement
  DTP S1: 1=452 2=D8 3 ; appliance placement
  DTP S1: 1=446 2=D8 3 ; replacement
  DTP S1: 1=196 2=D8 3 ; treatment start
  DTP S1: 1=198 2=D8 3 ; treatment completion
  %contract
  REF S5: 1=G3 2 ${otherPayer} ; predetermination number
  REF S5: 1=G1 2 ${otherPayer} ; authorization number
  REF S1: 1=6R 2 ; line control number
  REF S1: 1=9A 2 ; repriced claim number
  REF S1: 1=9C 2 ; adjusted repriced claim number
  REF S5: 1=9F 2 ${otherPayer} ; referral number
  AMT S1: 1=T 2 ; sales tax
  %files
  HCP S1: 1=${pricing} 2 3? 4? 5? 6? 7? 9?=AD,ER 10? 11?=UN 12? ${pricingOutcome} ; repricing
  @2420A S1 rendering provider
    NM1 R1: 1=82 ${personOrFirm} ; name
    PRV S1: 1=PE 2=PXC 3 ; specialty
    REF S20: 1=0B,1G,G2,LU 2 ${otherPayer} ; secondary number
  @2420B S1 assistant surgeon
    NM1 R1: 1=DD ${person} ; name
    PRV S1: 1=AS 2=PXC 3 ; specialty
    REF S20: 1=0B,1G,G2,LU 2 ${otherPayer} ; secondary number
  @2420C S1 supervising provider
    NM1 R1: 1=DQ ${person} ; name
    REF S20: 1=0B,1G,G2,LU 2 ${otherPayer} ; secondary number
  @2420D S1 service facility
    NM1 R1: 1=77 ${firm} ; name
    %address
    REF S3: 1=G2,LU 2 ${otherPayer} ; secondary number
  @2430 S15 decision of another payer
    SVD R1: 1 2 3${procedure} 5 6? ; payment
    %lineDecision`,
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
    @2010BA R1 subscriber
      %subscriberName
    @2010BB R1 payer
      %payerName
      REF S1: 1=G2,LU 2 ; billing provider number
    @2300 S100 claim
      %claim
    @2000C S> patient level
      HL R1: 1 2 3=23 4=0
      PAT R1: 1=${patientRelationship} ; patient relationship
      @2010CA R1 patient
        %patientName
      @2300 R100 claim
        %claim
SE S1: 1 2`;

/** Health Care Claim: Dental. Source: ASC X12N 005010X224 with errata A1 and A2. */
export const x224a2: Guide = {
  id: '005010X224A2',
  type: '837D',
  set: '837',
  functionalId: 'HC',
  versions: ['005010X224', '005010X224A1', '005010X224A2'],
  units: new Set(['2000A', '2000B', '2000C', '2300']),
  root: readGuide(notation, blocks),
};
