import { type Guide, readGuide } from './guide.ts';

const birth = '1=D8 2 3?=F,M';

const blocks = {
  claim: `TRN R1: 1=1 2 ; trace number
REF S1: 1=1K 2 ; payer's control number
REF S1: 1=BLT 2 ; bill type
REF S1: 1=LU 2 ; location number
REF S1: 1=6P 2 ; group number
REF S1: 1=EJ 2 ; patient control number
REF S1: 1=XZ 2 ; prescription number
REF S1: 1=D9 2 ; clearinghouse number
AMT S1: 1=T3 2 ; claim charge
DTP S1: 1=472 2=D8,RD8 3 ; service`,
  line: `SVC R1: 1(1=AD,ER,HC,HP,IV,N4,NU,WK 2 3-6?) 2 4? 7 ; service
REF S1: 1=FJ 2 ; line control number
DTP R1: 1=472 2=D8,RD8 3 ; service date`,
};

const notation = `
ST R1: 1=276 2 3
BHT R1: 1=0010 2=13 3 4 5
@2000A R> information source level
  HL R1: 1 3=20 4=1
  @2100A R1 payer
    NM1 R1: 1=PR 2=2 3 8=PI,XV 9
  @2000B R> information receiver level
    HL R1: 1 2 3=21 4=1
    @2100B R1 information receiver
      NM1 R1: 1=41 2=1,2 3? 4? 5? 8=46 9
    @2000C R> service provider level
      HL R1: 1 2 3=19 4=1
      @2100C R2 service provider
        NM1 R1: 1=1P 2=1,2 3? 4? 5? 7? 8=FI,SV,XX 9
      @2000D R> subscriber level
        HL R1: 1 2 3=22 4=0,1
        DMG S1: ${birth}
        @2100D R1 subscriber
          NM1 R1: 1=IL 2=1,2 3 4? 5? 7? 8=24,II,MI 9
        @2200D S> claim
          %claim
          @2210D S> service line
            %line
        @2000E S> dependent level
          HL R1: 1 2 3=23
          DMG R1: ${birth}
          @2100E R1 dependent
            NM1 R1: 1=QC 2=1 3 4? 5? 7?
          @2200E R> claim
            %claim
            @2210E S> service line
              %line
SE S1: 1 2`;

/** Health Care Claim Status Request. Source: ASC X12N 005010X212 (errata E1 and E2 change no structure). */
export const x212Request: Guide = {
  id: '005010X212',
  type: '276',
  set: '276',
  functionalId: 'HR',
  versions: ['005010X212', '005010X212E1', '005010X212E2'],
  units: new Set(['2000A', '2000B', '2000C', '2000D']),
  root: readGuide(notation, blocks),
};
