import type { RefundMethod, VoidReason, WriteOffReason } from '@superbill/contract';
import type { Cents } from '@superbill/engines/model';

/** An act that may wait for a countersign, word for word as it was asked for. */
export type ControlledAct =
  | {
      kind: 'write-off';
      chargeId: string;
      owedBy: 'patient' | 'insurance';
      amountCents: Cents;
      reason: WriteOffReason;
    }
  | {
      kind: 'refund';
      patientId: string;
      amountCents: Cents;
      method: RefundMethod;
      /** Null when the patient is paid: the name is taken from the registration when it is booked. */
      payeeName: string | null;
    }
  | { kind: 'void-payment'; paymentId: string; reason: VoidReason }
  /** The hash of what the claim would say: another change is another request. */
  | { kind: 'code-change'; claimId: string; fingerprint: string };

/** What a claim says about what was done and why. */
export interface Coded {
  codes: string[];
  lines: { procedure: string; units: number; chargeCents: Cents }[];
}

/** What the one who decides is shown, as it was when it was asked. */
export interface ApprovalFacts {
  what: string;
  why: string;
  thread: string;
  change: { before: Coded; after: Coded } | null;
}
