import type { Address, IsoDate } from '../model/index.ts';

/** A name as a claim has it, of a person or, in `lastName` alone, of an organization. */
export interface Named {
  lastName: string;
  firstName?: string | undefined;
  middleName?: string | undefined;
  suffix?: string | undefined;
}

/** Letters that no decomposition brings to the letters a form knows. */
const spelled: Record<string, string> = { Æ: 'AE', Œ: 'OE', Ø: 'O', Ł: 'L', Đ: 'D', Ð: 'D', Þ: 'TH' };

/** A text as a form takes it: capitals of the plain alphabet. `lost` when a character has no such form. */
export function typed(text: string): { text: string; lost: boolean } {
  const capitals = text
    .toUpperCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ÆŒØŁĐÐÞ]/g, (letter) => spelled[letter] ?? letter)
    .replace(/[’‘]/g, "'")
    .replace(/[–—]/g, '-')
    // Blanks stay as they are: between two codes on one line three of them stand.
    .replace(/\s/g, ' ')
    .trim();
  const plainOnes = capitals.replace(/[^\x20-\x7e]/g, '');
  return { text: plainOnes, lost: plainOnes !== capitals };
}

/** Names and addresses go without punctuation; hyphens stay, and what stands between two words. */
export function plain(text: string): string {
  return text
    .replace(/[.'’‘`"]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}&/-]+/gu, ' ')
    .trim();
}

/** Several things on one line stand three blanks apart (NUCC, boxes 10d, 19 and 24). */
export function apart(things: readonly string[]): string {
  return things.filter((thing) => thing !== '').join('   ');
}

/** A text in sentences, with its punctuation, on one line. */
export function sentence(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Numbers go without hyphens and blanks. */
export function unbroken(text: string): string {
  return text.replace(/[\s-]+/g, '');
}

/** `LAST JR, FIRST, M`; an organization's name alone. */
export function lastFirst({ lastName, firstName, middleName, suffix }: Named): string {
  const parts = [joined(lastName, suffix), plain(firstName ?? ''), initial(middleName)];
  return parts.filter((part) => part !== '').join(', ');
}

/** `FIRST M LAST JR`; an organization's name alone. */
export function firstLast({ lastName, firstName, middleName, suffix }: Named): string {
  return joined(firstName, initial(middleName), lastName, suffix);
}

/** Plain texts with one blank between them. */
export function joined(...parts: (string | undefined)[]): string {
  return parts
    .map((part) => plain(part ?? ''))
    .filter((part) => part !== '')
    .join(' ');
}

const initial = (name: string | undefined) => plain(name ?? '').slice(0, 1);

/** Both lines of a street, on one. */
export function street({ line1, line2 }: Address): string {
  return joined(line1, line2);
}

/** State, or what stands for it abroad. */
export function stateOf({ state, subdivision }: Address): string {
  return plain(state || (subdivision ?? '').replace(/^[A-Z]{2}-/, ''));
}

/** `43004-0001`; a foreign postal code as it is. */
export function zipOf({ zip }: Address): string {
  const nine = /^(\d{5})-?(\d{4})$/.exec(zip.trim());
  return nine ? `${nine[1]}-${nine[2]}` : plain(zip);
}

/** `SAMPLETOWN OH 43004-0001`, and the country where it is another. */
export function cityStateZip(address: Address): string {
  const { city, country } = address;
  return joined(city, stateOf(address), zipOf(address), country);
}

/** A date in the order month, day, year, with `between` the parts. */
export function monthDayYear(date: IsoDate, yearDigits: 2 | 4, between: '' | ' '): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return [month, day, year.slice(-yearDigits)].join(between);
}

/** A telephone number's digits: area code and the rest. */
export function phoneParts(phone: string): { area: string; number: string } {
  const digits = phone.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  return digits.length === 10
    ? { area: digits.slice(0, 3), number: digits.slice(3) }
    : { area: '', number: digits };
}

/** A quantity without useless decimals, at most three of them. */
export function quantity(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
