import { type IsoDate, isoDate, parseIsoDate } from '@superbill/engines/model';
import { machineClock } from '@superbill/server/clock';
import { InvalidArgumentError } from 'commander';

/** From this day on ICD-10-CM and ICD-10-PCS replace ICD-9-CM. Source: 45 CFR 162.1002(c). */
export const icd10Began: IsoDate = isoDate('2015-10-01');

export const beforeIcd10 =
  'Before 2015-10-01 diagnoses and procedures were coded in ICD-9-CM, which is not here.';

/** The date of service that an option names, else today. Throws {@link InvalidArgumentError} for what is no date. */
export function readDate(text: string | undefined): IsoDate {
  if (text === undefined) return machineClock.today();
  const date = parseIsoDate(text);
  if (!date) throw new InvalidArgumentError(`${text} is not a date; write it as YYYY-MM-DD.`);
  return date;
}

/** As {@link readDate}, and never before there was ICD-10. */
export function readIcd10Date(text: string | undefined): IsoDate {
  const date = readDate(text);
  if (date < icd10Began) throw new InvalidArgumentError(beforeIcd10);
  return date;
}
