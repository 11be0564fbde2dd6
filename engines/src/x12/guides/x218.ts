import { type Guide, readGuide } from './guide.ts';

const adjustedNow = '20,52,53,AA,AX,H1,H6,IA,J3';
const adjustedEarlier = '52,53,80,81,86,BJ,H1,H6,RU,WO';
const contactWays = 'EM,EX,FX,TE';

const blocks = {
  nameAndAddress: `N2 S1: 1 ; additional name
N3 S1: 1 2?
N4 S1: 1 2? 3? 4? 7?`,
  contact: `PER S>: 1=IC 2 3=EM,FX,TE 4 5?=${contactWays} 6? 7?=${contactWays} 8? ; contact`,
  coveragePeriod: `DTM S1: 1=582,AAG 2? 5?=RD8 6? ; coverage period`,
};

const notation = `
ST R1: 1=820 2 3
BPR R1: 1=C,D,I,P,U,X 2 3=C 4=ACH,BOP,CHK,FWT,NON,SWT 5?=CCP,CTX 6?=01,02,04 7? 8?=ALC,DA 9? 10 11? 12?=01,02,04 13? 14?=DA,SG 15? 16 ; payment
TRN R1: 1=1,3 2 3? 4? ; trace number
CUR S1: 1=2B,PR 2 ; currency
REF S>: 1=14,17,18,2F,38,72,LB 2 ; premium receiver's key
DTM S1: 1=009 2 ; processed
DTM S1: 1=035 2 ; delivered
DTM S1: 1=582 5=RD8 6 ; coverage period
DTM S1: 1=097 2 ; created
@1000A R1 premium receiver
  N1 R1: 1=PE 2? 3?=1,9,EQ,FI,XV 4? ; name
  %nameAndAddress
  RDM S1: 1=BM,EM,FT,FX,IA,OL 2? 3? ; delivery of the remittance
@1000B R1 premium payer
  N1 R1: 1=PR 2? 3?=1,24,75,9,EQ,FI,PI 4? ; name
  %nameAndAddress
  %contact
@1000C S14 intermediary bank
  N1 R1: 1=04,0B,8W,AK,BE,BK,C1,C2,IAT,MJ,RB,Z6,ZB,ZL 2? 3?=31,57,94,A3,A4,A6,CF,G,PA 4? ; name
  %nameAndAddress
  %contact
@2000A S> organization remittance
  ENT R1: 1 2=2L,AG,NH,RGA,UN 3=1,24,9,FI 4 ; organization
  @2200A S> adjustment of an earlier payment
    ADX R1: 1 2=${adjustedEarlier},WW ; adjustment
  @2300A R> remittance item
    RMR R1: 1=11,1L,CT,IK 2 3?=PA,PI,PO,PP 4 5? ; item
    REF S>: 1=14,17,18,2F,38,E9,LB,LU,ZZ 2 ; reference
    %coveragePeriod
    @2310A S1 summary line
      IT1 R1: 1 ; line
      @2312A S4 charge
        SAC R1: 1=C 2=A172,B680,D940,G740 5 ; charge
      @2315A S3 member count
        SLN R1: 1 3=O 4 5(1=10,IE,PR) ; count
    @2320A S> adjustment of this payment
      ADX R1: 1 2=${adjustedNow} ; adjustment
@2000B S> individual remittance
  ENT R1: 1 2=2J 3=34,EI,II 4 ; individual
  @2100B S> name of the individual
    NM1 R1: 1=DO,EY,IL,QE 2=1 3? 4? 5? 6? 7? 8?=34,EI,N 9? ; name
  @2200B S> adjustment of an earlier payment
    ADX R1: 1 2=${adjustedEarlier} ; adjustment
  @2300B R> remittance item
    RMR R1: 1=11,9J,AZ,B7,CT,ID,IG,IK,KW 2 4 5? ; item
    REF S>: 1=14,18,2F,38,E9,LU,ZZ 2 ; reference
    %coveragePeriod
    @2320B S> adjustment of this payment
      ADX R1: 1 2=${adjustedNow} ; adjustment
SE S1: 1 2`;

/** Payroll Deducted and Other Group Premium Payment for Insurance Products. Source: ASC X12N 005010X218. */
export const x218: Guide = {
  id: '005010X218',
  type: '820',
  set: '820',
  functionalId: 'RA',
  versions: ['005010X218'],
  units: new Set(['2000A', '2000B']),
  root: readGuide(notation, blocks),
};
