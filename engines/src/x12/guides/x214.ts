import { type Guide, readGuide } from './guide.ts';

const status = '(1 2 3?)';
const statusOf = (entities: string) => `(1 2 3?=${entities})`;
const gate = '36,40,41,AY,PR';
const claimEntities =
  '03,1P,1Z,40,41,71,72,73,77,82,85,87,DK,DN,DQ,FA,GB,HK,IL,LI,MSC,PR,PRP,QB,QC,QD,SEP,TL,TTP,TU';

// NM108 and NM109 of the patient: a claim that was refused for want of a member number has none to repeat; it
// is matched by TRN02. HL04 of the patient: nothing can
// follow below. STC02 of the provider: the guide has no use for it, and its own example sends it.
const notation = `
ST R1: 1=277 2 3
BHT R1: 1=0085 2=08 3 4 5 6=TH
@2000A R1 source level
  HL R1: 1 3=20 4=1
  @2100A R1 source
    NM1 R1: 1=AY,PR 2=2 3 8=46,FI,PI,XV 9 ; source name
  @2200A R1 transmission
    TRN R1: 1=1 2 ; transmission trace
    DTP R1: 1=050 2=D8 3 ; received
    DTP R1: 1=009 2=D8 3 ; processed
  @2000B R1 receiver level
    HL R1: 1 2 3=21 4=0,1
    @2100B R1 receiver
      NM1 R1: 1=41 2=1,2 3 4? 5? 8=46 9 ; receiver name
    @2200B R1 batch
      TRN R1: 1=2 2 ; batch trace
      STC R>: 1${statusOf(gate)} 2 3=U,WQ 4 10?${status} 11?${status} ; batch status
      QTY S1: 1=90 2 ; accepted count
      QTY S1: 1=AA 2 ; rejected count
      AMT S1: 1=YU 2 ; accepted charge
      AMT S1: 1=YY 2 ; rejected charge
    @2000C S> provider level
      HL R1: 1 2 3=19 4=0,1
      @2100C R1 provider
        NM1 R1: 1=85 2=1,2 3 4? 5? 7? 8=FI,SV,XX 9 ; provider name
      @2200C S1 provider of service
        TRN R1: 1=1 2 ; provider trace
        STC S>: 1${statusOf('36,40,41,77,82,85,87,AY,PR')} 2x 3=U,WQ 4 10?${status} 11?${status} ; provider status
        REF S3: 1=0B,1G,G2,LU,SY,TJ 2 ; further provider number
        QTY S1: 1=QA 2 ; accepted count
        QTY S1: 1=QC 2 ; rejected count
        AMT S1: 1=YU 2 ; accepted charge
        AMT S1: 1=YY 2 ; rejected charge
      @2000D S> patient level
        HL R1: 1 2 3=PT 4x=0
        @2100D R1 patient
          NM1 R1: 1=QC 2=1 3 4? 5? 7? 8!=II,MI 9! ; patient name
        @2200D R> claim
          TRN R1: 1=2 2 ; claim trace
          STC R>: 1${statusOf(claimEntities)} 2 3=U,WQ 4 10?${status} 11?${status} 12? ; claim status
          REF S1: 1=1K 2 ; payer control number
          REF S1: 1=D9 2 ; clearinghouse number
          REF S1: 1=BLT 2 ; bill type
          DTP R1: 1=472 2=D8,RD8 3 ; service date
          @2220D S> service line
            SVC R1: 1(1=AD,ER,HC,HP,IV,N4,NU,WK 2 3-6?) 2 4? 7? ; line
            STC R>: 1${statusOf(claimEntities)} 2? 3=U 10?${status} 11?${status} 12? ; line status
            REF S1: 1=FJ 2 ; line control number
            REF S1: 1=XZ 2 ; prescription number
            DTP S1: 1=472 2=D8,RD8 3 ; service date
SE S1: 1 2`;

/** Health Care Claim Acknowledgment (277CA). Source: ASC X12N 005010X214. */
export const x214: Guide = {
  id: '005010X214',
  type: '277CA',
  set: '277',
  functionalId: 'HN',
  versions: ['005010X214'],
  units: new Set(['2000C', '2000D', '2200D']),
  root: readGuide(notation),
};
