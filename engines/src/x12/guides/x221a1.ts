import { type Guide, readGuide } from './guide.ts';

const trios = '2 3 4? 5? 6? 7? 8? 9? 10? 11? 12? 13? 14? 15? 16? 17? 18? 19?';
const plb =
  '50,51,72,90,AH,AM,AP,B2,B3,BD,BN,C5,CR,CS,CT,CV,CW,DM,E3,FB,FC,GO,HM,IP,IR,IS,J1,L3,L6,LE,LS,OA,OB,PI,PL,RA,RE,SL,TL,WO,WU';
const plbPart = `(1=${plb} 2?)`;
const filing = '12,13,14,15,16,17,AM,CH,DS,HM,LM,MA,MB,MC,OF,TV,VA,WC,ZZ';
const paidProcedure = '(1=AD,ER,HC,HP,IV,N4,N6,NU,UI,WK 2 3-6?)';
const sentProcedure = '(1=AD,ER,HC,HP,IV,N4,N6,NU,UI,WK 2 3-6? 7?)';
const ways = 'EM,EX,FX,TE,UR';

// N103 and N104 of the payee: a receiver finds the payment by its trace number, and the payee by REF*TJ too.
// PER*BL: nothing is computed from a telephone number. TS306 to TS319: in use up to 4010, and still sent.
// ST03: an 835 tells its version in GS08; some send it here as well.
const notation = `
ST R1: 1=835 2 3x
BPR R1: 1=C,D,H,I,P,U,X 2 3=C,D 4=ACH,BOP,CHK,FWT,NON 5?=CCP,CTX 6?=01,04 7? 8?=DA 9? 10? 11? 12?=01,04 13? 14?=DA,SG 15? 16 ; payment
TRN R1: 1=1 2 3 4? ; payment trace
CUR S1: 1=PR 2 ; foreign currency
REF S1: 1=EV 2 ; receiver number
REF S1: 1=F2 2 ; program version
DTM S1: 1=405 2 ; production date
@1000A R1 payer
  N1 R1: 1=PR 2 3?=XV 4? ; payer name
  N3 R1: 1 2?
  N4 R1: 1 2? 3? 4? 7?
  REF S4: 1=2U,EO,HI,NF 2 ; further payer number
  PER S1: 1=CX 2? 3?=EM,FX,TE 4? 5?=EM,EX,FX,TE 6? 7?=EX 8? ; business contact
  PER W>: 1=BL 2? 3?=EM,TE,UR 4? 5?=${ways} 6? 7?=EM,EX,FX,UR 8? ; technical contact
  PER S1: 1=IC 3=UR 4 ; web site
@1000B R1 payee
  N1 R1: 1=PE 2 3!=FI,XV,XX 4! ; payee name
  N3 S1: 1 2?
  N4 S1: 1 2? 3? 4? 7?
  REF S>: 1=0B,D3,PQ,TJ 2 ; further payee number
  RDM S1: 1=BM,EM,FT,OL 2? 3? ; delivery of the remittance
@2000 S> claim group
  LX R1: 1 ; group number
  TS3 S1: 1 2 3 4 5 6-12x 13? 14x 15? 16x 17? 18? 19x 20? 21? 22? 23? 24? ; provider summary
  TS2 S1: 1-19? ; inpatient summary
  @2100 R> claim
    CLP R1: 1 2=1,2,3,4,19,20,21,22,23,25 3 4 5? 6=${filing} 7 8? 9? 11? 12? 13? ; payment of the claim
    CAS S99: 1=CO,OA,PI,PR ${trios} ; claim adjustment
    NM1 R1: 1=QC 2=1 3? 4? 5? 7? 8?=34,HN,II,MI,MR 9? ; patient
    NM1 S1: 1=IL 2=1,2 3? 4? 5? 7? 8=FI,II,MI 9 ; subscriber
    NM1 S1: 1=74 2=1,2 3? 4? 5? 7? 8?=C 9? ; corrected patient
    NM1 S1: 1=82 2=1,2 3? 4? 5? 7? 8=BD,BS,FI,MC,PC,SL,UP,XX 9 ; rendering provider
    NM1 S1: 1=TT 2=2 3 8=AD,FI,NI,PI,PP,XV 9 ; crossover payer
    NM1 S1: 1=PR 2=2 3 8=AD,FI,NI,PI,PP,XV 9 ; priority payer
    NM1 S1: 1=GB 2=1,2 3? 4? 5? 7? 8?=FI,II,MI 9? ; other subscriber
    MIA S1: 1 2-24? ; inpatient adjudication
    MOA S1: 1-9? ; outpatient adjudication
    REF S5: 1=1L,1W,28,6P,9A,9C,BB,CE,EA,F8,G1,G3,IG,SY 2 ; claim reference
    REF S10: 1=0B,1A,1B,1C,1D,1G,1H,1J,D3,G2,LU 2 ; rendering provider number
    DTM S2: 1=232,233 2 ; statement date
    DTM S1: 1=036 2 ; coverage expiration
    DTM S1: 1=050 2 ; claim received
    PER S2: 1=CX 2? 3=EM,FX,TE 4 5?=EM,EX,FX,TE 6? 7?=EX 8? ; claim contact
    AMT S13: 1=AU,D8,DY,F5,I,NL,T,T2,ZK,ZL,ZM,ZN,ZO 2 ; claim amount
    QTY S14: 1=CA,CD,LA,LE,NE,NR,OU,PS,VS,ZK,ZL,ZM,ZN,ZO 2 ; claim quantity
    @2110 S999 service line
      SVC R1: 1${paidProcedure} 2 3 4? 5? 6?${sentProcedure} 7? ; payment of the line
      DTM S2: 1=150,151,472 2 ; service date
      CAS S99: 1=CO,OA,PI,PR ${trios} ; line adjustment
      REF S8: 1=1S,APC,BB,E9,G1,G3,LU,RB 2 ; line reference
      REF S1: 1=6R 2 ; line control number
      REF S10: 1=0B,1A,1B,1C,1D,1G,1H,1J,D3,G2,HPI,SY,TJ 2 ; line rendering provider number
      REF S5: 1=0K 2 ; policy number
      AMT S9: 1=B6,KH,T,T2,ZK,ZL,ZM,ZN,ZO 2 ; line amount
      QTY S6: 1=ZK,ZL,ZM,ZN,ZO 2 ; line quantity
      LQ S99: 1=HE,RX 2 ; remark
PLB S>: 1 2 3${plbPart} 4 5?${plbPart} 6? 7?${plbPart} 8? 9?${plbPart} 10? 11?${plbPart} 12? 13?${plbPart} 14? ; provider adjustment
SE S1: 1 2`;

/** Health Care Claim Payment/Advice. Source: ASC X12N 005010X221 with errata A1. */
export const x221a1: Guide = {
  id: '005010X221A1',
  type: '835',
  set: '835',
  functionalId: 'HP',
  versions: ['005010X221', '005010X221A1'],
  units: new Set(['2000', '2100']),
  root: readGuide(notation),
};
