import { type Cents, formatAmount, type IsoDate, parseAmount, parseIsoDate } from '@superbill/engines/model';

/**
 * Reads a date as people type it: `3/1/1980`, `03-01-1980`, `03011980`, `1980-03-01`. Month first, as written
 * in the United States; a two-digit year is refused, because a birth date may lie in either century.
 */
export function parseTypedDate(typed: string): IsoDate | undefined {
  const text = typed.trim();
  const iso = parseIsoDate(text);
  if (iso) return iso;
  const match =
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!match) return undefined;
  const [, month = '', day = '', year = ''] = match;
  return parseIsoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** `1980-03-01` as it stands in a field: `03/01/1980`. */
export function typedDate(date: IsoDate): string {
  return `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;
}

/** Reads an amount as people type it: `$1,250.5`, `1250.50`. */
export function parseTypedMoney(typed: string): Cents | undefined {
  const text = typed.trim().replace(/^\$/, '');
  if (/,/.test(text) && !/^\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(text)) return undefined;
  return parseAmount(text.replaceAll(',', ''));
}

/** An amount as it stands in a field: `1250.50`. */
export function typedMoney(amount: Cents): string {
  const text = formatAmount(amount);
  const [whole = '0', fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}
