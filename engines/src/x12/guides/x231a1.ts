import { type Guide, readGuide } from '../guide.ts';

const notation = `
ST R1: 1=999 2 3
AK1 R1: 1 2 3? ; group answered
@2000 S> transaction answered
  AK2 R1: 1 2 3?
  @2100 S> segment in error
    IK3 R1: 1 2 3? 4=1,2,3,4,5,6,7,8,I4,I6,I7,I8,I9
    CTX S11: 1(1 2?) 2? 3? 4? 5?(1 2? 3?) 6?(1 2?) ; context
    @2110 S> element in error
      IK4 R1: 1(1 2? 3?) 2? 3=1,2,3,4,5,6,7,8,9,10,12,13,I6,I9,I10,I11,I12,I13 4?
      CTX S10: 1(1 2?) 2? 3? 4? 5?(1 2? 3?) 6?(1 2?) ; context
  IK5 R1: 1=A,E,M,R,W,X 2-6?=1,2,3,4,5,6,7,8,9,10,11,12,13,15,16,17,18,19,23,24,25,26,27,I5,I6
AK9 R1: 1=A,E,M,P,R,W,X 2 3 4 5-9?=1,2,3,4,5,6,10,11,12,13,14,15,16,17,18,19,23,24,25,26 ; answer to the group
SE S1: 1 2`;

/** Implementation Acknowledgment. Source: ASC X12N 005010X231 with errata A1. */
export const x231a1: Guide = {
  id: '005010X231A1',
  type: '999',
  set: '999',
  functionalId: 'FA',
  versions: ['005010X231', '005010X231A1'],
  units: new Set(['2000']),
  root: readGuide(notation),
};
