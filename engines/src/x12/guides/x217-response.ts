import { type Guide, readGuide } from './guide.ts';
import { certification, eventProviders, reviewBlocks, serviceProviders, therapies } from './review-blocks.ts';

const organization = '2=1,2 3? 4? 5? 7? 8=24,34,46,PI,XV,XX 9';
const provider = '2=1,2 3? 4? 5? 6? 7? 8?=24,34,46,XX 9?';
const reasons =
  '04,05,15,33,35,41,42,43,44,45,46,47,49,50,51,52,53,54,55,56,57,58,60,61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,95,96,97,98,AA,AE,AF,AG,AH,AI,AJ,AK,AL,AM,AN,AO,AP,AQ,T1,T4,T5';
const actions = 'C,N,P,R,S,W,X,Y';
const rejection = `AAA S9: 1=N 3=${reasons} 4?=${actions} ; rejection`;
const decision = (codes: string) => `HCR S1: 1=${codes} 2? 3? 4?=N,Y ; decision`;
const trace = 'TRN S3: 1=1,2 2 3 4? ; trace number';
const references = `REF S1: 1=NT 2 ; administrative reference
REF S1: 1=BB 2 ; previous authorization`;
const certified = `DTP S1: 1=102 2=D8 3 ; certification issue
DTP S1: 1=036 2=D8 3 ; certification expiration
DTP S1: 1=007 2=D8,RD8 3 ; certification effective`;
const review = `2=${certification} 3? 4?(1 2=A,B) 6?=03,E,U ; review`;
const contactLoop = `NM1 R1: 1=L5 2=1,2 3? 4? 5? 7? 8?=24,34,46,PI,XV,XX 9?
  %address
  %contact`;

const blocks = {
  ...reviewBlocks,
  decided: `${references}
%dates
${certified}`,
  event: `HL R1: 1 2 3=EV 4=0,1
${trace}
${rejection}
UM S1: 1=AR,HS,IN,SC ${review}
${decision('A1,A2,A3,A4,A6,C,CT,NA')}
%decided
%diagnosesOrQuestions
%pattern
%stay
CR1 S1: 1?=LB 2? 3?=I,R,T,X 4?=A,B,C,D,E,F 5?=DH,DK 6? 9? 10? ; ambulance transport
${therapies('?')}
%homeHealth
%attachments
%message
@2010EA S14 event provider
  NM1 R1: 1=${eventProviders} ${provider}
  %providerDetails
  %address
  %contact
  ${rejection}
  %eventSpecialty
@2010EB S1 contact for more information
  ${contactLoop}
@2010EC S5 transport location
  NM1 R1: 1=45,FS,ND,PW,R3 2=2 3?
  %address
  ${rejection}
@2000F S> service level
  HL R1: 1 2 3=SS 4=0
  ${trace}
  ${rejection}
  UM S1: 1=HS,SC ${review.replace('2=', '2?=')}
  ${decision('A1,A3,A4,A6,C,CT,NA')}
  ${references.replace('\n', '\n  ')}
  DTP S1: 1=472 2=D8,RD8 3 ; service
  ${certified.replaceAll('\n', '\n  ')}
  HI S1: 1(1=LOI 2) 2-12?(1=LOI 2) ; question
  %services
  %pattern
  %attachments
  %message
  @2010FA S12 service provider
    NM1 R1: 1=1T,${serviceProviders} ${provider}
    %providerDetails
    %address
    %contact
    ${rejection}
    %serviceSpecialty
  @2010FB S1 contact for more information
    ${contactLoop.replaceAll('\n', '\n  ')}`,
};

const notation = `
ST R1: 1=278 2 3
BHT R1: 1=0007 2=11 3 4 5 6?=18,19,AT,RU
@2000A R1 review organization level
  HL R1: 1 3=20 4=0,1
  AAA S9: 1=N,Y 3?=${reasons} 4?=${actions} ; rejection
  @2010A R1 review organization
    NM1 R1: 1=2B,36,PR,X3 ${organization}
    %contact
    ${rejection}
  @2000B S1 requester level
    HL R1: 1 2 3=21 4=0,1
    @2010B R2 requester
      NM1 R1: 1=1P,FA 2=1,2 3? 4? 5? 7? 8=24,34,46,XX 9
      %requesterDetails
      ${rejection}
      %requesterSpecialty
    @2000C S1 subscriber level
      HL R1: 1 2 3=22 4=0,1
      @2010C R1 subscriber
        NM1 R1: 1=IL 2=1 3? 4? 5? 6? 7? 8=II,MI 9
        %subscriberDetails
        %address
        ${rejection}
        %demographics
        INS S1: 1=Y 2=18 8? ; relationship
      @2000D S1 dependent level
        HL R1: 1 2 3=23 4=0,1
        @2010D R1 dependent
          NM1 R1: 1=QC 2=1 3? 4? 5? 7? 8?=II,MI 9?
          %dependentDetails
          %address
          ${rejection}
          %demographics
          INS S1: 1=N 2=01,19,G8 17? ; relationship
        @2000E S> patient event level
          %event
      @2000E S> patient event level
        %event
SE S1: 1 2`;

/** Health Care Services Review: Response. Source: ASC X12N 005010X217. */
export const x217Response: Guide = {
  id: '005010X217',
  type: '278',
  set: '278',
  functionalId: 'HI',
  versions: ['005010X217', '005010X217E1', '005010X217E2'],
  purposes: ['11'],
  units: new Set(),
  root: readGuide(notation, blocks),
};
