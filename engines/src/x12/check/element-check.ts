import type { X12Finding } from '../finding.ts';
import { listed, type SegmentUse } from '../guides/guide.ts';
import type { Relation } from '../standard/layout.ts';
import type { Segment } from '../tokens/segment.ts';
import { type ElementPlan, type PartsPlan, planFor } from './element-plan.ts';
import { badPeriod, badValue } from './element-value.ts';

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
  const plan = planFor(segment.id, use);
  if (!plan) return;
  const { elements, delimiters } = segment;
  const { parts } = plan;
  checkEnd(segment, parts.length, report);
  for (let n = 1; n <= parts.length; n++) {
    const part = parts[n - 1];
    if (!part) break;
    const text = elements[n] ?? '';
    if (text === '' && isLeftToStandard(part, elements, 0)) continue;
    if (!checkPresence(text, part, report)) continue;
    const { repetition } = delimiters;
    if (repetition !== undefined && part.data?.type !== 'B' && text.includes(repetition)) {
      checkRepeated(segment, text.split(repetition), part, report);
    } else checkOne(segment, text, part, elements[n - 1] ?? '', report);
  }
  checkRelations(plan, elements, 0, report);
}

function checkRepeated(segment: Segment, texts: string[], part: ElementPlan, report: Report): void {
  const { name, repeats } = part;
  if (texts.length > repeats) {
    const message = repeats === 1 ? `${name} may not repeat.` : `${name} may repeat ${repeats} times only.`;
    report({ snip: 1, code: 'element-repeats', element: name, message });
    return;
  }
  for (const text of texts) {
    if (text !== '') checkOne(segment, text, part, '', report);
    else
      report({
        snip: 1,
        code: 'element-missing',
        element: name,
        message: `${name} has an empty repetition.`,
      });
  }
}

function checkOne(segment: Segment, text: string, part: ElementPlan, before: string, report: Report): void {
  const separator = segment.delimiters.component;
  if (part.composite) checkComposite(text.split(separator), part, part.composite, report);
  else if (part.data?.type !== 'B' && text.includes(separator)) {
    const message = `${part.name} has no components.`;
    report({ snip: 1, code: 'too-many-components', element: part.name, message });
  } else checkSimple(text, part, before, report);
}

function checkEnd({ id, elements }: Segment, most: number, report: Report): void {
  const count = elements.length - 1;
  if (count <= 0 || (count <= most && elements[count] !== '')) return;
  const at = (n: number) => `${id}${String(n).padStart(2, '0')}`;
  if (count > most) {
    const message = `${id} has more elements than it may have.`;
    report({ snip: 1, code: 'too-many-elements', element: at(most + 1), message });
  } else {
    const message = `${id} ends with an empty element; separators at the end are left out.`;
    report({ snip: 1, severity: 'warning', code: 'trailing-separator', element: at(count), message });
  }
}

/** Whether there is something to check further. */
function checkPresence(text: string, part: ElementPlan, report: Report): boolean {
  const { name, mandatory, required, expected, isUsed, leftOver } = part;
  if (text === '') {
    if (mandatory)
      report({ snip: 1, code: 'element-missing', element: name, message: `${name} is required.` });
    else if (required || expected) {
      const message = `${name} is required here.`;
      report({ ...(expected && warning), snip: 2, code: 'element-missing', element: name, message });
    }
    return false;
  }
  if (isUsed) return true;
  const message = `${name} is not used here.`;
  report({ ...(leftOver && warning), snip: 2, code: 'element-not-used', element: name, message });
  return leftOver;
}

function isDue({ mandatory, required, expected }: ElementPlan): boolean {
  return mandatory || required || expected;
}

/** What receivers do without is an error all the same where the standard asks for it beside something else. */
function isLeftToStandard(
  { expected, partners }: ElementPlan,
  values: readonly string[],
  offset: number,
): boolean {
  return expected && partners.some((other) => (values[other - offset] ?? '') !== '');
}

const warning = { severity: 'warning' } as const;

