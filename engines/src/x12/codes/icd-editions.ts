import { type IsoDate, isoDate } from '../../model/index.ts';
import { around, first, type Loop, value } from '../walk/loop.ts';

/** Services of this day on are coded in ICD-10. Source: 45 CFR 162.1002 (c). */
export const firstDayOfIcd10 = isoDate('2015-10-01');

/** Whether the payer of a claim is one that the law leaves free: casualty and workers compensation, by SBR09. */
export function isFreeToCode(claim: Loop): boolean {
  return ['AM', 'LM', 'WC'].includes(value(first(around(claim, '2000B'), 'SBR'), 9) ?? '');
}

/** The edition that the diagnoses of a claim are due in; undefined where the law does not say. */
export function editionDue(claim: Loop, date: IsoDate | undefined): 'icd9cm' | 'icd10cm' | undefined {
  if (date === undefined) return undefined;
  if (date < firstDayOfIcd10) return 'icd9cm';
  return isFreeToCode(claim) ? undefined : 'icd10cm';
}
