import {
  diagnosisPointers,
  eligibilityBlocks,
  olderLevels,
  procedureKinds,
  providerRoles,
  receiverIds,
  receiverKinds,
  serviceTypes,
  sourceName,
} from './eligibility-blocks.ts';
import { type Guide, readGuide } from './guide.ts';

const inquiry = `1?=${serviceTypes} 2?(1=${procedureKinds} 2 3-6?)`;

const blocks = {
  ...eligibilityBlocks,
  provider: `PRV S1: 1=${providerRoles} 2?=9K,D3,EI,HPI,PXC,SY,TJ 3?`,
  birth: 'DMG S1: 1?=D8 2? 3?=F,M',
  dates: 'DTP S2: 1=102,291 2=D8,RD8 3 ; date',
  inquiryDetails: `III S1: 1=ZZ 2 ; place of service
REF S1: 1=9F,G1 2 ; referral or authorization number
DTP S1: 1=291 2=D8,RD8 3 ; date of the inquiry`,
};

const notation = `
ST R1: 1=270 2 3
BHT R1: 1=0022 2=01,13 3? 4 5 6?=RT
@2000A R> information source level
  HL R1: 1 3=20 4=1
  @2100A R1 information source
    NM1 R1: ${sourceName}
  @2000B R> information receiver level
    HL R1: 1 2 3=21 4=1
    @2100B R1 information receiver
      NM1 R1: ${receiverKinds} 3 4? 5? 7? ${receiverIds}
      %receiverDetails
      PRV S1: 1=${providerRoles},SB 2?=PXC 3?
    @2000C R> subscriber level
      HL R1: 1 2 3=22 4=0,1
      TRN S2: 1=1 2 3 4? ; trace number
      @2100C R1 subscriber
        NM1 R1: 1=IL 2=1,2 3? 4? 5? 7? 8?=II,MI 9?
        REF S9: 1=18,1L,1W,3H,6P,CT,EA,EJ,F6,GH,HJ,IG,N6,NQ,SY,Y4 2 ; identification
        %address
        %provider
        %birth
        INS S1: 1=Y 2=18 17 ; multiple birth
        %diagnoses
        %dates
        @2110C S99 inquiry
          EQ R1: ${inquiry} 3?=FAM,${olderLevels.join(',')} 5?${diagnosisPointers} ; service asked about
          AMT S1: 1=R 2 ; spend down
          AMT S1: 1=PB 2 ; billed for the spend down
          %inquiryDetails
      @2000D S> dependent level
        HL R1: 1 2 3=23 4=0
        TRN S2: 1=1 2 3 4? ; trace number
        @2100D R1 dependent
          NM1 R1: 1=03 2=1 3? 4? 5? 7?
          REF S9: 1=18,1L,1W,6P,CT,EA,EJ,F6,GH,HJ,IF,IG,MRC,N6,SY,Y4 2 ; identification
          %address
          %provider
          %birth
          INS S1: 1=N 2=01,19,34 17? ; relationship
          %diagnoses
          %dates
          @2110D R99 inquiry
            EQ R1: ${inquiry} 5?${diagnosisPointers} ; service asked about
            %inquiryDetails
SE S1: 1 2`;

/** Health Care Eligibility Benefit Inquiry. Source: ASC X12N 005010X279 with errata A1. */
export const x279a1Inquiry: Guide = {
  id: '005010X279A1',
  type: '270',
  set: '270',
  functionalId: 'HS',
  versions: ['005010X279', '005010X279A1'],
  units: new Set(['2000A', '2000B', '2000C']),
  root: readGuide(notation, blocks),
};
