import { parseCompactDate } from '../model/index.ts';
import {
  composites,
  type DataElement,
  dataElements,
  type Layout,
  type Relation,
  segmentLayouts,
} from './dictionary.ts';
import type { X12Finding } from './finding.ts';
import { type ElementUse, listed, type SegmentUse } from './guide.ts';
import { components, type Segment } from './segment.ts';

/** Something wrong with one element. `element` is `CLM05-3`. */
export type ElementFault = Pick<X12Finding, 'code' | 'message' | 'snip'> & {
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
  const name = (n: number) => segment.id + String(n).padStart(2, '0');
  const { elements, delimiters } = segment;
  const count = elements.length - 1;
  if (count > layout.parts.length) {
    const element = name(layout.parts.length + 1);
    report({
      snip: 1,
      code: 'too-many-elements',
      element,
      message: `${segment.id} has more elements than it may have.`,
    });
  }
  if (count > 0 && elements[count] === '' && count <= layout.parts.length) {
    const message = `${segment.id} ends with an empty element; separators at the end are left out.`;
    report({ snip: 1, severity: 'warning', code: 'trailing-separator', element: name(count), message });
  }
  layout.parts.forEach(({ of, mandatory }, index) => {
    const at = name(index + 1);
    const text = elements[index + 1] ?? '';
    const elementUse = use?.elements.get(index + 1);
    const presence = {
      text,
      at,
      mandatory,
      isUsed: use === undefined || elementUse !== undefined,
      use: elementUse,
    };
    if (!checkPresence(presence, report)) return;
    if (delimiters.repetition !== undefined && text.includes(delimiters.repetition)) {
      report({ snip: 1, code: 'element-repeats', element: at, message: `${at} may not repeat.` });
      return;
    }
    const parts = composites.get(of);
    if (parts) checkComposite(segment, { text, at, layout: parts, use: elementUse }, report);
    else
      checkSimple(
        { text, at, of, use: elementUse, before: elements[index] ?? '', component: delimiters.component },
        report,
      );
  });
  checkRelations(layout.relations, (n) => (elements[n] ?? '') !== '', name, report);
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
    report({
      snip: 1,
      code: 'too-many-components',
      element: at,
      message: `${at} has more components than it may have.`,
    });
  }
  layout.parts.forEach(({ of, mandatory }, index) => {
    const element = `${at}-${index + 1}`;
    const value = values[index] ?? '';
    const partUse = use?.parts?.get(index + 1);
    const isUsed = use?.parts === undefined || partUse !== undefined;
    if (!checkPresence({ text: value, at: element, mandatory, isUsed, use: partUse }, report)) return;
    checkSimple({ text: value, at: element, of, use: partUse, before: values[index - 1] ?? '' }, report);
  });
  checkRelations(
    layout.relations,
    (n) => (values[n - 1] ?? '') !== '',
    (n) => `${at}-${n}`,
    report,
  );
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

type Has = (element: number) => boolean;

function checkRelations(
  relations: readonly Relation[],
  has: Has,
  name: (n: number) => string,
  report: Report,
): void {
  for (const { kind, elements } of relations) {
    const [head = 0, ...rest] = elements;
    const names = elements.map(name).join(', ');
    const absent = elements.find((n) => !has(n)) ?? head;
    const missing = (element: number, message: string) =>
      report({ snip: 1, code: 'element-condition', element: name(element), message });
    if (kind === 'P' && elements.some(has) && !elements.every(has)) {
      missing(absent, `${names} are given together or not at all.`);
    } else if (kind === 'R' && !elements.some(has)) {
      missing(head, `At least one of ${names} is required.`);
    } else if (kind === 'C' && has(head) && !rest.every(has)) {
      missing(absent, `${name(head)} needs ${rest.map(name).join(', ')} beside it.`);
    } else if (kind === 'L' && has(head) && !rest.some(has)) {
      missing(rest[0] ?? head, `${name(head)} needs one of ${rest.map(name).join(', ')} beside it.`);
    } else if (kind === 'E' && elements.filter(has).length > 1) {
      const second = elements.filter(has)[1] ?? head;
      report({
        snip: 1,
        code: 'elements-exclude',
        element: name(second),
        message: `Only one of ${names} may be given.`,
      });
    }
  }
}
