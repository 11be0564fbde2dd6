import { type Guide, readGuide } from './guide.ts';

const timeZones =
  '01,02,03,04,05,06,07,08,09,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,AD,AS,AT,CD,CS,CT,ED,ES,ET,GM,HD,HS,HT,LT,MD,MS,MT,ND,NS,NT,PD,PS,PT,TD,TS,TT,UT';
const relationships =
  '01,03,04,05,06,07,08,09,10,11,12,13,14,15,16,17,18,19,23,24,25,26,31,38,53,60,D2,G8,G9';
const reasons =
  '01,02,03,04,05,06,07,08,09,10,11,14,15,16,17,18,20,21,22,25,26,27,28,29,31,32,33,37,38,39,40,41,43,59,AA,AB,AC,AD,AE,AF,AG,AH,AI,AJ,AL,EC,XN,XT';
const memberDates =
  '050,286,296,297,300,301,303,336,337,338,339,340,341,350,351,356,357,383,385,386,393,394,473,474';
const employmentClasses = '01,02,03,04,05,06,07,08,09,10,11,12,17,18,19,20,21,22,23';
const insuranceLines = 'AG,AH,AJ,AK,DCP,DEN,EPO,FAC,HE,HLT,HMO,LTC,LTD,MM,MOD,PDG,POS,PPO,PRA,STD,UR,VIS';
const coverageLevels = 'CHD,DEP,E1D,E2D,E3D,E5D,E6D,E7D,E8D,E9D,ECH,EMP,ESP,FAM,IND,SPC,SPO,TWO';
const race = '(1?=7,8,A,B,C,D,E,F,G,H,I,J,N,O,P,Z 2?=RET 3?)';
const demographics = `4?=B,D,I,M,R,S,U,W,X 5?${race} 6?=1,2,3,4,5,6,7 10?=REC 11?`;
const allWays = 'AP,BN,CP,EM,EX,FX,HP,TE,WP';
const anyWay = `3=${allWays} 4 5?=${allWays} 6? 7?=${allWays} 8?`;
const officeWays = 'AP,BN,CP,EM,EX,FX,TE';
const schoolWays = 'EM,EX,FX,TE';
const amounts = 'B9,C1,D2,EBA,FK,P3,R';
const identified = '8?=34,ZZ 9?';

const blocks = {
  address: `N3 R1: 1 2?
N4 R1: 1 2? 3? 4? 7?`,
  addressIfKnown: `N3 S1: 1 2?
N4 S1: 1 2? 3? 4? 7?`,
};