function checkComposite(values: string[], { name }: ElementPlan, plan: PartsPlan, report: Report): void {
  const { parts } = plan;
  if (values.length > parts.length) {
    const message = `${name} has more components than it may have.`;
    report({ snip: 1, code: 'too-many-components', element: name, message });
  } else if (values.length > 1 && values.at(-1) === '') {
    const message = `${name} ends with an empty component; separators at the end are left out.`;
    report({ snip: 1, ...warning, code: 'trailing-separator', element: name, message });
  }
  for (let n = 0; n < parts.length; n++) {
    const part = parts[n];
    if (!part) break;
    const value = values[n] ?? '';
    if (value === '' && isLeftToStandard(part, values, 1)) continue;
    if (checkPresence(value, part, report)) checkSimple(value, part, values[n - 1] ?? '', report);
  }
  checkRelations(plan, values, 1, report);
}

/** `before` is the element before, which says how a date is written. */
function checkSimple(text: string, { name, data, codes }: ElementPlan, before: string, report: Report): void {
  if (!data) return;
  const wrong = badValue(text, data) ?? (data.number === '1251' ? badPeriod(text, before) : undefined);
  if (wrong) {
    const { snip = 1, severity, code, message } = wrong;
    report({ snip, element: name, code, message: `${name} ${message}.`, ...(severity && { severity }) });
  } else if (codes && !codes.has(text)) {
    const message = `${name} is none of the codes that may stand here: ${listed(codes)}.`;
    report({ snip: 2, code: 'code-not-allowed', element: name, message });
  }
}

/**
 * Part 1 stands at `values[1 - offset]`. What is told to be missing already needs no telling by a condition of
 * the standard, or by a second one.
 */
function checkRelations(plan: PartsPlan, values: readonly string[], offset: number, report: Report): void {
  const { relations, parts } = plan;
  let told: Set<string> | undefined;
  for (let i = 0; i < relations.length; i++) {
    const relation = relations[i];
    if (!relation) break;
    let given = 0;
    for (let at = 0; at < relation.elements.length; at++) {
      if ((values[(relation.elements[at] ?? 0) - offset] ?? '') !== '') given++;
    }
    // Most conditions speak of elements that are all absent or all there.
    if (given === relation.elements.length ? relation.kind !== 'E' : given === 0 && relation.kind !== 'R')
      continue;
    const has = (n: number) => (values[n - offset] ?? '') !== '';
    told ??= new Set(
      parts
        .filter((part, index) => !has(index + 1) && isDue(part) && !isLeftToStandard(part, values, offset))
        .map(({ name }) => name),
    );
    const known = told;
    checkRelation(relation, plan, has, (fault) => {
      if (!known.has(fault.element)) report(fault);
      known.add(fault.element);
    });
  }
}

function checkRelation(
  { kind, elements }: Relation,
  { names }: PartsPlan,
  has: (n: number) => boolean,
  report: Report,
): void {
  const [head = 0, ...rest] = elements;
  const given = elements.filter(has);
  const hasHead = has(head);
  const absent = elements.find((n) => !has(n)) ?? head;
  const said = (of: readonly number[]) => of.map((n) => names[n]).join(', ');
  const missing = (n: number, message: string) =>
    report({ snip: 1, code: 'element-condition', element: names[n] ?? '', message });
  if (kind === 'P') missing(absent, `${said(elements)} are given together or not at all.`);
  else if (kind === 'R' && given.length === 0)
    missing(head, `At least one of ${said(elements)} is required.`);
  else if (kind === 'C' && hasHead) missing(absent, `${said([head])} needs ${said(rest)} beside it.`);
  else if (kind === 'L' && hasHead && given.length === 1) {
    missing(rest[0] ?? head, `${said([head])} needs one of ${said(rest)} beside it.`);
  } else if (kind === 'E' && given.length > 1) {
    const message = `Only one of ${said(elements)} may be given.`;
    report({ snip: 1, code: 'elements-exclude', element: names[given[1] ?? head] ?? '', message });
  }
}
