import {
  diagnosisPointers,
  eligibilityBlocks,
  olderDependents,
  procedureKinds,
  providerRoles,
  receiverIds,
  receiverKinds,
  serviceTypes,
  sourceName,
} from './eligibility-blocks.ts';
import { type Guide, readGuide } from './guide.ts';

const insuranceTypes =
  '12,13,14,15,16,41,42,43,47,AP,C1,CO,CP,D,DB,EP,FF,GP,HM,HN,HS,IN,IP,LC,LD,LI,LT,MA,MB,MC,MH,MI,MP,OT,PE,PL,PP,PR,PS,QM,RP,SP,TF,WC,WU';
const ranks =
  'A1,A2,A3,B1,B2,C1,C2,C3,C4,C5,C6,C7,C8,C9,E1,F1,F2,F3,F4,G1,G4,L1,L2,L3,L4,L5,L6,M1,M2,M3,M4,M5,M6,P1,P2,P3,P4,P5,R1,R2,S1,S2,S3,S4,S5,S6,S7,S8,S9,SA,SB,SC,T1,V1,W1';
const frequencies = '1,2,3,4,5,6,7,8,9,A,B,C,D,E,F,G,H,J,K,L,M,N,O,P,Q,R,S,SG,SL,SP,SX,SY,SZ,T,U,V,W,X,Y';
const periods = '6,7,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35';
const personDates =
  '096,102,152,291,307,318,340,341,342,343,346,347,356,357,382,435,442,458,472,539,540,636,771';
const benefitDates = '096,193,194,198,290,291,292,295,304,307,318,346,348,349,356,357,435,472,636,771';
const entities = '13,1I,1P,2B,36,73,FA,GP,GW,I3,IL,LR,OC,P3,P4,P5,PR,PRP,SEP,TTP,VER,VN,VY,X3,Y2';
const memberIds = '18,1L,1W,49,6P,CE,CT,EA,EJ,F6,GH,HJ,IF,IG,N6,NQ,Q4,SY,Y4';
const benefitIds = '18,1L,1W,49,6P,9F,ALS,CLI,F6,FO,G1,IG,N6,NQ';
const memberRejections = '15,35,42,43,45,47,48,49,51,52,56,57,58,60,61,62,63,71';
const followUps = 'C,N,R,S,W,X,Y';
const ways = 'ED,EM,FX,TE,UR';

const blocks = {
  ...eligibilityBlocks,
  trace: 'TRN S3: 1=1,2 2 3 4? ; trace number',
  member: `PRV S1: 1=${providerRoles} 2?=PXC 3?
DMG S1: 1?=D8 2? 3?=F,M,U`,
  memberDetails: `%diagnoses
DTP S9: 1=${personDates} 2=D8,RD8 3 ; date
MPI S1: 1=A,C,L,O,P,S,T 2=AE,AO,AS,AT,AU,CC,DD,HD,IR,LX,PE,RE,RM,RR,RU 3=A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,Q,R,S,U,W 4? 5?=${ranks} 6?=D8,RD8 7? ; military service`,
  delivery: `HSD S9: 1?=DY,FL,HS,MN,VS 2? 3?=DA,MO,VS,WK,YR 4? 5?=${periods} 6? 7?=${frequencies} 8?=A,B,C,D,E,F,G,Y ; delivery of services`,
  benefitDetails: `DTP S20: 1=${benefitDates} 2=D8,RD8 3 ; date of the benefit
AAA S9: 1=N,Y 3=15,33,52,53,54,55,56,57,60,61,62,63,69,70,98,AA,AE,AF,AG,AO,CI,E8,IA,MA 4=C,N,R,W,X,Y ; rejection of the benefit inquiry
MSG S10: 1 ; message`,
  additional: 'III R1: 1?=GR,NI,ZZ 2? 3?=44 4? ; additional information',
  entity: `NM1 R1: 1=${entities} 2=1,2 3? 4? 5? 7? 8?=24,34,46,FA,FI,II,MI,NI,PI,PP,SV,XV,XX 9? 10?=01,02,27,41,48,65,72
N3 S1: 1 2?
N4 S1: 1 2? 3? 4? 5?=RJ 6? 7?
PER S3: 1=IC 2? 3?=${ways},WP 4? 5?=${ways},EX,WP 6? 7?=${ways},EX,WP 8?
PRV S1: 1=${providerRoles},SB 2?=PXC 3?`,
};

