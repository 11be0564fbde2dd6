import { type IsoDate, isoDate } from '@superbill/engines/model';

/** The calendar day where the person sits. */
export function today(): IsoDate {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return isoDate(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
}
