import { listed, type SegmentUse } from '../guides/guide.ts';
import type { Segment } from '../tokens/segment.ts';
import { type ElementPlan, type PartsPlan, planFor } from './element-plan.ts';
import { checkRelations, isLeftToStandard, type TakeFault } from './element-relations.ts';
import { badPeriod, badValue } from './element-value.ts';

/**
 * Checks the elements of a segment against the standard (types, lengths, relational conditions) and,
 * where a use is given, against the guide (usage, codes).
 */
export function checkElements(segment: Segment, use: SegmentUse | undefined, report: TakeFault): void {
  const plan = planFor(segment.id, use);
  if (!plan) return;
  const { elements, delimiters } = segment;
  const { parts } = plan;
  // Where a terminator was lost, the next segment stands in the elements: that they are wrong is no news.
  if (!checkEnd(segment, parts.length, report)) return;
  for (let n = 1; n <= parts.length; n++) {
    const part = parts[n - 1];
    if (!part) break;
    const text = elements[n] ?? '';
    if (text === '' && isLeftToStandard(part, elements, 0)) continue;
    if (!checkPresence(text, part, report)) continue;
    const { repetition } = delimiters;
    if (repetition !== undefined && part.data?.type !== 'B' && text.includes(repetition)) {
      checkRepeated(segment, text.split(repetition), part, report);
    } else checkOne(segment, text, part, formBefore(part, parts[n - 2], elements[n - 1]), report);
  }
  checkRelations(plan, elements, 0, report);
}

function checkRepeated(segment: Segment, texts: string[], part: ElementPlan, report: TakeFault): void {
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

function checkOne(
  segment: Segment,
  text: string,
  part: ElementPlan,
  before: string,
  report: TakeFault,
): void {
  const separator = segment.delimiters.component;
  if (part.composite) checkComposite(text.split(separator), part, part.composite, report);
  else if (part.data?.type !== 'B' && text.includes(separator)) {
    const message = `${part.name} has no components.`;
    report({ snip: 1, code: 'too-many-components', element: part.name, message });
  } else checkSimple(text, part, before, report);
}

/** Whether the segment has no more elements than it may have. */
function checkEnd({ id, elements }: Segment, most: number, report: TakeFault): boolean {
  const count = elements.length - 1;
  if (count <= 0 || (count <= most && elements[count] !== '')) return true;
  const at = (n: number) => `${id}${String(n).padStart(2, '0')}`;
  if (count > most) {
    const message = `${id} has more elements than it may have.`;
    report({ snip: 1, code: 'too-many-elements', element: at(most + 1), message });
    return false;
  }
  const message = `${id} ends with an empty element; separators at the end are left out.`;
  report({ snip: 1, severity: 'warning', code: 'trailing-separator', element: at(count), message });
  return true;
}

/** Whether there is something to check further. */
function checkPresence(text: string, part: ElementPlan, report: TakeFault): boolean {
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

const warning = { severity: 'warning' } as const;

function checkComposite(values: string[], { name }: ElementPlan, plan: PartsPlan, report: TakeFault): void {
  const { parts } = plan;
  if (values.length > parts.length) {
    const message = `${name} has more components than it may have.`;
    report({ snip: 1, code: 'too-many-components', element: name, message });
  } else if (values.length > 1 && values.at(-1) === '') {
    const message = `${name} ends with an empty component; separators at the end are left out.`;
    report({ snip: 1, ...warning, code: 'trailing-separator', element: name, message });
  }
  // By another qualifier than one that may stand here the guide says nothing of what follows it.
  const isForeign = parts[0]?.codes?.has(values[0] ?? '') === false && values[0] !== '';
  const take = isForeign ? ofStandardOrFirst(parts[0]?.name, report) : report;
  for (let n = 0; n < parts.length; n++) {
    const part = parts[n];
    if (!part) break;
    const value = values[n] ?? '';
    if (value === '' && isLeftToStandard(part, values, 1)) continue;
    if (checkPresence(value, part, take))
      checkSimple(value, part, formBefore(part, parts[n - 1], values[n - 1]), take);
  }
  checkRelations(plan, values, 1, report);
}

function ofStandardOrFirst(first: string | undefined, report: TakeFault): TakeFault {
  return (fault) => {
    if (fault.snip === 1 || fault.element === first) report(fault);
  };
}

/** How the element before says that a date is written; where it may not say so here, that is told alone. */
function formBefore({ data }: ElementPlan, previous: ElementPlan | undefined, form = ''): string {
  if (data?.number !== '1251') return '';
  return previous?.codes && !previous.codes.has(form) ? '' : form;
}

/** `before` is the element before, which says how a date is written. */
function checkSimple(
  text: string,
  { name, data, codes }: ElementPlan,
  before: string,
  report: TakeFault,
): void {
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
