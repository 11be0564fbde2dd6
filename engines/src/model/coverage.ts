import type { Cents } from './cents.ts';
import type { Address, Identifier, Person } from './claim-parties.ts';
import type { IsoDate } from './iso-date.ts';

/**
 * Loop 2010BA or 2330A with SBR. Address, birth date and sex are required when the subscriber is the
 * patient; an 837 carries neither of them for a subscriber who is not, so a claim that was read lacks them.
 */
export interface Subscriber extends Omit<Person, 'birthDate' | 'sex'> {
  birthDate?: IsoDate;
  sex?: Sex;
  /** NM109; empty where a casualty payer knows none. */
  memberId: string;
  /** NM108 is `II`: the number is the standard identifier, not the plan's own. */
  memberIdType?: 'II';
  /** SBR03 */
  groupNumber?: string;
  /** SBR04 */
  groupName?: string;
  /** NM102 is 2: an employer under workers' compensation, whose name is {@link lastName}. */
  organization?: true;
}

type Sex = Person['sex'];

export interface ClaimPayer {
  /** The electronic payer id, NM109 of loop 2010BB or 2330B. */
  payerId: string;
  /** NM108 is `XV`, the plan identifier, instead of `PI`. */
  payerIdType?: 'XV';
  name: string;
  /** SBR09: `CI` commercial, `MB` Medicare part B, `MC` Medicaid, `16` Medicare Advantage … */
  claimFilingIndicator: string;
  /** SBR05: why Medicare is not primary. */
  insuranceType?: string;
  address?: Address;
  /** REF*2U, EI, FY, NF. */
  otherIds?: Identifier[];
  /** REF*G2 and LU of loop 2010BB: the billing provider's numbers with this payer. */
  billingProviderIds?: Identifier[];
}

/** SBR01: primary, secondary, tertiary, fourth (`A`) to eleventh (`H`), unknown. */
export type PayerSequence = 'P' | 'S' | 'T' | 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'U';

/** PAT01 or SBR02: how the patient is related to the subscriber. */
export type Relationship =
  | 'self'
  | 'spouse'
  | 'child'
  | 'employee'
  | 'unknown'
  | 'organ-donor'
  | 'cadaver-donor'
  | 'life-partner'
  | 'other';

/** An adjustment of a claim or line by a payer (CAS). Positive reduces what is paid. */
export interface Adjustment {
  /** CO contractual, PR patient responsibility, OA other, PI payer initiated. */
  group: 'CO' | 'PR' | 'OA' | 'PI' | 'CR';
  /** Claim adjustment reason code. */
  reason: string;
  amount: Cents;
  quantity?: number;
}

/** What another payer already decided, or will have to (loops 2320 and 2330A to I). */
export interface OtherCoverage {
  sequence: PayerSequence;
  payer: ClaimPayer;
  subscriber: Subscriber;
  relationship: Relationship;
  /** AMT*D */
  paid?: Cents;
  /** AMT*A8: what the payer does not cover. */
  notCovered?: Cents;
  /** AMT*EAF: what is left for the patient to pay. */
  patientLiability?: Cents;
  adjustments?: Adjustment[];
  /** OI03, where it is not the claim's own. */
  assignmentOfBenefits?: BenefitsAssignment;
  /** OI04 is `P`. */
  signedByProvider?: true;
  /** OI06, where it is not the claim's own. */
  releaseOfInformation?: 'I' | 'Y';
  /** MIA */
  inpatient?: InpatientAdjudication;
  /** MOA */
  outpatient?: OutpatientAdjudication;
  /** DTP*573 of loop 2330B: when it decided on the claim as a whole. */
  decidedDate?: IsoDate;
  /** REF*G1 */
  authorizationNumber?: string;
  /** REF*9F */
  referralNumber?: string;
  /** REF*F8: the payer's number of the claim. */
  payerControlNumber?: string;
  /** REF*G3; dental. */
  predeterminationNumber?: string;
  /** REF*T4: the payer has adjusted its decision. */
  adjusted?: true;
  /** Numbers that the payer gave to providers of the claim (loops 2330C to I). */
  providerIds?: OtherPayerProvider[];
}

/** CLM08 and OI03: whether benefits are assigned; `not-applicable` where the question does not arise (`W`). */
export type BenefitsAssignment = boolean | 'not-applicable';

/** A provider of the claim as another payer knows it. */
export interface OtherPayerProvider {
  /** NM101: `85` billing, `82` rendering, `DN` referring, `77` service facility, `71` attending … */
  role: string;
  /** NM102 is 2. */
  organization?: true;
  ids: Identifier[];
}

/** MOA: outpatient figures and remarks of another payer. */
export interface OutpatientAdjudication {
  /** MOA01, a fraction. */
  reimbursementRate?: number;
  /** MOA02 */
  payable?: Cents;
  /** MOA03 to 07 */
  remarks: string[];
  /** MOA08 */
  endStageRenalDisease?: Cents;
  /** MOA09 */
  professionalComponent?: Cents;
}

/** MIA: inpatient figures and remarks of another payer. */
export interface InpatientAdjudication {
  /** MIA01 */
  coveredDays: number;
  /** MIA03 */
  lifetimePsychiatricDays?: number;
  /** MIA15 */
  costReportDays?: number;
  /** MIA05 and MIA20 to 23 */
  remarks: string[];
  /** MIA02, 04, 06 to 14, 16 to 19 and 24, by the number of the element. */
  amounts: Partial<Record<number, Cents>>;
}

/** What another payer decided on one line (loop 2430). */
export interface LineAdjudication {
  /** SVD01: {@link ClaimPayer.payerId} of one of the claim's other coverages. */
  payerId: string;
  /** SVD02 */
  paid: Cents;
  /** SVD03, where it is not what was sent. */
  procedure?: AdjudicatedProcedure;
  /** SVD04, where it is not what was sent; institutional. */
  revenueCode?: string;
  /** SVD05 */
  units: number;
  /** SVD06: the line (LX01) that this one was bundled or unbundled into. */
  bundledLine?: number;
  adjustments: Adjustment[];
  /** DTP*573 */
  date: IsoDate;
  /** AMT*EAF: what is left for the patient to pay. */
  patientLiability?: Cents;
}

export interface AdjudicatedProcedure {
  /** SVD03-1, where it is not that of the line. */
  qualifier?: string;
  code: string;
  modifiers: string[];
  description?: string;
}