const notation = `
ST R1: 1=834 2 3
BGN R1: 1=00,15,22 2 3 4 5?=${timeZones} 6? 8=2,4,RX ; beginning
REF S1: 1=38 2 ; master policy number
DTP S>: 1=007,090,091,303,382,388 2=D8 3 ; file date
QTY S3: 1=DT,ET,TO 2 ; control total
@1000A R1 sponsor
  N1 R1: 1=P5 2? 3=24,94,FI 4 ; name
@1000B R1 payer
  N1 R1: 1=IN 2? 3=94,FI,XV 4 ; name
@1000C S2 broker or administrator
  N1 R1: 1=BO,TV 2? 3=94,FI,XV 4 ; name
  @1100C S1 account
    ACT R1: 1 6? ; account numbers
@2000 R> member
  INS R1: 1=N,Y 2=${relationships} 3=001,021,024,025,030 4?=${reasons} 5=A,C,S,T 6?(1=A,B,C,D,E 2?=0,1,2) 7?=1,2,3,4,5,6,7,8,9,10,ZZ 8?=AC,AO,AU,FT,L1,PT,RT,TE 9?=F,N,P 10?=N,Y 11?=D8 12? 13?=R,U 17? ; status
  REF R1: 1=0F 2 ; subscriber number
  REF S1: 1=1L 2 ; policy number
  REF S13: 1=17,23,3H,4A,6O,ABB,D3,DX,F6,P5,Q4,QQ,ZZ 2 ; supplemental number
  DTP S24: 1=${memberDates} 2=D8 3 ; member date
  @2100A R1 name of the member
    NM1 R1: 1=74,IL 2=1 3 4? 5? 6? 7? ${identified} ; name
    PER S1: 1=IP ${anyWay} ; contact
    N3 S1: 1 2?
    N4 S1: 1 2? 3? 4? 5?=60,CY 6? 7?
    DMG S1: 1=D8 2 3=F,M,U ${demographics}
    EC S>: 1=${employmentClasses} 2?=${employmentClasses} 3?=${employmentClasses} ; employment class
    ICM S1: 1=1,2,3,4,6,7,8,9,B,C,H,Q,S,U 2 3? 4? 5? ; income
    AMT S7: 1=${amounts} 2 ; policy amount
    HLH S1: 1=N,S,T,U,X 2? 3? ; health
    LUI S>: 1?=LD,LE 2? 3? 4?=5,6,7,8 ; language
  @2100B S1 incorrect name
    NM1 R1: 1=70 2=1 3 4? 5? 6? 7? ${identified} ; name
    DMG S1: 1?=D8 2? 3?=F,M,U ${demographics}
  @2100C S1 mailing address
    NM1 R1: 1=31 2=1 ; address type
    %address
  @2100D S3 employer
    NM1 R1: 1=36 2=1,2 3? 4? 5? 6? 7? 8?=24,34 9? ; name
    PER S1: 1=EP 2? 3=${officeWays} 4 5?=${officeWays} 6? 7?=${officeWays} 8? ; contact
    %addressIfKnown
  @2100E S3 school
    NM1 R1: 1=M8 2=2 3 ; name
    PER S1: 1=SK 2? 3=${schoolWays} 4 5?=${schoolWays} 6? 7?=${schoolWays} 8? ; contact
    %addressIfKnown
  @2100F S1 custodial parent
    NM1 R1: 1=S3 2=1 3 4 5? 6? 7? ${identified} ; name
    PER S1: 1=PQ ${anyWay} ; contact
    %addressIfKnown
  @2100G S13 responsible person
    NM1 R1: 1=6Y,9K,E1,EI,EXS,GB,GD,J6,LR,QD,S1,TZ,X4 2=1 3 4? 5? 6? 7? ${identified} ; name
    PER S1: 1=RP ${anyWay} ; contact
    %addressIfKnown
  @2100H S1 drop-off location
    NM1 R1: 1=45 2=1 3? 4? 5? 6? 7? ; name
    %addressIfKnown
  @2200 S> disability
    DSB R1: 1=1,2,3,4 7?=DX,ZZ 8? ; disability type
    DTP S2: 1=360,361 2=D8 3 ; eligibility date
  @2300 S99 health coverage
    HD R1: 1=001,002,021,024,025,026,030,032 3=${insuranceLines} 4? 5?=${coverageLevels} 9?=N,Y ; coverage
    DTP R6: 1=300,303,343,348,349,543,695 2=D8,RD8 3 ; coverage date
    AMT S9: 1=${amounts} 2 ; policy amount
    REF S14: 1=17,1L,9V,CE,E8,M7,PID,RB,X9,XM,XX1,XX2,ZX,ZZ 2 ; policy number
    REF S1: 1=QQ 2 ; months of prior coverage
    IDC S3: 1 2=D,H,P 3? 4?=1,2,RX ; identification card
    @2310 S30 provider
      LX R1: 1
      NM1 R1: 1=1X,3D,80,FA,OD,P3,QA,QN,Y2 2=1,2 3? 4? 5? 6? 7? 8?=34,FI,SV,XX 9? 10=25,26,72 ; name
      N3 S2: 1 2?
      N4 S1: 1 2? 3? 4? 7?
      PER S2: 1=IC ${anyWay} ; contact
      PLA S1: 1=2 2=1P 3 5=14,22,46,AA,AB,AC,AD,AE,AF,AG,AH,AI,AJ ; change of provider
    @2320 S5 coordination of benefits
      COB R1: 1=P,S,T,U 2? 3=1,5,6 4?=1,35,48,50,54,89,90,A4,AG,AL,BB ; other coverage
      REF S4: 1=60,6P,SY,ZZ 2 ; identifier
      DTP S2: 1=344,345 2=D8 3 ; eligibility date
      @2330 S3 related entity
        NM1 R1: 1=36,GW,IN 2=2 3? 8?=FI,NI,XV 9? ; name
        %addressIfKnown
        PER S1: 1=CN 3=TE 4 ; contact
  LS S1: 1=2700 ; start of the reporting categories
  @2700 S> reporting category
    LX R1: 1
    @2750 R1 category
      N1 R1: 1=75 2 ; name
      REF S1: 1=00,17,18,19,26,3L,6M,9V,9X,GE,LU,PID,XX1,XX2,YY,ZZ 2 ; reference
      DTP S1: 1=007 2=D8,RD8 3 ; effective date
  LE S1: 1=2700 ; end of the reporting categories
SE S1: 1 2`;

/** Benefit Enrollment and Maintenance. Source: ASC X12N 005010X220 with errata A1. */
export const x220a1: Guide = {
  id: '005010X220A1',
  type: '834',
  set: '834',
  functionalId: 'BE',
  versions: ['005010X220', '005010X220A1'],
  units: new Set(['2000']),
  root: readGuide(notation, blocks),
};
