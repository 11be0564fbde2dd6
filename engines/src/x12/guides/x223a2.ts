import {
  claimBlocks,
  claimFiling,
  contact,
  delayReason,
  epsdt,
  firm,
  otherPayer,
  patientRelationship,
  payerSequence,
  person,
  pricing,
  pricingOutcome,
  relationship,
} from './claim-blocks.ts';
import { type Guide, readGuide } from './guide.ts';

const procedure = '(1=ER,HC,HP,IV,WK 2 3-6? 7?)';
const notes = 'ALG,DCP,DGN,DME,MED,NTR,ODT,RHB,RLH,RNH,SET,SFM,SPT,UPI';
/** C022-9: whether the condition was there on admission. */
const onAdmission = '9?=N,U,W,Y';

const blocks = {
  ...claimBlocks,
  // CLM06: not used, yet sent by many, as in 4010. DTP*434: the guide has a period; of one day, senders make a D8.
  claim: `CLM R1: 1 2 5(1 2=A 3) 6x=N,Y 7=A,B,C 8=N,W,Y 9=I,Y 20?=${delayReason} ; claim
DTP S1: 1=096 2=TM 3 ; discharge hour
DTP R1: 1=434 2=D8,RD8 3 ; statement period
DTP S1: 1=435 2=D8,DT 3 ; admission
DTP S1: 1=050 2=D8 3 ; received by the repricer
CL1 R1: 1 2? 3 ; admission and discharge
%attachments
%contract
AMT S1: 1=F3 2 ; estimated amount due
%claimNumbers
REF S5: 1=LX 2 ; device exemption number
REF S1: 1=LU 2 ; auto accident state
REF S1: 1=EA 2 ; medical record number
REF S1: 1=P4 2 ; demonstration project
REF S1: 1=G4 2 ; peer review approval number
%files
NTE S10: 1=${notes} 2 ; note
NTE S1: 1=ADD 2 ; billing note
CRC S1: 1=ZZ 2=N,Y 3=${epsdt} 4-5?=${epsdt} ; EPSDT referral
HI R1: 1(1=ABK,BK 2 ${onAdmission}) ; principal diagnosis
HI S1: 1(1=ABJ,BJ 2) ; admitting diagnosis
HI S1: 1(1=APR,PR 2) 2-3?(1=APR,PR 2) ; reasons for visit
HI S1: 1(1=ABN,BN 2 ${onAdmission}) 2-12?(1=ABN,BN 2 ${onAdmission}) ; external causes
HI S1: 1(1=DR 2) ; diagnosis related group
HI S2: 1(1=ABF,BF 2 ${onAdmission}) 2-12?(1=ABF,BF 2 ${onAdmission}) ; other diagnosis
HI S1: 1(1=BBR,BR,CAH 2 3=D8 4) ; principal procedure
HI S2: 1(1=BBQ,BQ 2 3=D8 4) 2-12?(1=BBQ,BQ 2 3=D8 4) ; other procedure
HI S2: 1(1=BI 2 3=RD8 4) 2-12?(1=BI 2 3=RD8 4) ; occurrence span
HI S2: 1(1=BH 2 3=D8 4) 2-12?(1=BH 2 3=D8 4) ; occurrence
HI S2: 1(1=BE 2 5) 2-12?(1=BE 2 5) ; value code
HI S2: 1(1=BG 2) 2-12?(1=BG 2) ; condition code
HI S2: 1(1=TC 2) 2-12?(1=TC 2) ; treatment code
HCP S1: 1=${pricing} 2 3? 4? 5? 6? 7? 8? 11?=DA,UN 12? ${pricingOutcome} ; repricing
@2310A S1 attending provider
  NM1 R1: 1=71 ${person} ; name
  PRV S1: 1=AT 2=PXC 3 ; specialty
  REF S4: 1=0B,1G,G2,LU 2 ; secondary number
@2310B S1 operating physician
  NM1 R1: 1=72 ${person} ; name
  REF S4: 1=0B,1G,G2,LU 2 ; secondary number
@2310C S1 other operating physician
  NM1 R1: 1=ZZ ${person} ; name
  REF S4: 1=0B,1G,G2,LU 2 ; secondary number
@2310D S1 rendering provider
  NM1 R1: 1=82 ${person} ; name
  REF S4: 1=0B,1G,G2,LU 2 ; secondary number
@2310E S1 service facility
  NM1 R1: 1=77 ${firm} ; name
  %address
  REF S3: 1=0B,G2,LU 2 ; secondary number
@2310F S1 referring provider
  NM1 R1: 1=DN ${person} ; name
  REF S3: 1=0B,1G,G2 2 ; secondary number
@2320 S10 other coverage
  SBR R1: 1=${payerSequence} 2=${relationship} 3? 4? 9?=${claimFiling} ; coverage
  %adjustments
  %otherAmounts
  OI R1: 3=N,W,Y 6=I,Y ; assignment and release
  MIA S1: 1 3? 4? 5? 6-14? 15? 16-19? 20-23? 24? ; inpatient decision
  %outpatientDecision
  @2330A R1 other subscriber
    %otherSubscriberName
    REF S2: 1=SY 2 ; social security number
  @2330B R1 other payer
    %otherPayerName
  @2330C S1 other payer attending provider
    NM1 R1: 1=71 2=1 ; name
    REF R4: 1=0B,1G,G2,LU 2 ; secondary number
  @2330D S1 other payer operating physician
    NM1 R1: 1=72 2=1 ; name
    REF R4: 1=0B,1G,G2,LU 2 ; secondary number
  @2330E S1 other payer other operating physician
    NM1 R1: 1=ZZ 2=1 ; name
    REF R4: 1=0B,1G,G2,LU 2 ; secondary number
  @2330F S1 other payer service facility
    NM1 R1: 1=77 2=2 ; name
    REF R3: 1=0B,G2,LU 2 ; secondary number
  @2330G S1 other payer rendering provider
    NM1 R1: 1=82 2=1 ; name
    REF R4: 1=0B,1G,G2,LU 2 ; secondary number
  @2330H S1 other payer referring provider
    NM1 R1: 1=DN 2=1 ; name
    REF R3: 1=0B,1G,G2 2 ; secondary number
  @2330I S1 other payer billing provider
    NM1 R1: 1=85 2=2 ; name
    REF R2: 1=G2,LU 2 ; secondary number
@2400 R999 service line
  LX R1: 1
  SV2 R1: 1 2?${procedure} 3 4=DA,UN 5 7? ; service
  %attachments
  DTP S1: 1=472 2=D8,RD8 3 ; service date
  REF S1: 1=6R 2 ; line control number
  REF S1: 1=9B 2 ; repriced line number
  REF S1: 1=9D 2 ; adjusted repriced line number
  AMT S1: 1=GT 2 ; service tax
  AMT S1: 1=N8 2 ; facility tax
  NTE S1: 1=TPO 2 ; third party note
  HCP S1: 1=${pricing} 2 3? 4? 5? 6? 7? 8? 9?=ER,HC,HP,IV,WK 10? 11?=DA,UN 12? ${pricingOutcome} ; repricing
  @2410 S1 drug
    LIN R1: 2=N4 3 ; product
    %drugQuantity
  @2420A S1 operating physician
    NM1 R1: 1=72 ${person} ; name
    REF S20: 1=0B,1G,G2,LU 2 ${otherPayer} ; secondary number
  @2420B S1 other operating physician
    NM1 R1: 1=ZZ ${person} ; name
    REF S20: 1=0B,1G,G2,LU 2 ${otherPayer} ; secondary number
  @2420C S1 rendering provider
    NM1 R1: 1=82 ${person} ; name
    REF S20: 1=0B,1G,G2,LU 2 ${otherPayer} ; secondary number
  @2420D S1 referring provider
    NM1 R1: 1=DN ${person} ; name
    REF S20: 1=0B,1G,G2 2 ${otherPayer} ; secondary number
  @2430 S15 decision of another payer
    SVD R1: 1 2 3?${procedure} 4 5 6? ; payment
    %lineDecision`,
};

const notation = `
%header
@2000A R> billing provider level
  %billingLevel
  @2010AA R1 billing provider
    NM1 R1: 1=85 ${firm} ; name
    %address
    REF R1: 1=EI 2 ; tax number
    PER S2: ${contact} ; contact
  @2010AB S1 pay-to address
    NM1 R1: 1=87 2=2 ; name
    %address
  %payToPlan
  @2000B R> subscriber level
    HL R1: 1 2 3=22 4=0,1
    SBR R1: 1=${payerSequence} 2?=18 3? 4? 9?=${claimFiling} ; coverage
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

/** Health Care Claim: Institutional. Source: ASC X12N 005010X223 with errata A1 and A2 (and A3, which changes no structure). */
export const x223a2: Guide = {
  id: '005010X223A2',
  type: '837I',
  set: '837',
  functionalId: 'HC',
  versions: ['005010X223', '005010X223A1', '005010X223A2', '005010X223A3'],
  units: new Set(['2000A', '2000B', '2000C', '2300']),
  root: readGuide(notation, blocks),
};
