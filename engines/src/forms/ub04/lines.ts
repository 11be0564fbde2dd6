import { type Claim, type ClaimLine, sum } from '../../model/index.ts';
import { code, count, type Entry, money, words } from '../entry.ts';
import type { FormOptions } from '../paper-form.ts';
import { monthDayYear, plain, quantity, unbroken } from '../wording.ts';
import { linesPerPage } from './layout.ts';
import { type Run, run } from './run.ts';

/** FL 42 to 48, lines 1 to 22. */
export function revenueLines({ lines }: Claim): Run {
  const places = Array.from({ length: linesPerPage }, (_, index) => String(index + 1));
  const goesOn = lines.length > linesPerPage;
  const written = run(places, lines, revenueLine);
  // Lines stand once, also where other lists need more pages than they do.
  return { ...written, on: (page) => (goesOn || page === 1 ? written.on(page) : []) };
}

function revenueLine(place: string, line: ClaimLine, index: number): Entry[] {
  const at = `lines[${index}]`;
  return [
    ...code(`42.${place}`, line.revenueCode, `${at}.revenueCode`),
    ...words(`43.${place}`, description(line), `${at}.${line.drug ? 'drug' : 'description'}`),
    // The code and its modifiers, without a blank.
    ...code(`44.${place}`, [line.procedure ?? '', ...line.modifiers].join(''), `${at}.procedure`),
    ...code(`45.${place}`, line.serviceDate && monthDayYear(line.serviceDate, 2, ''), `${at}.serviceDate`),
    ...count(`46.${place}`, quantity(line.units), `${at}.units`),
    ...money(`47.${place}`, line.charge, `${at}.charge`),
    ...money(`48.${place}`, line.notCovered, `${at}.notCovered`),
  ];
}

/** A drug's number, unit and quantity without a blank; else what the line says of itself. */
function description({ drug, description: text = '' }: ClaimLine): string {
  if (!drug) return plain(text);
  return `${drug.qualifier ?? 'N4'}${unbroken(drug.code)}${drug.unit}${quantity(drug.quantity)}`;
}

/** Line 23: which page this is, when it was made; on the last page the totals, under revenue code 0001. */
export function totalLine(claim: Claim, { on }: FormOptions, page: number, pages: number): Entry[] {
  const about = [
    ...count('43.page', String(page), 'lines'),
    ...count('43.pages', String(pages), 'lines'),
    ...code('45.created', monthDayYear(on, 2, ''), 'lines'),
  ];
  if (page < pages) return about;
  const notCovered = claim.lines.flatMap((line) => line.notCovered ?? []);
  return [
    ...about,
    ...code('42.total', '0001', 'charge'),
    ...money('47.total', claim.charge, 'charge'),
    ...(notCovered.length > 0 ? money('48.total', sum(notCovered), 'lines') : []),
  ];
}
