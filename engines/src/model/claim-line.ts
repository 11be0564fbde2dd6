import type { Cents } from './cents.ts';
import type { DentalService } from './claim-dental.ts';
import type { Identifier, ProvidersByRole, PurchasedService } from './claim-parties.ts';
import type { Attachment, Certification, Contract, Note, Repricing } from './claim-parts.ts';
import type { LineAdjudication } from './coverage.ts';
import type { IsoDate } from './iso-date.ts';
import type {
  Ambulance,
  Drug,
  Equipment,
  EquipmentCertification,
  SupportingForm,
  TestResult,
} from './line-supplements.ts';

/** What a line says of days other than that of the service (DTP of loop 2400). */
export interface LineDates {
  /** 471 */
  prescription?: IsoDate;
  /** 607 */
  recertification?: IsoDate;
  /** 463 */
  beginTherapy?: IsoDate;
  /** 461 */
  lastCertification?: IsoDate;
  /** 304 */
  lastSeen?: IsoDate;
  /** 738 */
  hemoglobinTest?: IsoDate;
  /** 739 */
  creatinineTest?: IsoDate;
  /** 011 */
  shipped?: IsoDate;
  /** 455 */
  lastXray?: IsoDate;
  /** 454 */
  initialTreatment?: IsoDate;
  /** 441: of the prosthesis that is replaced; dental. */
  priorPlacement?: IsoDate;
  /** 452: of an orthodontic appliance; dental. */
  appliancePlacement?: IsoDate;
  /** 446: of the appliance; dental. */
  replacement?: IsoDate;
  /** 196; dental. */
  treatmentStart?: IsoDate;
  /** 198; dental. */
  treatmentCompletion?: IsoDate;
}

/** Numbers that tie a line to other papers (REF of loop 2400). */
export interface LineReferences {
  /** 9B */
  repricedLine?: string;
  /** 9D */
  adjustedRepricedLine?: string;
  /** 9A and 9C; dental. */
  repricedClaim?: string;
  adjustedRepricedClaim?: string;
  /** EW */
  mammographyCertificate?: string;
  /** X4 */
  clia?: string;
  /** F4: of the laboratory that referred the test. */
  referringClia?: string;
  /** BT */
  immunizationBatch?: string;
  /** 9F, of this payer and of others. */
  referrals?: Omit<Identifier, 'kind'>[];
  /** G1 of other payers; this payer's is {@link ClaimLine.authorizationNumber}. */
  otherAuthorizations?: Omit<Identifier, 'kind'>[];
  /** G3, of this payer and of others; dental. */
  predeterminations?: Omit<Identifier, 'kind'>[];
}

/** One service: SV1 of a professional, SV2 of an institutional, SV3 of a dental claim. */
export interface ClaimLine extends ProvidersByRole {
  /** REF*6R: unique on the claim, comes back in the remittance. */
  controlNumber: string;
  /** SV201: four digits; institutional, and there on every line. */
  revenueCode?: string;
  /** CPT, HCPCS or CDT; an institutional line may do without. */
  procedure?: string;
  /** SV101-1, where it is not `HC` (`AD` on a dental claim): `HP` HIPPS, `IV` home infusion … */
  procedureQualifier?: string;
  modifiers: string[];
  /** SV101-7: of a procedure whose code does not say enough. */
  description?: string;
  charge: Cents;
  /** SV104, SV205 or SV306. */
  units: number;
  /** `UN` units, `MJ` minutes of anesthesia, `DA` days (institutional). */
  unitBasis: 'UN' | 'MJ' | 'DA';
  /** SV207: the part of the charge that is not covered; institutional. */
  notCovered?: Cents;
  /** 1-based positions in the claim's diagnoses, most important first, one to four; none on an institutional line. */
  diagnosisPointers: number[];
  /** DTP*472. Absent where the claim's own dates say it; `serviceStart` knows. */
  serviceDate?: IsoDate;
  serviceDateTo?: IsoDate;
  /** Where it differs from the claim's. */
  placeOfService?: string;
  /** SV109 */
  emergency?: true;
  /** SV111: the service comes of a screening of a child. */
  epsdt?: true;
  /** SV112 */
  familyPlanning?: true;
  /** SV115 */
  copayExempt?: true;
  authorizationNumber?: string;
  references?: LineReferences;
  dates?: LineDates;
  dental?: DentalService;
  drug?: Drug;
  ambulance?: Ambulance;
  /** QTY*PT: how many patients the ambulance carried. */
  ambulancePatients?: number;
  /** QTY*FL: additional units of obstetric anesthesia. */
  obstetricUnits?: number;
  equipment?: Equipment;
  equipmentCertification?: EquipmentCertification;
  certifications?: Certification[];
  testResults?: TestResult[];
  purchasedService?: PurchasedService;
  contract?: Contract;
  /** AMT*T; AMT*GT on an institutional line. */
  salesTax?: Cents;
  /** AMT*N8; institutional. */
  facilityTax?: Cents;
  /** AMT*F4 */
  postage?: Cents;
  attachments?: Attachment[];
  notes?: Note[];
  /** K3 */
  fileInformation?: string[];
  repricing?: Repricing;
  forms?: SupportingForm[];
  /** From payers that already decided, for a secondary or tertiary claim. */
  adjudications?: LineAdjudication[];
}
