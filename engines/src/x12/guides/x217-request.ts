import { serviceTypes } from './eligibility-blocks.ts';
import { type Guide, readGuide } from './guide.ts';
import { certification, eventProviders, reviewBlocks, serviceProviders, therapies } from './review-blocks.ts';

const previous = `REF S1: 1=BB 2 ; previous authorization
REF S1: 1=NT 2 ; previous administrative reference`;
const organization = '2=1,2 3? 4? 5? 7? 8=24,34,46,PI,XV,XX 9';
const provider = '2=1,2 3? 4? 5? 6? 7? 8?=24,34,46,XX 9?';
const trace = 'TRN S2: 1=1 2 3 4? ; trace number';
const place = '4?(1 2=A,B)';

const blocks = {
  ...reviewBlocks,
  event: `HL R1: 1 2 3=EV 4=0,1
${trace}
UM R1: 1=AR,HS,IN,SC 2=${certification} 3?=${serviceTypes} ${place} 5?(1=AA,AP,EM 2-3?=AA,AP,EM 4? 5?) 6?=03,E,U 7?=1,2,3,4,5,6,7,8,9,E,F,G,P 8?=1,2,3,4,5,6,7,8 9?=A,I,M,O,Y 10?=1,2,3,4,5,6,7,8,9,10,11,15 ; review
${previous}
%dates
%diagnoses
%pattern
%conditions
%stay
CR1 S1: 1?=LB 2? 3=I,R,T,X 4?=A,B,C,D,E,F 5?=DH,DK 6? 9? 10? ; ambulance transport
${therapies('')}
%homeHealth
%attachments
%message
@2010EA S14 event provider
  NM1 R1: 1=${eventProviders} ${provider}
  %providerDetails
  %address
  %contact
  %eventSpecialty
@2010EB S5 transport location
  NM1 R1: 1=45,FS,ND,PW,R3 2=2 3?
  %address
@2010EC S3 other review organization
  NM1 R1: 1=00,CA,GG 2=2 3?
  REF S1: 1=ZZ 2 4?(1=ZZ 2 3?=ZZ 4?) ; denial reason
  DTP S1: 1=598 2=D8 3 ; denial
@2000F S> service level
  HL R1: 1 2 3=SS 4=0
  ${trace}
  UM S1: 1=HS,SC 2?=${certification} 3?=${serviceTypes} ${place} 6?=03,E,U ; review
  ${previous.replace('\n', '\n  ')}
  DTP S1: 1=472 2=D8,RD8 3 ; service
  %services
  %pattern
  %attachments
  %message
  @2010F S12 service provider
    NM1 R1: 1=1T,${serviceProviders} ${provider}
    %providerDetails
    %address
    %contact
    %serviceSpecialty`,
};

const notation = `
ST R1: 1=278 2 3
BHT R1: 1=0007 2=01,13,36 3 4 5 6?=RU
@2000A R1 review organization level
  HL R1: 1 3=20 4=1
  @2010A R1 review organization
    NM1 R1: 1=2B,36,PR,X3 ${organization}
  @2000B R1 requester level
    HL R1: 1 2 3=21 4=1
    @2010B R1 requester
      NM1 R1: 1=1P,2B,36,FA,PR ${organization}
      %requesterDetails
      %address
      %contact
      %requesterSpecialty
    @2000C R1 subscriber level
      HL R1: 1 2 3=22 4=1
      @2010C R1 subscriber
        NM1 R1: 1=IL 2=1 3? 4? 5? 6? 7? 8=II,MI 9
        %subscriberDetails
        %address
        %demographics
        INS S1: 1=Y 2=18 8 ; military status
      @2000D S1 dependent level
        HL R1: 1 2 3=23 4=1
        @2010D R1 dependent
          NM1 R1: 1=QC 2=1 3? 4? 5? 7?
          %dependentDetails
          %address
          %demographics
          INS S1: 1=N 2=01,19,G8 17? ; relationship
        @2000E R1 patient event level
          %event
      @2000E S1 patient event level
        %event
SE S1: 1 2`;

/** Health Care Services Review: Request for Review (prior authorization). Source: ASC X12N 005010X217. */
export const x217Request: Guide = {
  id: '005010X217',
  type: '278',
  set: '278',
  functionalId: 'HI',
  versions: ['005010X217', '005010X217E1', '005010X217E2'],
  purposes: ['01', '13', '36'],
  units: new Set(),
  root: readGuide(notation, blocks),
};
