import type { EditionView } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';

export const systemNames: Record<EditionView['system'], string> = {
  icd10cm: 'ICD-10-CM',
  icd10pcs: 'ICD-10-PCS',
  hcpcs: 'HCPCS',
};

/** What a person must know about the code set that answers; undefined when it is full and in force. */
export function editionWarning(edition: EditionView, outOfDate: boolean): string | undefined {
  const name = systemNames[edition.system];
  if (edition.starter) {
    const count = edition.codes.toLocaleString('en-US');
    return `${name}: starter set of ${count} codes, not the full code set.`;
  }
  if (outOfDate) return `${name} ${edition.edition} is out of date.`;
  return undefined;
}

/** The edition that answers on a day: in force, else the latest that began before, else the first to come. */
export function editionOn(editions: readonly EditionView[], system: EditionView['system'], day: IsoDate) {
  const own = editions.filter((edition) => edition.system === system);
  const begun = own.filter(({ effectiveFrom }) => effectiveFrom <= day);
  const latest = [...begun].sort(
    (a, b) => Number(a.starter) - Number(b.starter) || (a.effectiveFrom < b.effectiveFrom ? 1 : -1),
  );
  const edition = latest[0] ?? own[0];
  if (!edition) return undefined;
  const ended = edition.effectiveTo !== null && edition.effectiveTo < day;
  return { edition, outOfDate: ended || edition.effectiveFrom > day };
}
