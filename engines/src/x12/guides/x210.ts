import { attachmentBlocks } from './attachment-blocks.ts';
import { type Guide, readGuide } from './guide.ts';

const notation = `
ST R1: 1=275 2 3
BGN R1: 1=02,11 2 3 4?
%parties
@1000D R1 patient
  %patient
  REF R1: 1=EJ 2 ; patient control number
  %claim
@2000A R> additional information
  %answer
  REF S1: 1=FJ 2 ; line control number
  REF S2: 1 2 4?(1 2 3? 4?) ; procedure
  %serviceDate
  @2100B R1 submission
    DTP R1: 1=368 2=D8 3 ; submitted
    CAT R1: 1=AE 2=HL,IA,MB,TX 3? ; format
    @2110B R1 document
      EFI R1: 1=05 ; security level
      BIN R1: 1 2 ; document
SE S1: 1 2`;

/**
 * Additional Information to Support a Health Care Claim or Encounter. Source: ASC X12N 005010X210. Never
 * adopted as a federal standard, and used by payers all the same; 006020X314 takes its place in 2028.
 */
export const x210: Guide = {
  id: '005010X210',
  type: '275',
  set: '275',
  functionalId: 'PI',
  versions: ['005010X210', '005010X210E1'],
  units: new Set(['2000A']),
  root: readGuide(notation, attachmentBlocks),
};
