import {
  type Cents,
  cents,
  formatDate,
  formatMoney,
  type Instant,
  type IsoDate,
} from '@superbill/engines/model';

/** The languages a bill is written in. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

const spanishDay = new Intl.DateTimeFormat('es-US', { dateStyle: 'long', timeZone: 'UTC' });

/** `Mar 1, 2027`, `1 de marzo de 2027`: as the sentences of the bill write dates. */
export function dayText(date: IsoDate, language: Language): string {
  return language === 'en' ? formatDate(date) : spanishDay.format(new Date(`${date}T00:00:00Z`));
}

/** A moment as its day where the reader is, then the time: `Mar 1, 2027, 2:05 PM`. */
export function momentText(instant: Instant, language: Language): string {
  const at = new Date(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}` as IsoDate;
  const time = at.toLocaleTimeString(language === 'en' ? 'en-US' : 'es-US', { timeStyle: 'short' });
  return `${dayText(day, language)}, ${time}`;
}

/** What is taken off the price, with a minus sign that is also read aloud: `−$50.00`. */
export function lessText(amount: Cents): string {
  return formatMoney(cents(-amount)).replace('-', '\u2212');
}

/** The address of a telephone number; one of ten digits is in the United States. */
export function telephone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return `tel:${digits.length === 10 ? `+1${digits}` : digits}`;
}
