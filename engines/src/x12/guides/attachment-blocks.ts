const ways = 'EM,EX,FX,TE,UR';
const question = '(1 2 4=LOI)';

/** Parts that the guides of both versions share. Source: 005010X210, 006020X314. */
export const attachmentBlocks = {
  parties: `@1000A R1 payer
  NM1 R1: 1=PR 2=2 3 8=PI,XV 9
  PER S1: 1=IC 2? 3=EM,FX,TE,UR 4 5?=${ways} 6? 7?=${ways} 8?
@1000B R1 submitter
  NM1 R1: 1=41 2=1,2 3 4? 5? 8=46 9
@1000C R1 provider
  NM1 R1: 1=1P 2=1,2 3 4? 5? 7? 8=FI,SV,XX 9
  PRV S1: 1=BI 2=PXC 3
  REF S3: 1=0B,1G,EI,G2,LU,SY,TJ 2 ; secondary identifier
  @1100C S1 provider address
    NX1 R1: 1=1P
    N3 R1: 1 2?
    N4 R1: 1 2? 3? 4? 7?`,
  patient: 'NM1 R1: 1=QC 2=1 3 4? 5? 7? 8=II,MI 9',
  claim: `REF S1: 1=BLT 2 ; bill type
REF S1: 1=EA 2 ; medical record number
REF S1: 1=D9 2 ; clearinghouse number
DTP S1: 1=472 2=D8,RD8 3 ; service`,
  answer: `LX R1: 1
TRN R1: 1=1,2 2 ; trace number
STC S1: 1${question} 2? 10?${question} 11?${question} ; question`,
  serviceDate: `@2100A S1 service date
  DTP R1: 1=472 2=D8,RD8 3 ; service`,
};
