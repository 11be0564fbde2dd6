import type { Cents } from './cents.ts';
import type { IsoDate } from './iso-date.ts';

export interface Address {
  line1: string;
  line2?: string | undefined;
  city: string;
  /** Two letters. */
  state: string;
  /** Five or nine digits, no hyphen. */
  zip: string;
}

export type Sex = 'F' | 'M' | 'U';

export interface Person {
  firstName: string;
  middleName?: string;
  lastName: string;
  birthDate: IsoDate;
  sex: Sex;
  address?: Address;
}

/** A provider in a role on a claim (X12 837P loops 2310A–D, 2420A–F). */
export interface Provider {
  npi: string;
  lastName: string;
  firstName?: string;
  taxonomy?: string;
}

/** Loop 2010AA. */
export interface BillingProvider {
  /** The organization's name, or the last name when the billing provider is a person. */
  name: string;
  /** Only when the billing provider is a person. */
  firstName?: string;
  npi: string;
  /** Nine digits, employer identification number. */
  taxId: string;
  /** `EI` employer identification number (the default), `SY` social security number. */
  taxIdType?: 'EI' | 'SY';
  taxonomy?: string;
  address: Address;
  phone?: string;
}

/**
 * Loop 2010BA or 2330A with SBR. Address, birth date and sex are required when the subscriber is the
 * patient; an 837 carries neither of them for a subscriber who is not, so a claim that was read lacks them.
 */
export interface Subscriber extends Omit<Person, 'birthDate' | 'sex'> {
  birthDate?: IsoDate;
  sex?: Sex;
  memberId: string;
  groupNumber?: string;
}

export interface ClaimPayer {
  /** The electronic payer id, NM109 of loop 2010BB. */
  payerId: string;
  name: string;
  /** SBR09: `CI` commercial, `MB` Medicare part B, `MC` Medicaid, `16` Medicare Advantage … */
  claimFilingIndicator: string;
  address?: Address;
}

/** SBR01. */
export type PayerSequence = 'P' | 'S' | 'T';

/** PAT01: how the patient is related to the subscriber. Absent when they are the same person. */
export type Relationship = 'self' | 'spouse' | 'child' | 'other';

/** An adjustment of a claim or line by a payer (CAS). Positive reduces what is paid. */
export interface Adjustment {
  /** CO contractual, PR patient responsibility, OA other, PI payer initiated. */
  group: 'CO' | 'PR' | 'OA' | 'PI' | 'CR';
  /** Claim adjustment reason code. */
  reason: string;
  amount: Cents;
  quantity?: number;
}

/** What another payer already decided (loops 2320, 2330A, 2330B). */
export interface OtherCoverage {
  sequence: PayerSequence;
  payer: ClaimPayer;
  subscriber: Subscriber;
  relationship: Relationship;
  paid?: Cents;
  adjustments?: Adjustment[];
}

/** What another payer decided on one line (loop 2430). */
export interface LineAdjudication {
  /** {@link ClaimPayer.payerId} of one of the claim's other coverages. */
  payerId: string;
  paid: Cents;
  /** SVD05 */
  units: number;
  adjustments: Adjustment[];
  /** DTP*573 */
  date: IsoDate;
}

export interface ClaimLine {
  /** REF*6R: unique on the claim, comes back in the remittance. */
  controlNumber: string;
  /** CPT or HCPCS. */
  procedure: string;
  modifiers: string[];
  charge: Cents;
  units: number;
  /** `UN` units, `MJ` minutes. */
  unitBasis: 'UN' | 'MJ';
  /** 1-based positions in the claim's diagnoses, most important first, one to four. */
  diagnosisPointers: number[];
  serviceDate: IsoDate;
  serviceDateTo?: IsoDate;
  /** Where it differs from the claim's. */
  placeOfService?: string;
  authorizationNumber?: string;
  /** From payers that already decided, for a secondary or tertiary claim. */
  adjudications?: LineAdjudication[];
}

/** A professional claim as sent in an 837P (005010X222A1) or on a CMS-1500. */
export interface Claim {
  /** CLM01, at most 17 characters here, unique for the practice. */
  controlNumber: string;
  /** CLM05-3: 1 original, 7 replacement, 8 void. */
  frequency: '1' | '7' | '8';
  /** REF*F8, the payer's number of the claim that is replaced or voided. */
  payerControlNumber?: string;
  placeOfService: string;
  billingProvider: BillingProvider;
  renderingProvider?: Provider;
  referringProvider?: Provider;
  serviceFacility?: { name: string; npi?: string; address: Address };
  payerSequence: PayerSequence;
  payer: ClaimPayer;
  subscriber: Subscriber;
  relationship: Relationship;
  /** Present when the patient is not the subscriber. */
  patient?: Person;
  otherCoverages: OtherCoverage[];
  /** ICD-10-CM with dot, first-listed first, at most twelve. */
  diagnoses: string[];
  /** REF*G1 */
  authorizationNumber?: string;
  /** Whether the patient signed the release of information and assigned benefits. */
  assignmentOfBenefits: boolean;
  /** AMT*F5: what the patient has paid towards this claim. */
  patientPaid?: Cents;
  charge: Cents;
  lines: ClaimLine[];
}
