import type { Cents } from './cents.ts';
import type { IsoDate } from './iso-date.ts';

/** From one day to another, both included. */
export interface DateSpan {
  from: IsoDate;
  to: IsoDate;
}

/** What a claim says of days other than those of its services (DTP). */
export interface ClaimDates {
  /** 431 */
  onset?: IsoDate;
  /** 454 */
  initialTreatment?: IsoDate;
  /** 304: by the physician who oversees care (foot care, physical therapy). */
  lastSeen?: IsoDate;
  /** 453 */
  acuteManifestation?: IsoDate;
  /** 439 */
  accident?: IsoDate;
  /** 484 */
  lastMenstrualPeriod?: IsoDate;
  /** 455 */
  lastXray?: IsoDate;
  /** 471: of glasses, lenses or a hearing aid. */
  prescription?: IsoDate;
  /** 314 with both, 360 with its begin, 361 with its end. */
  disability?: Partial<DateSpan>;
  /** 297 */
  lastWorked?: IsoDate;
  /** 296 */
  returnToWork?: IsoDate;
  /** 435 */
  admission?: IsoDate;
  /** 435, institutional: `HHMM`. */
  admissionTime?: string;
  /** 096, professional. */
  discharge?: IsoDate;
  /** 096, institutional: `HHMM`. */
  dischargeTime?: string;
  /** 090 */
  assumedCare?: IsoDate;
  /** 091 */
  relinquishedCare?: IsoDate;
  /** 444: a property and casualty patient's first visit. */
  firstContact?: IsoDate;
  /** 050 */
  repricerReceived?: IsoDate;
  /** 452: of an orthodontic appliance; dental. */
  appliancePlacement?: IsoDate;
}

/** CLM11 */
export interface RelatedCauses {
  /** `AA` auto accident, `EM` employment, `OA` other accident; at most two, three on a dental claim. */
  causes: ('AA' | 'EM' | 'OA')[];
  /** CLM11-4: where the auto accident happened. */
  state?: string;
  /** CLM11-5: where not in the United States. */
  country?: string;
}

/** Numbers that tie a claim to other papers (REF of loop 2300). */
export interface ClaimReferences {
  /** 9F */
  referral?: string;
  /** 4N: why there is no authorization. */
  authorizationException?: string;
  /** F5: whether Medicare has sent the claim on. */
  medicareCrossover?: 'N' | 'Y';
  /** EW */
  mammographyCertificate?: string;
  /** X4 */
  clia?: string;
  /** 9A */
  repricedClaim?: string;
  /** 9C */
  adjustedRepricedClaim?: string;
  /** LX; more than one, at most five, on an institutional claim only. */
  deviceExemptions?: string[];
  /** D9 */
  clearinghouseNumber?: string;
  /** EA */
  medicalRecord?: string;
  /** P4 */
  demonstrationProject?: string;
  /** 1J */
  carePlanOversight?: string;
  /** LU: the state where an auto accident happened; institutional. */
  autoAccidentState?: string;
  /** G4; institutional. */
  peerReview?: string;
  /** G3; dental. */
  predetermination?: string;
}

/** PWK: papers that belong to the claim. */
export interface Attachment {
  /** PWK01: `OZ` support data, `RB` radiographs … */
  report: string;
  /** PWK02: `AA` on request, `BM` by mail, `EL` electronically, `FX` by fax … */
  transmission: string;
  /** PWK06 */
  controlNumber?: string;
}

/** CN1 */
export interface Contract {
  /** CN101 */
  type: string;
  amount?: Cents;
  /** CN103, a percentage. */
  percent?: number;
  code?: string;
  /** CN105, a percentage. */
  termsDiscount?: number;
  version?: string;
}

/** NTE */
export interface Note {
  /** NTE01: `ADD`, `DCP` … */
  kind: string;
  text: string;
}

/** CRC: conditions that do or do not apply. */
export interface Certification {
  /** CRC01: `07` ambulance, `E1`–`E3` vision, `75` homebound, `ZZ` EPSDT referral, `70` hospice, `09` equipment. */
  category: string;
  /** CRC02 */
  applies: boolean;
  /** CRC03 to 07 */
  conditions: string[];
}

/** HCP: what a repricer says of a claim or line. */
export interface Repricing {
  /** HCP01 */
  method: string;
  /** HCP02 */
  allowed: Cents;
  /** HCP03 */
  savings?: Cents;
  /** HCP04 */
  organizationId?: string;
  /** HCP05: a percentage, or dollars a day. */
  rate?: number;
  /** HCP06: ambulatory group or DRG. */
  approvedGroup?: string;
  /** HCP07 */
  approvedAmount?: Cents;
  /** HCP08; institutional. */
  approvedRevenueCode?: string;
  /** HCP09 and HCP10 */
  approvedProcedure?: { qualifier: string; code: string };
  /** HCP11 and HCP12 */
  approvedUnits?: { basis: string; quantity: number };
  /** HCP13 */
  rejectReason?: string;
  /** HCP14 */
  policyCompliance?: string;
  /** HCP15 */
  exception?: string;
}
