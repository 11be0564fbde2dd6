import type { IsoDate } from '../../model/index.ts';

/**
 * The small lists of codes that X12 files use, and what a code of each looks like. They are lists, not editions: no
 * titles, no search. ICD-10 and HCPCS level II have editions; `procedure` and `modifier` are for what a licensee of
 * CPT adds to them.
 */
const forms = {
  'place-of-service': /^\d{2}$/,
  'adjustment-reason': /^[A-Z]?\d{1,3}$/,
  remark: /^[A-Z]{1,2}\d{1,4}$/,
  'claim-status-category': /^[A-Z]\d{0,2}$/,
  'claim-status': /^\d{1,4}$/,
  // Facility, bill classification and frequency, without the leading zero.
  'bill-type': /^[1-9]\d[0-9A-Z]$/,
  revenue: /^\d{4}$/,
  'admission-type': /^\d$/,
  'admission-source': /^[0-9A-Z]$/,
  'patient-status': /^\d{2}$/,
  condition: /^[0-9A-Z]{2}$/,
  occurrence: /^[0-9A-Z]{2}$/,
  value: /^[0-9A-Z]{2}$/,
  drg: /^\d{3}$/,
  procedure: /^[0-9A-Z]\d{3}[0-9A-Z]$/,
  modifier: /^[0-9A-Z]{2}$/,
  // Diagnoses, without their dot, that count for risk adjustment.
  'risk-adjustment': /^[A-Z]\d[0-9A-Z]{1,5}$/,
} as const;

export type CodeListName = keyof typeof forms;

export const codeListNames = Object.keys(forms) as CodeListName[];

export function isCodeListName(name: string): name is CodeListName {
  return Object.hasOwn(forms, name);
}

/** A code with its first and its last day, where its list says them. */
export type ListedCode = readonly [code: string, from?: IsoDate | null, to?: IsoDate | null];

/** The diagnoses of one category of one model: `{ model: 'V28', category: '37', codes: ['E1122', …] }`. */
export interface CategoryCodes {
  model: string;
  category: string;
  /** Without their dot, as CMS writes them. */
  codes: string[];
}

export interface CodeList {
  name: CodeListName;
  codes: ListedCode[];
  /** It is made to say when its codes begin and end. */
  dated?: true;
  /** Of a list that is published anew each year, where the file says it: `FY2026`; `PY2026` for a payment year. */
  edition?: string;
  /** Of the mapping for risk adjustment: the diagnoses of each category. */
  categories?: CategoryCodes[];
}

/** A code as X12 files have it; undefined when it cannot be one of the list. */
export function listedForm(name: CodeListName, text: string): string | undefined {
  const code = text.trim().toUpperCase();
  // The uniform bill prints a zero before the type of bill; 837I leaves it out.
  const bare = name === 'bill-type' ? code.replace(/^0(?=...$)/, '') : code;
  return forms[name].test(bare) ? bare : undefined;
}
