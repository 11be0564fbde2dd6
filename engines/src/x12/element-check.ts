import { parseCompactDate } from '../model/index.ts';
import type { X12Finding } from './finding.ts';
import { type ElementUse, listed, type SegmentUse } from './guide.ts';
import { components, type Segment } from './segment.ts';
import { composites } from './standard/composites.ts';
import { type DataElement, dataElements } from './standard/elements.ts';
import type { Layout, Relation } from './standard/layout.ts';
import { segmentLayouts } from './standard/segments.ts';

/** Something wrong with one element. `element` is `CLM05-3`. */
type ElementFault = Pick<X12Finding, 'code' | 'message' | 'snip'> & {
  element: string;
  severity?: X12Finding['severity'];
};

type Report = (fault: ElementFault) => void;

/**
 * Checks the elements of a segment against the standard (types, lengths, relational conditions) and,
 * where a use is given, against the guide (usage, codes).
 */
export function checkElements(segment: Segment, use: SegmentUse | undefined, report: Report): void {
  const layout = segmentLayouts.get(segment.id);
  if (!layout) return;
  const { id, elements, delimiters } = segment;
  const { parts } = layout;
  checkEnd(segment, parts.length, report);
  for (let n = 1; n <= parts.length; n++) {
    const part = parts[n - 1];
    if (!part) break;
    const text = elements[n] ?? '';
    const elementUse = use?.elements.get(n);
    if (text === '' && !part.mandatory && !elementUse?.required) continue;
    const at = elementName(id, n);
    const isUsed = use === undefined || elementUse !== undefined;
    if (!checkPresence({ text, at, mandatory: part.mandatory, isUsed, use: elementUse }, report)) continue;
    if (delimiters.repetition !== undefined && text.includes(delimiters.repetition)) {
      report({ snip: 1, code: 'element-repeats', element: at, message: `${at} may not repeat.` });
      continue;
    }
    const composite = composites.get(part.of);
    if (composite) checkComposite(segment, { text, at, layout: composite, use: elementUse }, report);
    else {
      const before = elements[n - 1] ?? '';
      checkSimple(
        { text, at, of: part.of, use: elementUse, before, component: delimiters.component },
        report,
      );
    }
  }
  if (layout.relations.length > 0) checkRelations(layout.relations, elements, id, report);
}

function elementName(id: string, n: number): string {
  return n < 10 ? `${id}0${n}` : `${id}${n}`;
}

function checkEnd({ id, elements }: Segment, most: number, report: Report): void {
  const count = elements.length - 1;
  if (count > most) {
    const message = `${id} has more elements than it may have.`;
    report({ snip: 1, code: 'too-many-elements', element: elementName(id, most + 1), message });
  } else if (count > 0 && elements[count] === '') {
    const message = `${id} ends with an empty element; separators at the end are left out.`;
    const element = elementName(id, count);
    report({ snip: 1, severity: 'warning', code: 'trailing-separator', element, message });
  }
}

interface Presence {
  text: string;
  at: string;
  mandatory: boolean;
  isUsed: boolean;
  use: ElementUse | undefined;
}

/** Whether there is something to check further. */
function checkPresence({ text, at, mandatory, isUsed, use }: Presence, report: Report): boolean {
  if (text === '') {
    if (mandatory) report({ snip: 1, code: 'element-missing', element: at, message: `${at} is required.` });
    else if (use?.required)
      report({ snip: 2, code: 'element-missing', element: at, message: `${at} is required here.` });
    return false;
  }
  if (isUsed) return true;
  report({ snip: 2, code: 'element-not-used', element: at, message: `${at} is not used here.` });
  return false;
}

interface Composite {
  text: string;
  at: string;
  layout: Layout;
  use: ElementUse | undefined;
}

function checkComposite(segment: Segment, { text, at, layout, use }: Composite, report: Report): void {
  const values = components(segment, text);
  if (values.length > layout.parts.length) {
    const message = `${at} has more components than it may have.`;
    report({ snip: 1, code: 'too-many-components', element: at, message });
  }
  for (let n = 1; n <= layout.parts.length; n++) {
    const part = layout.parts[n - 1];
    if (!part) break;
    const value = values[n - 1] ?? '';
    const partUse = use?.parts?.get(n);
    if (value === '' && !part.mandatory && !partUse?.required) continue;
    const element = `${at}-${n}`;
    const isUsed = use?.parts === undefined || partUse !== undefined;
    const presence = { text: value, at: element, mandatory: part.mandatory, isUsed, use: partUse };
    if (!checkPresence(presence, report)) continue;
    checkSimple({ text: value, at: element, of: part.of, use: partUse, before: values[n - 2] ?? '' }, report);
  }
  if (layout.relations.length > 0) checkRelations(layout.relations, ['', ...values], `${at}-`, report);
}

interface Simple {
  text: string;
  at: string;
  of: string;
  use: ElementUse | undefined;
  /** The element before, which says how a date is written. */
  before: string;
  component?: string;
}

