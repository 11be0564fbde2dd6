import type { Cents } from './cents.ts';
import type { Orthodontics, ToothStatus } from './claim-dental.ts';
import type { Admission, InstitutionalCodes } from './claim-institutional.ts';
import type { ClaimLine } from './claim-line.ts';
import type { BillingProvider, Person, ProvidersByRole } from './claim-parties.ts';
import type {
  Attachment,
  Certification,
  ClaimDates,
  ClaimReferences,
  Contract,
  DateSpan,
  Note,
  RelatedCauses,
  Repricing,
} from './claim-parts.ts';
import type {
  BenefitsAssignment,
  ClaimPayer,
  OtherCoverage,
  PayerSequence,
  Relationship,
  Subscriber,
} from './coverage.ts';
import type { IsoDate } from './iso-date.ts';
import type { Ambulance, SpinalManipulation } from './line-supplements.ts';

/** 837P and CMS-1500, 837I and UB-04, 837D and ADA form. */
export type ClaimKind = 'professional' | 'institutional' | 'dental';

/**
 * A claim of any kind, as sent in an 837P (005010X222A1), 837I (005010X223A2) or 837D (005010X224A2) or on
 * paper. What only one kind can say is absent from the others.
 */
export interface Claim extends ProvidersByRole {
  kind: ClaimKind;
  /** CLM01, at most 17 characters here, unique for the practice. */
  controlNumber: string;
  /**
   * CLM05-3: 1 original, 7 replacement, 8 void; an institutional claim knows more, as 2, 3 and 4 for the
   * first, a further and the last bill of one stay.
   */
  frequency: string;
  /** REF*F8, the payer's number of the claim that is replaced or voided. */
  payerControlNumber?: string;
  /** CLM05-1 of a professional or dental claim. */
  placeOfService?: string;
  /** CLM05-1 of an institutional claim: the type of bill without its leading zero and last digit, `11`, `13` … */
  facilityCode?: string;
  billingProvider: BillingProvider;
  payerSequence: PayerSequence;
  payer: ClaimPayer;
  subscriber: Subscriber;
  relationship: Relationship;
  /** Present when the patient is not the subscriber. */
  patient?: Person;
  otherCoverages: OtherCoverage[];
  /**
   * ICD-10-CM with dot, first-listed first: at most twelve, four on a dental claim. On an institutional claim
   * the principal diagnosis, then up to 24 others.
   */
  diagnoses: string[];
  /** Where the codes are not ICD-10-CM: ICD-9-CM for services before October 2015, SNODENT on a dental claim. */
  diagnosisSystem?: 'icd9cm' | 'snodent';
  /** CLM08 */
  assignmentOfBenefits: BenefitsAssignment;
  /** CLM09: `Y`, the default, a signed release is on file; `I` informed consent by law. */
  releaseOfInformation?: 'I' | 'Y';
  /** CLM06 is `N`; professional and dental. */
  providerSignatureMissing?: true;
  /** CLM07: `A` assignment accepted (the default), `B` for laboratory services only, `C` not accepted. */
  planParticipation?: 'A' | 'B' | 'C';
  /** CLM10: the provider signed for a patient who could not. */
  signedByProvider?: true;
  relatedCauses?: RelatedCauses;
  /** CLM12 */
  specialProgram?: string;
  /** CLM19 is `PB`: the claim asks what would be paid; dental. */
  predetermination?: true;
  /** CLM20 */
  delayReason?: string;
  /** DTP*434; institutional. */
  statement?: DateSpan;
  /** DTP*472 of a dental claim, for the lines that have no date of their own. */
  serviceDate?: IsoDate;
  serviceDateTo?: IsoDate;
  dates?: ClaimDates;
  /** CL1; institutional. */
  admission?: Admission;
  /** REF*G1 */
  authorizationNumber?: string;
  references?: ClaimReferences;
  attachments?: Attachment[];
  contract?: Contract;
  /** AMT*F5: what the patient has paid towards this claim; professional and dental. */
  patientPaid?: Cents;
  /** AMT*F3: what the patient is thought to owe; institutional. */
  patientDue?: Cents;
  notes?: Note[];
  /** K3 */
  fileInformation?: string[];
  ambulance?: Ambulance;
  spinalManipulation?: SpinalManipulation;
  certifications?: Certification[];
  /** HI*BP and BO: procedures for which anesthesia was given; professional, one or two. */
  anesthesiaFor?: string[];
  /** HI*BG */
  conditions?: string[];
  repricing?: Repricing;
  /** What only an institutional claim codes (HI). */
  institutional?: InstitutionalCodes;
  /** DN1; dental. */
  orthodontics?: Orthodontics;
  /** DN2; dental. */
  toothStatuses?: ToothStatus[];
  charge: Cents;
  lines: ClaimLine[];
}

/** The first day of a line's service: its own, else the claim's; undefined on a request for predetermination. */
export function serviceStart(
  claim: Pick<Claim, 'serviceDate' | 'statement'>,
  line: Pick<ClaimLine, 'serviceDate'>,
): IsoDate | undefined {
  return line.serviceDate ?? claim.serviceDate ?? claim.statement?.from;
}

/** The last day of a line's service. */
export function serviceEnd(
  claim: Pick<Claim, 'serviceDate' | 'serviceDateTo' | 'statement'>,
  line: Pick<ClaimLine, 'serviceDate' | 'serviceDateTo'>,
): IsoDate | undefined {
  if (line.serviceDate !== undefined) return line.serviceDateTo ?? line.serviceDate;
  return claim.serviceDateTo ?? claim.serviceDate ?? claim.statement?.to;
}

/** The type of bill as a UB-04 shows it, four digits (`0131`); undefined when the claim is not institutional. */
export function typeOfBill({ facilityCode, frequency }: Claim): string | undefined {
  return facilityCode === undefined ? undefined : `0${facilityCode}${frequency}`;
}
