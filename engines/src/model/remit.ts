import type { Cents } from './cents.ts';
import type { Adjustment } from './claim.ts';
import type { IsoDate } from './iso-date.ts';

/** One service line of a remittance (835 loop 2110). */
export interface RemitLine {
  /** REF*6R as sent on the claim, when the payer returns it. */
  controlNumber?: string;
  procedure: string;
  modifiers: string[];
  charge: Cents;
  paid: Cents;
  units?: number;
  serviceDate?: IsoDate;
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
  /** CLP05 */
  patientResponsibility: Cents;
  /** CLP07 */
  payerControlNumber?: string;
  patient?: { lastName?: string; firstName?: string; memberId?: string };
  adjustments: Adjustment[];
  remarks: string[];
  lines: RemitLine[];
}

/** PLB: money that belongs to no claim. Positive reduces the payment. */
export interface ProviderAdjustment {
  reason: string;
  reference?: string;
  amount: Cents;
}

/** An 835 transaction: one payment and what it is for. */
export interface Remit {
  payer: { name: string; id?: string };
  payee: { name: string; npi?: string };
  /** BPR02 */
  paid: Cents;
  /** BPR04: `ACH`, `CHK`, `NON` … */
  method: string;
  /** BPR16 */
  paymentDate: IsoDate;
  /** TRN02: check or trace number. */
  traceNumber: string;
  /** TRN03: the payer's identifier. */
  traceOrigin?: string;
  claims: RemitClaim[];
  providerAdjustments: ProviderAdjustment[];
}
