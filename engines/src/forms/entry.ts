import type { Cents, Finding } from '../model/index.ts';
import type { PlacedText } from './grid.ts';
import { typed } from './wording.ts';

/** Room for one text: so many columns from this one on. */
export interface Area {
  row: number;
  column: number;
  width: number;
  align?: 'right';
}

/** Every field of a form with its room. An amount has a second one for its cents, named `….cents`. */
export type Layout = Readonly<Record<string, Area>>;

/** What a field is to show, before anybody knows whether it fits. */
export interface Entry {
  field: string;
  /** Where the claim says it. */
  at: string;
  /** A text may be cut with little harm, a code not; a number that does not fit is wrong when it is cut. */
  kind: 'text' | 'code' | 'number' | 'amount';
  text: string;
  cents?: string;
}

function entry(kind: Entry['kind'], field: string, text: string | undefined, at: string): Entry[] {
  return text === undefined || text === '' ? [] : [{ field, at, kind, text }];
}

/** Words: nothing when there are none. */
export const words = (field: string, text: string | undefined, at: string) => entry('text', field, text, at);

/** A code or an identifying number. */
export const code = (field: string, text: string | undefined, at: string) => entry('code', field, text, at);

/** A count. */
export const count = (field: string, text: string | undefined, at: string) =>
  entry('number', field, text, at);

/** A cross in a box. */
export const mark = (field: string, at: string) => entry('code', field, 'X', at);

/** Dollars in one field, cents beside them. */
export function money(field: string, amount: Cents | undefined, at: string): Entry[] {
  if (amount === undefined) return [];
  const dollars = `${amount < 0 ? '-' : ''}${Math.trunc(Math.abs(amount) / 100)}`;
  const rest = String(Math.abs(amount) % 100).padStart(2, '0');
  return [{ field, at, kind: 'amount', text: dollars, cents: rest }];
}

/** A form's own words for its findings: what a field is called there, and where its rules are written. */
export interface Wording {
  /** `Box`, `FL`. */
  field: string;
  source: string;
}

/** Puts entries where they belong. What does not fit is cut or left out, and said. */
export function lay(
  layout: Layout,
  wording: Wording,
  entries: readonly Entry[],
  page: number,
): { texts: PlacedText[]; findings: Finding[] } {
  const texts: PlacedText[] = [];
  const findings: Finding[] = [];
  for (const given of entries) {
    const { field, at, kind } = given;
    const area = areaOf(layout, field);
    const { text, lost } = typed(given.text);
    const tell = (found: Pick<Finding, 'rule' | 'severity' | 'message'>) =>
      findings.push({ ...found, at, source: `${wording.source}, ${wording.field} ${titleOf(field)}` });
    if (lost) tell(lostCharacters(wording, field));
    const isNumber = kind === 'number' || kind === 'amount';
    if (text.length > area.width || (isNumber && text.startsWith('-'))) {
      tell(misfit(wording, field, kind, area.width));
      if (isNumber) continue;
    }
    const shown = text.slice(0, area.width).trimEnd();
    if (shown === '') continue;
    texts.push(placed(area, field, shown, page));
    if (given.cents !== undefined) {
      texts.push(placed(areaOf(layout, `${field}.cents`), `${field}.cents`, given.cents, page));
    }
  }
  return { texts, findings };
}

function areaOf(layout: Layout, field: string): Area {
  const area = layout[field];
  if (!area) throw new Error(`no such field on the form: ${field}`);
  return area;
}

function placed({ row, column, width, align }: Area, field: string, text: string, page: number): PlacedText {
  return { page, field, column: align === 'right' ? column + width - text.length : column, row, text };
}

/** `24F.2` belongs to what a reader knows as 24F. */
const titleOf = (field: string) => field.split('.')[0] ?? field;

function lostCharacters({ field: name }: Wording, field: string) {
  return {
    rule: 'form-character',
    severity: 'warning',
    message: `${name} ${titleOf(field)} has characters that cannot be typed on the form; they were left out.`,
  } as const;
}

function misfit({ field: name }: Wording, field: string, kind: Entry['kind'], width: number) {
  const where = `${name} ${titleOf(field)}`;
  if (kind === 'text') {
    return {
      rule: 'form-text-cut',
      severity: 'warning',
      message: `${where} has room for ${width} characters; the rest was cut.`,
    } as const;
  }
  if (kind === 'code') {
    return {
      rule: 'form-code-cut',
      severity: 'error',
      message: `${where} has room for ${width} characters, and a number that is cut is another one: write it in by hand.`,
    } as const;
  }
  return {
    rule: 'form-number-left-out',
    severity: 'error',
    message: `${where} has room for ${width} digits without sign; it was left blank.`,
  } as const;
}