function checkSimple({ text, at, of, use, before, component }: Simple, report: Report): void {
  const data = dataElements.get(of);
  if (!data) return;
  if (component !== undefined && text.includes(component)) {
    report({ snip: 1, code: 'too-many-components', element: at, message: `${at} has no components.` });
    return;
  }
  const wrong = badValue(text, data);
  if (wrong) {
    report({ snip: 1, element: at, code: wrong.code, message: `${at} ${wrong.message}.` });
    return;
  }
  if (use?.codes && !use.codes.has(text)) {
    const message = `${at} is none of the codes that may stand here: ${listed(use.codes)}.`;
    report({ snip: 2, code: 'code-not-allowed', element: at, message });
    return;
  }
  if (data.number === '782' && text.replace(/[-.]/g, '').length > 10) {
    report({ snip: 2, code: 'element-too-long', element: at, message: `${at} has more than ten digits.` });
  }
  if (data.number === '1251') checkPeriod(text, before, at, report);
}

interface Wrong {
  code: string;
  message: string;
}

function badValue(text: string, { type, number, shortest, longest }: DataElement): Wrong | undefined {
  const length = type === 'R' || type === 'N0' ? text.replace(/[-.]/g, '').length : text.length;
  if (length > longest) return { code: 'element-too-long', message: `is longer than ${longest} characters` };
  if (!hasOnlyText(text))
    return {
      code: 'invalid-character',
      message: 'holds nothing but blanks, or a character that may not be sent',
    };
  if (type === 'N0' && !/^-?\d+$/.test(text))
    return { code: 'invalid-character', message: 'is no whole number' };
  if (type === 'R' && !/^-?(?:\d+(?:\.\d+)?|\.\d+)$/.test(text))
    return { code: 'invalid-character', message: 'is no decimal number' };
  if (number === '782' && /\.\d{3}/.test(text))
    return { code: 'invalid-amount', message: 'has more than two decimals' };
  if (length < shortest)
    return { code: 'element-too-short', message: `is shorter than ${shortest} characters` };
  if (type === 'DT' && parseCompactDate(text) === undefined)
    return { code: 'invalid-date', message: 'is no date (CCYYMMDD)' };
  if (type === 'TM' && !isTime(text)) return { code: 'invalid-time', message: 'is no time of day' };
  return undefined;
}

function hasOnlyText(text: string): boolean {
  let blank = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return false;
    if (code !== 0x20) blank = false;
  }
  return !blank;
}

/** `HHMM`, `HHMMSS`, `HHMMSSD` or `HHMMSSDD`. */
export function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d\d{0,2})?$/.test(text);
}

function checkPeriod(text: string, format: string, at: string, report: Report): void {
  if (format === 'D8' && parseCompactDate(text) === undefined) {
    report({ snip: 1, code: 'invalid-date', element: at, message: `${at} is no date (CCYYMMDD).` });
  }
  if (format !== 'RD8') return;
  const [from, to] = text.length === 17 && text[8] === '-' ? [text.slice(0, 8), text.slice(9)] : ['', ''];
  if (parseCompactDate(from) === undefined || parseCompactDate(to) === undefined) {
    report({
      snip: 1,
      code: 'invalid-date',
      element: at,
      message: `${at} is no stretch of dates (CCYYMMDD-CCYYMMDD).`,
    });
  } else if (from > to) {
    report({ snip: 1, code: 'invalid-date', element: at, message: `${at} ends before it begins.` });
  }
}

/** `values` are counted from 1; `prefix` is the segment, or the element and a hyphen. */
function checkRelations(
  relations: readonly Relation[],
  values: readonly string[],
  prefix: string,
  report: Report,
): void {
  for (const { kind, elements } of relations) {
    const [head = 0, ...rest] = elements;
    const given = elements.filter((n) => (values[n] ?? '') !== '');
    const hasHead = given[0] === head;
    const absent = elements.find((n) => !given.includes(n)) ?? head;
    if (kind === 'P' && given.length > 0 && given.length < elements.length) {
      missing(absent, `${names(elements, prefix)} are given together or not at all.`);
    } else if (kind === 'R' && given.length === 0) {
      missing(head, `At least one of ${names(elements, prefix)} is required.`);
    } else if (kind === 'C' && hasHead && given.length < elements.length) {
      missing(absent, `${names([head], prefix)} needs ${names(rest, prefix)} beside it.`);
    } else if (kind === 'L' && hasHead && given.length === 1) {
      missing(rest[0] ?? head, `${names([head], prefix)} needs one of ${names(rest, prefix)} beside it.`);
    } else if (kind === 'E' && given.length > 1) {
      const element = names([given[1] ?? head], prefix);
      const message = `Only one of ${names(elements, prefix)} may be given.`;
      report({ snip: 1, code: 'elements-exclude', element, message });
    }
  }
  function missing(element: number, message: string): void {
    report({ snip: 1, code: 'element-condition', element: names([element], prefix), message });
  }
}

function names(elements: readonly number[], prefix: string): string {
  return elements.map((n) => (prefix.endsWith('-') ? `${prefix}${n}` : elementName(prefix, n))).join(', ');
}
