import { type Guide, readGuide } from './guide.ts';

// The guide lists PR for the receiver's level only; payers name themselves by it in claims too.
const entities =
  'PR,03,13,17,1E,1G,1H,1I,1O,1P,1Q,1R,1S,1T,1U,1V,1W,1X,1Y,1Z,28,2A,2B,2D,2E,2I,2K,2P,2Q,2S,2Z,30,36,3A,3C,3D,3E,3F,3G,3H,3I,3J,3K,3L,3M,3N,3O,3P,3Q,3R,3S,3T,3U,3V,3W,3X,3Y,3Z,40,43,44,4A,4B,4C,4D,4E,4F,4G,4H,4I,4J,4L,4M,4N,4O,4P,4Q,4R,4S,4U,4V,4W,4X,4Y,4Z,5A,5B,5C,5D,5E,5F,5G,5H,5I,5J,5K,5L,5M,5N,5O,5P,5Q,5R,5S,5T,5U,5V,5W,5X,5Y,5Z,61,6A,6B,6C,6D,6E,6F,6G,6H,6I,6J,6K,6L,6M,6N,6O,6P,6Q,6R,6S,6U,6V,6W,6X,6Y,71,72,73,74,77,7C,80,82,84,85,87,95,CK,CZ,D2,DD,DJ,DK,DN,DO,DQ,E1,E2,E7,E9,FA,FD,FE,G0,G3,GB,GD,GI,GJ,GK,GM,GY,HF,HH,I3,IJ,IL,IN,LI,LR,MR,MSC,OB,OD,OX,P0,P2,P3,P4,P6,P7,PRP,PT,PV,PW,QA,QB,QC,QD,QE,QH,QK,QL,QN,QO,QS,QV,QY,RC,RW,S4,SEP,SJ,SU,T4,TL,TQ,TT,TTP,TU,UH,X3,X4,X5,ZZ';
const status = (codes: string) => `1(1 2 3?=${codes}) 2 3x 10?(1 2 3?) 11?(1 2 3?) 12x ; status`;
const claimStatus = `(1 2 3?=${entities} 4?=RX)`;
const moreStatus = '10?(1 2 3? 4?=RX) 11?(1 2 3? 4?=RX) 12x ; status';
const ways = 'ED,EM,FX,TE';

const blocks = {
  claim: `TRN R1: 1=2 2 ; trace number
STC R>: 1${claimStatus} 2 3x 4? 5? 6? 8? 9? ${moreStatus}
REF S1: 1=1K 2 ; payer's control number
REF S1: 1=BLT 2 ; bill type
REF S1: 1=EJ 2 ; patient control number
REF S1: 1=XZ 2 ; prescription number
REF S1: 1=VV 2 ; voucher number
REF S1: 1=D9 2 ; clearinghouse number
DTP S1: 1=472 2=D8,RD8 3 ; service`,
  line: `SVC R1: 1(1=AD,ER,HC,HP,IV,N4,NU,WK 2 3-6?) 2 3 4? 7 ; service
STC R>: 1${claimStatus} 2 3x ${moreStatus}
REF S1: 1=FJ 2 ; line control number
DTP R1: 1=472 2=D8,RD8 3 ; service date`,
};

const notation = `
ST R1: 1=277 2 3
BHT R1: 1=0010 2=08 3 4 5 6=DG
@2000A R> information source level
  HL R1: 1 3=20 4=1
  @2100A R1 payer
    NM1 R1: 1=PR 2=2 3 8=PI,XV 9
    PER S1: 1=IC 2? 3=${ways} 4 5?=${ways},EX 6? 7?=${ways},EX 8?
  @2000B R> information receiver level
    HL R1: 1 2 3=21 4=0,1
    @2100B R1 information receiver
      NM1 R1: 1=41 2=1,2 3? 4? 5? 8=46 9
    @2200B S1 answer to the receiver
      TRN R1: 1=2 2 ; trace number
      STC R>: ${status('41,AY,PR')}
    @2000C S> service provider level
      HL R1: 1 2 3=19 4=0,1
      @2100C R2 service provider
        NM1 R1: 1=1P 2=1,2 3? 4? 5? 7? 8=FI,SV,XX 9
      @2200C S1 answer to the provider
        TRN R1: 1=1 2 ; trace number
        STC R>: ${status('1P')}
      @2000D S> subscriber level
        HL R1: 1 2 3=22 4=0,1
        @2100D R1 subscriber
          NM1 R1: 1=IL 2=1,2 3 4? 5? 7? 8=24,II,MI 9
        @2200D S> claim
          %claim
          @2220D S> service line
            %line
        @2000E S> dependent level
          HL R1: 1 2 3=23
          @2100E R1 dependent
            NM1 R1: 1=QC 2=1 3 4? 5? 7?
          @2200E R> claim
            %claim
            @2220E S> service line
              %line
SE S1: 1 2`;

/** Health Care Information Status Notification, the response to a 276. Source: ASC X12N 005010X212. */
export const x212Response: Guide = {
  id: '005010X212',
  type: '277',
  set: '277',
  functionalId: 'HN',
  versions: ['005010X212', '005010X212E1', '005010X212E2'],
  units: new Set(['2000A', '2000B', '2000C', '2000D']),
  root: readGuide(notation, blocks),
};
