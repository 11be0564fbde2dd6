const ways = 'EM,EX,FX,TE,UR';
const contact = `1=IC 2? 3?=EM,FX,TE,UR 4? 5?=${ways} 6? 7?=${ways} 8?`;
const report =
  '03,04,05,06,07,08,09,10,11,13,15,21,48,55,59,77,A3,A4,AM,AS,AT,B2,B3,BR,BS,BT,CB,CK,D2,DA,DB,DG,DJ,DS,FM,HC,HR,I5,IR,LA,M1,NN,OB,OC,OD,OE,OX,P4,P5,P6,P7,PE,PN,PO,PQ,PY,PZ,QC,QR,RB,RR,RT,RX,SG,V5,XP';
const diagnosis = 'ABF,ABJ,APR,BF,BJ,DR,PR';
const modifiers = '3-6? 7? 8?';
const pattern =
  '1?=DY,FL,HS,MN,VS 2? 3?=DA,MO,WK 4? 5?=6,7,21,26,27,29,34,35 6? 7? 8?=A,B,C,D,E,F,G,Y ; pattern of delivery';

/** UM02: of an initial review, or of one that goes back to an earlier certification. */
export const certification = '1,2,3,4,I,N,R,S';

/** Who may take part in a patient event, and in a service. */
export const eventProviders = '71,72,73,77,AAJ,DD,DK,DN,FA,G3,P3,QB,QV,SJ';
export const serviceProviders = '72,73,77,DD,DK,DQ,FA,G3,P3,QB,QV,SJ';

/**
 * The conditions a CRC may certify: their category, and the codes of those categories that ambulances and home
 * health have had in every guide since 004010. The others have no list that is public.
 */
const conditions: readonly (readonly [category: string, label: string, codes?: string])[] = [
  ['07', 'ambulance certification', '01,02,03,04,05,06,07,08,09,12,60'],
  ['08', 'chiropractic certification'],
  ['09', 'equipment certification'],
  ['11', 'oxygen certification'],
  ['75', 'functional limitation', 'AA,AL,BL,CO,DY,EL,HL,LB,OL,PA,SL'],
  ['76', 'activity permitted', 'BR,CA,CB,CR,EP,IH,NR,PW,TR,UT,WA,WR'],
  ['77', 'mental status', 'AG,CM,DI,DP,FO,LE,MC,OT'],
];

const diagnoses = (codes: string) =>
  `HI S1: 1(1=ABK,BK,${codes} 2 3?=D8 4?) 2-12?(1=${codes} 2 3?=D8 4?) ; diagnosis`;

/** What a request must tell of spinal manipulation and of oxygen (no mark), and a response may repeat (`?`). */
export function therapies(mark: '' | '?'): string {
  return `CR2 S1: 1? 2? 3? 4? 8${mark}=A,C,D,E,F,G,M 9${mark}=N,Y 10? 11? 12?=N,Y ; spinal manipulation
CR5 S1: 3${mark}=A,B,C,D,E,O 4?=A,B,C,D,E,O 5? 6${mark} 7? 8? 9? 10? 11? 12?=E,N,O,R,S,W 13-15?=1,2,3 16? 17${mark}=A,B,C,D,E 18?=A,B,C,D,E,O ; oxygen therapy`;
}

/** Parts that the request and the response of a services review share. Source: 005010X217. */
export const reviewBlocks = {
  address: `N3 S1: 1 2?
N4 S1: 1 2? 3? 4? 7?`,
  contact: `PER S1: ${contact}`,
  requesterDetails: 'REF S8: 1=1G,1J,EI,G5,N5,N7,SY,ZH 2 ; supplemental identifier',
  requesterSpecialty: 'PRV S1: 1=AD,AS,AT,CO,CV,OP,OR,OT,PC,PE,RF 2?=PXC 3?',
  subscriberDetails: 'REF S9: 1=1L,3L,6P,DP,EJ,F6,HJ,IG,N6,NQ,SY 2 ; supplemental identifier',
  dependentDetails: 'REF S3: 1=EJ,SY 2 ; supplemental identifier',
  demographics: 'DMG S1: 1=D8 2 3?=F,M,U',
  dates: `DTP S1: 1=439 2=D8 3 ; accident
DTP S1: 1=484 2=D8 3 ; last menstrual period
DTP S1: 1=ABC 2=D8 3 ; estimated birth
DTP S1: 1=431 2=D8 3 ; onset of illness
DTP S1: 1=AAH 2=D8,RD8 3 ; event
DTP S1: 1=435 2=D8,RD8 3 ; admission
DTP S1: 1=096 2=D8 3 ; discharge`,
  diagnoses: diagnoses(diagnosis),
  diagnosesOrQuestions: diagnoses(`${diagnosis},LOI`),
  pattern: `HSD S1: ${pattern}`,
  conditions: conditions
    .map(([category, label, codes]) => {
      const list = codes === undefined ? '' : `=${codes}`;
      return `CRC S1: 1=${category} 2=N,Y 3${list} 4-7?${list} ; ${label}`;
    })
    .join('\n'),
  stay: 'CL1 S1: 1? 2? 3? 4?=1,2,3,4,5,6,7,8,9 ; stay',
  homeHealth: `CR6 S1: 1=1,2,3,4,5,6,7,8 2 3?=RD8 4? 7=N,U,W,Y 8=${certification} 9? 10? 11? 12? 13? 14? 15?=D8,RD8 16? 17? ; home health care`,
  attachments: `PWK S10: 1=${report} 2=AA,BM,EL,EM,FX,VO 5?=AC 6? 7? ; attachment`,
  message: 'MSG S1: 1 ; message',
  providerDetails: 'REF S8: 1=0B,1G,1J,EI,G5,N5,N7,SY,ZH 2 3? ; supplemental identifier',
  eventSpecialty: 'PRV S1: 1=AD,AS,AT,OP,OR,OT,PC,PE,RF 2=PXC 3',
  serviceSpecialty: 'PRV S1: 1=AS,OP,OR,OT,PC,PE 2=PXC 3',
  services: `SV1 S1: 1(1=HC,IV,N4,WK 2 ${modifiers}) 2? 3?=F2,MJ,UN 4? 7?(1 2-4?) 11?=N,Y 20? ; professional service
SV2 S1: 1? 2?(1=HC,ID,IV,N4,WK,ZZ 2 ${modifiers}) 3? 4?=DA,F2,UN 5? 6? 9? 10? ; institutional service
SV3 S1: 1(1=AD 2 ${modifiers}) 2? 4?(1 2-5?) 5?=I,R 6 7? ; dental service
TOO S32: 1=JP 2 3?(1 2-5?) ; tooth`,
};
