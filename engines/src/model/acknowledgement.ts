/** What a TA1 or 999 says of what we sent. */
export interface FunctionalAcknowledgement {
  kind: 'TA1' | '999';
  /** Control number of the interchange (TA1) or group (999) that is answered. */
  control: string;
  /** `A` accepted, `E` accepted with errors, `P` partially accepted, `R` rejected. */
  status: 'A' | 'E' | 'P' | 'R';
  transactions: { control: string; status: string; errors: { at: string; code: string }[] }[];
  note?: string;
}

/** What a 277CA says of one claim. */
export interface ClaimAcknowledgement {
  /** Our CLM01. */
  controlNumber: string;
  accepted: boolean;
  /** Claim status category (A1 … A8), status and entity code of STC01, as received. */
  statuses: { category: string; status: string; entity?: string }[];
  payerControlNumber?: string;
}