const benefit = (levels: string) =>
  `1=1,2,3,4,5,6,7,8,A,B,C,CB,D,E,F,G,H,I,J,K,L,M,MC,N,O,P,Q,R,S,T,U,V,W,X,Y 2?=${levels} 3?=${serviceTypes} 4?=${insuranceTypes} 5? 6?=13,36,${periods} 7? 8? 9?=8H,99,CA,CE,D3,DB,DY,HS,LA,LE,M2,MN,P6,QA,S7,S8,VS,YY 10? 11?=N,U,Y 12?=N,U,W,Y 13?(1=${procedureKinds} 2 3-6? 8?) 14?${diagnosisPointers} ; benefit`;

const notation = `
ST R1: 1=271 2 3
BHT R1: 1=0022 2=06,11 3? 4 5
@2000A R> information source level
  HL R1: 1 3=20 4=0,1
  AAA S9: 1=N,Y 3=04,41,42,79 4=C,N,P,R,S,Y ; rejection
  @2100A R1 information source
    NM1 R1: ${sourceName}
    PER S3: 1=IC 2? 3?=${ways} 4? 5?=${ways},EX 6? 7?=${ways},EX 8?
    AAA S9: 1=N,Y 3=04,41,42,79,80,T4 4=C,N,P,R,S,W,X,Y ; rejection
  @2000B S> information receiver level
    HL R1: 1 2 3=21 4=0,1
    @2100B R1 information receiver
      NM1 R1: ${receiverKinds} 3? 4? 5? 7? ${receiverIds}
      %receiverDetails
      AAA S9: 1=N,Y 3=15,41,43,44,45,46,47,48,50,51,79,97,T4 4=${followUps} ; rejection
      PRV S1: 1=${providerRoles},SB 2?=PXC 3?
    @2000C S> subscriber level
      HL R1: 1 2 3=22 4=0,1
      %trace
      @2100C R1 subscriber
        NM1 R1: 1=IL 2=1,2 3? 4? 5? 7? 8?=II,MI 9?
        REF S9: 1=3H,${memberIds} 2 3? ; identification
        %address
        AAA S9: 1=N,Y 3=${memberRejections},72,73,74,75,76,78 4=${followUps} ; rejection
        %member
        INS S1: 1=Y 2=18 3?=001 4?=25 17? ; relationship
        %memberDetails
        @2110C S> benefit
          EB R1: ${benefit('CHD,DEP,ECH,EMP,ESP,FAM,IND,SPC,SPO')}
          %delivery
          REF S9: 1=M7,${benefitIds} 2 3? ; identification
          %benefitDetails
          @2115C S10 additional information
            %additional
          @2120 S1 related entities
            LS R1: 1=2120 ; beginning
            @2120C R23 related entity
              %entity
            LE R1: 1=2120 ; end
      @2000D S> dependent level
        HL R1: 1 2 3=23 4=0
        %trace
        @2100D R1 dependent
          NM1 R1: 1=03,${olderDependents.join(',')} 2=1 3? 4? 5? 7?
          REF S9: 1=MRC,${memberIds} 2 3? ; identification
          %address
          AAA S9: 1=N,Y 3=${memberRejections},64,65,66,67,68,77 4=${followUps} ; rejection
          %member
          INS S1: 1=N 2=01,19,20,21,39,40,53,G8 3?=001 4?=25 17? ; relationship
          %memberDetails
          @2110D S> benefit
            EB R1: ${benefit('CHD,DEP,ECH,ESP,FAM,IND,SPC,SPO')}
            %delivery
            REF S9: 1=${benefitIds} 2 3? ; identification
            %benefitDetails
            @2115D S10 additional information
              %additional
            @2120 S1 related entities
              LS R1: 1=2120 ; beginning
              @2120D R23 related entity
                %entity
              LE R1: 1=2120 ; end
SE S1: 1 2`;

/** Health Care Eligibility Benefit Response. Source: ASC X12N 005010X279 with errata A1. */
export const x279a1Response: Guide = {
  id: '005010X279A1',
  type: '271',
  set: '271',
  functionalId: 'HB',
  versions: ['005010X279', '005010X279A1'],
  units: new Set(['2000A', '2000B', '2000C']),
  root: readGuide(notation, blocks),
};
