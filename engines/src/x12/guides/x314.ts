import { attachmentBlocks } from './attachment-blocks.ts';
import { type Guide, readGuide } from './guide.ts';

const notation = `
ST R1: 1=275 2 3
BGN R1: 1=02,11 2 3 4? 5?
%parties
@1000D R1 patient
  %patient
  REF R1: 1=EJ,X1 2 ; provider's claim number
  %claim
@2000A R> additional information
  %answer
  REF S1: 1=6R,FJ 2 ; line control number
  REF S2: 1 2 4?(1 2 3? 4?) ; procedure
  %serviceDate
  @2100B R1 submission
    DTP R1: 1=368 2=D8 3 ; submitted
    CAT R1: 1=AE 2=HL,IA,MB,TX 3? ; format
    @2110B R1 document
      OOI R1: 1=1 2=47 3 ; object
      BDS R1: 1=ASC,B64 2 3 ; document
SE S1: 1 2`;

/**
 * Additional Information to Support a Health Care Claim or Encounter, the federal standard from 26 May 2028.
 * Source: ASC X12N 006020X314 and 45 CFR 162.2002, as far as CMS (esMD) and payers tell of it in public: the
 * guide itself was not at hand. Where they differ, both are taken.
 */
export const x314: Guide = {
  id: '006020X314',
  type: '275',
  set: '275',
  functionalId: 'PI',
  versions: ['006020X314'],
  units: new Set(['2000A']),
  root: readGuide(notation, attachmentBlocks),
};
