import type { Claim, IsoDate } from '../model/index.ts';

/** What the scrubber asks of a code set on a date of service. */
export interface ScrubCode {
  billable: boolean;
  /** Codes and ranges that may not stand beside this one, as printed in the tabular list: `['E10.-', 'O24.4-']`. */
  excludes1?: string[];
  /** Notes that name what must be listed before this code: present on manifestation codes. */
  codeFirst?: string[];
}

export interface ScrubCodes {
  /** Edition in force on that date, for messages: `FY2027`. */
  edition: string;
  /** The set is not complete (the starter set): an unknown code wants a look, and does not block. */
  partial?: boolean;
  lookup(code: string): ScrubCode | undefined;
}

/** A payer's promise to pay for a service, by telephone or 278. */
export interface KnownAuthorization {
  number: string;
  /** The procedures it covers; absent when it covers the whole claim. */
  procedures?: string[];
  from: IsoDate;
  to: IsoDate;
}

/** A claim that was sent before, as far as a duplicate can be told by it. */
export type EarlierClaim = Pick<
  Claim,
  'controlNumber' | 'frequency' | 'billingProvider' | 'subscriber' | 'patient' | 'lines'
>;

/**
 * What the rules need beside the claim. What a caller does not know it leaves out: the rules that depend on it
 * then keep silent, except that a missing code set is told once.
 */
export interface ScrubFacts {
  /** The day the claim will be sent. */
  today: IsoDate;
  /** Diagnosis codes in force on a date of service; undefined while none is loaded for it. */
  codesOn?(date: IsoDate): ScrubCodes | undefined;
  /** CMS place of service codes. */
  isPlaceOfService?(code: string): boolean;
  /** Days from the service to the last day on which this payer takes the claim. */
  timelyFilingDays?: number;
  /** Procedures that this payer pays only with an authorization. */
  authorizationRequired?: ReadonlySet<string>;
  /** Authorizations on file for this patient and payer. */
  authorizations?: readonly KnownAuthorization[];
  /** Claims of this patient that were sent and not voided. */
  earlierClaims?: readonly EarlierClaim[];
  /** Procedures of the practice's fee schedule. */
  knownProcedures?: ReadonlySet<string>;
}
