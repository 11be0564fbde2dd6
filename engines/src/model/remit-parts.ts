import type { Cents } from './cents.ts';
import type { Contact } from './claim-parties.ts';
import type { IsoDate } from './iso-date.ts';

/** Somebody as a remittance names him; what was not told is absent. */
export interface RemitPerson {
  lastName?: string;
  firstName?: string;
  middleName?: string;
  suffix?: string;
  /** NM109: member number, or what the payer knows him by. */
  memberId?: string;
}

/** Whom the payer took for the one who did the work (NM1*82). */
export interface RemitProvider {
  isPerson?: boolean;
  lastName?: string;
  firstName?: string;
  /** An identifier that is no NPI: NM108 and NM109. */
  qualifier?: string;
  id?: string;
}

/** Another payer: NM1*TT, to whom the claim went on, or NM1*PR, who ought to have had it first. */
export interface OtherRemitPayer {
  name: string;
  /** NM109, a payer id where {@link qualifier} is absent (`PI`). */
  id: string;
  qualifier?: string;
}

/** AMT or QTY beyond those that have a name of their own: qualifier and value. */
export interface RemitAmount {
  kind: string;
  amount: Cents;
}

export interface RemitQuantity {
  kind: string;
  quantity: number;
}

/** Whom to ask (PER), or where to read. */
export interface RemitContact extends Contact {
  url?: string;
}

/** CLP11 to CLP13. */
export interface RemitDrg {
  code: string;
  weight?: number;
  dischargeFraction?: number;
}

/** TS3: the payer's totals for one provider, facility type and fiscal year. */
export interface ProviderSummary {
  provider: string;
  facilityCode: string;
  fiscalYearEnd: IsoDate;
  claims: number;
  charge: Cents;
}

/** Claims that stand together (loop 2000), where a remittance has more than one such group, or totals for it. */
export interface RemitGroup {
  /** LX01 */
  number: string;
  /** How many of {@link Remit.claims}, in order, belong to it. */
  claims: number;
  summary?: ProviderSummary;
}
