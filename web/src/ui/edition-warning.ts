import type { EditionView } from '@superbill/contract';

export const systemNames: Record<EditionView['system'], string> = {
  icd10cm: 'ICD-10-CM',
  icd10pcs: 'ICD-10-PCS',
  hcpcs: 'HCPCS',
  cpt: 'CPT',
};

/** What a person must know about the code set that answers; undefined when it is full and in force. */
export function editionWarning(edition: EditionView & { outOfDate: boolean }): string | undefined {
  const name = systemNames[edition.system];
  if (edition.starter) return `${name}: starter set of ${count(edition.codes)} codes, not the full code set.`;
  if (edition.outOfDate) return `${name} ${edition.edition} is not in force today; no newer one is loaded.`;
  return undefined;
}

/** The edition in one line: `ICD-10-CM FY2026, 74,719 codes`. */
export function editionName({ system, edition, codes }: EditionView): string {
  return `${systemNames[system]} ${edition}, ${count(codes)} codes`;
}

function count(codes: number): string {
  return codes.toLocaleString('en-US');
}
