import { type Guide, readGuide } from './guide.ts';

const groups = 'BE,HB,HC,HI,HN,HP,HR,HS,RA';
const sets = '270,271,276,277,278,820,834,835,837';
const ofSegment = '1,2,3,4,5,6,7,8,I4,I6,I7,I8,I9';
const ofElement = '1,2,3,4,5,6,7,8,9,10,12,13,I6,I9,I10,I11,I12,I13';
const ofTransaction = '1,2,3,4,5,6,7,8,9,10,11,12,13,15,16,17,18,19,23,24,25,26,27,I5,I6';
const ofGroup = '1,2,3,4,5,6,10,11,12,13,14,15,16,17,18,19,23,24,25,26';
const trigger = '1(1=SITUATIONAL_TRIGGER) 2 3 4? 5?(1 2? 3?) 6x(1 2?)';

// Groups and sets of attachments (PI, 275) came after this guide and are answered by it all the same.
// CTX06 names the element by its number; the guide has no use for it, and its own example sends one.
const notation = `
ST R1: 1=999 2 3
AK1 R1: 1=${groups},PI 2 3 ; answered group
@2000 S> answered transaction
  AK2 R1: 1=${sets},275 2 3?
  @2100 S> segment in error
    IK3 R1: 1 2 3? 4=${ofSegment}
    CTX S9: ${trigger} ; situation
    CTX S1: 1(1=TRN02,NM109,PATIENT_NAME_NM109,SUBSCRIBER_NAME_NM109,ENT01,SUBSCRIBER_NUMBER_REF02,CLM01 2) ; business unit
    @2110 S> element in error
      IK4 R1: 1(1 2? 3?) 2? 3=${ofElement} 4?
      CTX S10: ${trigger} ; element situation
  IK5 R1: 1=A,E,M,R,W,X 2-6?=${ofTransaction} ; verdict on the transaction
AK9 R1: 1=A,E,M,P,R,W,X 2 3 4 5-9?=${ofGroup} ; verdict on the group
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
