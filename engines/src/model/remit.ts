import type { Cents } from './cents.ts';
import type { Address } from './claim-parties.ts';
import type { Adjustment } from './coverage.ts';
import type { IsoDate } from './iso-date.ts';

/** One service line of a remittance (835 loop 2110). */
export interface RemitLine {
  /** REF*6R as sent on the claim, when the payer returns it. */
  controlNumber?: string;
  /** SVC01-1 where it is not `HC` (CPT or HCPCS): `AD` dental, `N4` drug, `NU` revenue code, … */
  procedureQualifier?: string;
  procedure: string;
  modifiers: string[];
  /** SVC06, when the payer decided on another procedure than was sent (bundling, unbundling, down-coding). */
  submittedProcedure?: { procedure: string; modifiers: string[] };
  charge: Cents;
  paid: Cents;
  /** SVC05 */
  units?: number;
  serviceDate?: IsoDate;
  serviceDateTo?: IsoDate;
  /** AMT*B6, when given. */
  allowed?: Cents;
  adjustments: Adjustment[];
  /** Remittance advice remark codes (LQ*HE). */
  remarks: string[];
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
  /** DTM*232 and DTM*233 */
  serviceDate?: IsoDate;
  serviceDateTo?: IsoDate;
  /** DTM*050: when the payer received the claim. */
  receivedDate?: IsoDate;
  /** AMT*I: interest, beside the payment of the claim (PLB carries the money). */
  interest?: Cents;
  /** NM1*82, when it is not the payee. */
  renderingNpi?: string;
  patient?: { lastName?: string; firstName?: string; memberId?: string };
  adjustments: Adjustment[];
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
  payer: { name: string; id?: string; address?: Address; contact?: { name?: string; phone?: string } };
  payee: { name: string; npi?: string; taxId?: string; address?: Address };
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
  claims: RemitClaim[];
  providerAdjustments: ProviderAdjustment[];
}
