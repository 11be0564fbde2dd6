import type { IsoDate } from '../../model/index.ts';

/** The code sets that an element of a transaction may be bound to, by the name a finding gives them. */
export const codeSetNames = {
  icd10cm: 'ICD-10-CM diagnosis code',
  icd10pcs: 'ICD-10-PCS procedure code',
  icd9cm: 'ICD-9-CM code',
  procedure: 'HCPCS or CPT procedure code',
  dental: 'dental procedure code',
  modifier: 'procedure modifier',
  'place-of-service': 'place of service code',
  'adjustment-reason': 'claim adjustment reason code',
  remark: 'remittance advice remark code',
  'claim-status-category': 'claim status category code',
  'claim-status': 'claim status code',
  'bill-type': 'type of bill',
  revenue: 'revenue code',
  'admission-type': 'admission type code',
  'admission-source': 'admission source code',
  'patient-status': 'patient status code',
  condition: 'condition code',
  occurrence: 'occurrence code',
  value: 'value code',
  drg: 'diagnosis related group',
  ndc: 'national drug code of eleven digits',
  taxonomy: 'provider taxonomy code',
  state: 'state or province code',
  zip: 'postal code',
  country: 'country code of two letters',
  npi: 'NPI',
  'tax-number': 'tax number of nine digits',
  routing: 'bank routing number',
} as const;

export type CodeSet = keyof typeof codeSetNames;

/**
 * Answers whether a code is one of a set on a date (undefined: on any); undefined where the set is not
 * loaded or cannot tell. Diagnoses come with their dot. A type of bill is facility code and frequency together.
 */
export type CodePort = (set: CodeSet, code: string, date: IsoDate | undefined) => boolean | undefined;
