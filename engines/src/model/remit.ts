import type { Cents } from './cents.ts';
import type { Address, Identifier } from './claim-parties.ts';
import type { Adjustment, InpatientAdjudication, OutpatientAdjudication } from './coverage.ts';
import type { IsoDate } from './iso-date.ts';
import type {
  OtherRemitPayer,
  RemitAmount,
  RemitContact,
  RemitDrg,
  RemitGroup,
  RemitPerson,
  RemitProvider,
  RemitQuantity,
} from './remit-parts.ts';

/** One service line of a remittance (835 loop 2110). */
export interface RemitLine {
  /** REF*6R as sent on the claim, when the payer returns it. */
  controlNumber?: string;
  /** SVC01-1 where it is not `HC` (CPT or HCPCS): `AD` dental, `N4` drug, `NU` revenue code, … */
  procedureQualifier?: string;
  procedure: string;
  modifiers: string[];
  /** SVC04, beside a procedure. */
  revenueCode?: string;
  /**
   * SVC06, when the payer decided on another procedure than was sent (bundling, unbundling, down-coding).
   * `qualifier` as {@link procedureQualifier}; the payer's words for it in `description`.
   */
  submittedProcedure?: { qualifier?: string; procedure: string; modifiers: string[]; description?: string };
  charge: Cents;
  paid: Cents;
  /** SVC05: the units that were paid for. */
  units?: number;
  /** SVC07: the units that were sent, where they are others. */
  submittedUnits?: number;
  serviceDate?: IsoDate;
  serviceDateTo?: IsoDate;
  /** AMT*B6, when given. */
  allowed?: Cents;
  /** AMT*KH: what was taken off because the claim came late. */
  lateFilingReduction?: Cents;
  adjustments: Adjustment[];
  /** Remittance advice remark codes (LQ*HE). */
  remarks: string[];
  /** Reject codes of pharmacy claims (LQ*RX). */
  pharmacyRejects?: string[];
  /** REF of the line: authorization, repriced amount, the rendering provider's numbers (`HPI` his NPI) … */
  references?: Identifier[];
  /** REF*0K: the payer's medical policies that were applied. */
  policies?: string[];
  amounts?: RemitAmount[];
  quantities?: RemitQuantity[];
}

/** One claim of a remittance (835 loop 2100). */
export interface RemitClaim {
  /** CLP01: our control number. */
  controlNumber: string;
  /** CLP02: 1 primary, 2 secondary, 3 tertiary, 4 denied, 19–21 forwarded, 22 reversal … */
  status: string;
  charge: Cents;
  paid: Cents;
  /** CLP05; zero when not given. */
  patientResponsibility: Cents;
  /** CLP06, as `claimFilingIndicator` of the claim. */
  claimFilingIndicator?: string;
  /** CLP07 */
  payerControlNumber?: string;
  /** CLP08 and CLP09, as sent on the claim. */
  placeOfService?: string;
  frequency?: string;
  drg?: RemitDrg;
  /** DTM*232 and DTM*233 */
  serviceDate?: IsoDate;
  serviceDateTo?: IsoDate;
  /** DTM*050: when the payer received the claim. */
  receivedDate?: IsoDate;
  /** DTM*036: when the coverage ended for want of which it was denied. */
  coverageExpired?: IsoDate;
  /** AMT*I: interest, beside the payment of the claim (PLB carries the money). */
  interest?: Cents;
  /** AMT*D8: what the payer kept for paying promptly. */
  discount?: Cents;
  /** AMT*AU: what of the charge was covered. */
  covered?: Cents;
  /** AMT*F5: what the patient had paid, as the payer knows. */
  patientPaid?: Cents;
  /** NM1*82, when it is not the payee. */
  renderingNpi?: string;
  /** What else NM1*82 says. */
  renderingProvider?: RemitProvider;
  patient?: RemitPerson;
  /** NM1*IL: the subscriber, where the patient is not. */
  subscriber?: RemitPerson;
  /** NM1*74: what was wrong in the name or number of patient or subscriber, as it ought to be. */
  corrected?: RemitPerson;
  /** NM1*TT: the payer to whom the claim was passed on. */
  crossoverPayer?: OtherRemitPayer;
  /** NM1*PR: the payer who ought to have had the claim first. */
  priorityPayer?: OtherRemitPayer;
  /** NM1*GB: whose policy with that payer it is. */
  otherSubscriber?: RemitPerson;
  /** MIA and MOA but for their remarks. */
  inpatient?: Omit<InpatientAdjudication, 'remarks'>;
  outpatient?: Omit<OutpatientAdjudication, 'remarks'>;
  /** REF of the claim: group number (1L), class of contract (CE), original number (F8), … */
  references?: Identifier[];
  contacts?: RemitContact[];
  amounts?: RemitAmount[];
  quantities?: RemitQuantity[];
  adjustments: Adjustment[];
  /** Remark codes of the claim as a whole (MIA, MOA). */
  remarks: string[];
  lines: RemitLine[];
}

/** PLB: money that belongs to no claim. Positive reduces the payment. */
export interface ProviderAdjustment {
  /** `WO` overpayment recovery, `FB` balance forward, `L6` interest, `72` authorized return … */
  reason: string;
  reference?: string;
  amount: Cents;
  /** PLB01 (an NPI, as a rule the payee's) and PLB02, the end of the payer's fiscal year. */
  providerId?: string;
  fiscalYearEnd?: IsoDate;
}

/** How the money moves when {@link Remit.method} is `ACH`: BPR05–BPR10 and BPR12–BPR15. */
export interface BankTransfer {
  format: 'CCP' | 'CTX';
  from: { routing: string; account: string };
  to: { routing: string; account: string };
  /** BPR10: ten characters, `1` and the payer's tax number as a rule. */
  originator: string;
}

/** An 835 transaction: one payment and what it is for. */
export interface Remit {
  /** The address and a contact are required in what is written, and missing in some of what is read. */
  payer: {
    name: string;
    id?: string;
    address?: Address;
    /** PER*BL: technical matters. */
    contact?: RemitContact;
    /** PER*CX: matters of business. */
    businessContact?: RemitContact;
    /** PER*IC */
    webSite?: string;
    references?: Identifier[];
  };
  payee: {
    name: string;
    npi?: string;
    taxId?: string;
    address?: Address;
    /** REF: licence, pharmacy and payer's numbers. */
    references?: Identifier[];
  };
  /** BPR02 */
  paid: Cents;
  /** BPR04: `ACH`, `CHK`, `NON` … */
  method: string;
  transfer?: BankTransfer;
  /** BPR16 */
  paymentDate: IsoDate;
  /** TRN02: check or trace number. */
  traceNumber: string;
  /** TRN03: the payer's identifier. */
  traceOrigin?: string;
  /** DTM*405: the last day whose decisions are in it. */
  productionDate?: IsoDate;
  /** REF*EV: for whom it is, where it went to somebody else than the payee. */
  receiverNumber?: string;
  /** CUR02, where it is not US dollars. */
  currency?: string;
  /** Where claims stand in several groups, or with totals; absent for a single plain one. */
  groups?: RemitGroup[];
  claims: RemitClaim[];
  providerAdjustments: ProviderAdjustment[];
}
