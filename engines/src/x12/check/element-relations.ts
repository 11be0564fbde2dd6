import type { X12Finding } from '../finding.ts';
import type { Relation } from '../standard/layout.ts';
import type { ElementPlan, PartsPlan } from './element-plan.ts';

/** Something wrong with one element. `element` is `CLM05-3`. */
export type ElementFault = Pick<X12Finding, 'code' | 'message' | 'snip'> & {
  element: string;
  severity?: X12Finding['severity'];
};

export type TakeFault = (fault: ElementFault) => void;

/** What receivers do without is an error all the same where the standard asks for it beside something else. */
export function isLeftToStandard(
  { expected, partners }: ElementPlan,
  values: readonly string[],
  offset: number,
): boolean {
  return expected && partners.some((other) => (values[other - offset] ?? '') !== '');
}

function isDue({ mandatory, required, expected }: ElementPlan): boolean {
  return mandatory || required || expected;
}

/**
 * Part 1 stands at `values[1 - offset]`. What is told to be missing already needs no telling by a condition of
 * the standard, or by a second one.
 */
export function checkRelations(
  plan: PartsPlan,
  values: readonly string[],
  offset: number,
  report: TakeFault,
): void {
  const { relations, parts } = plan;
  let told: Set<string> | undefined;
  for (let i = 0; i < relations.length; i++) {
    const relation = relations[i];
    if (!relation) break;
    let given = 0;
    for (let at = 0; at < relation.elements.length; at++) {
      if ((values[(relation.elements[at] ?? 0) - offset] ?? '') !== '') given++;
    }
    const hasHead = (values[(relation.elements[0] ?? 0) - offset] ?? '') !== '';
    if (!isBroken(relation, given, hasHead)) continue;
    const has = (n: number) => (values[n - offset] ?? '') !== '';
    told ??= new Set(
      parts
        .filter((part, index) => !has(index + 1) && isDue(part) && !isLeftToStandard(part, values, offset))
        .map(({ name }) => name),
    );
    // What may not stand there itself asks for nothing beside it.
    const isAsking = relation.kind === 'C' || relation.kind === 'L';
    if (isAsking && told.has(plan.names[relation.elements[0] ?? 0] ?? '')) continue;
    const fault = brokenRelation(relation, plan, has);
    if (!told.has(fault.element)) report(fault);
    told.add(fault.element);
  }
}

/** By how many of its elements are given. Source: X12.6, relational conditions. */
function isBroken({ kind, elements }: Relation, given: number, hasHead: boolean): boolean {
  switch (kind) {
    case 'P':
      return given > 0 && given < elements.length;
    case 'R':
      return given === 0;
    case 'E':
      return given > 1;
    case 'C':
      return hasHead && given < elements.length;
    case 'L':
      return hasHead && given === 1;
  }
}

function brokenRelation(
  { kind, elements }: Relation,
  { names }: PartsPlan,
  has: (n: number) => boolean,
): ElementFault {
  const [head = 0, ...rest] = elements;
  const absent = elements.find((n) => !has(n)) ?? head;
  const said = (of: readonly number[]) => of.map((n) => names[n]).join(', ');
  const at = (n: number, message: string, code = 'element-condition'): ElementFault => ({
    snip: 1,
    code,
    element: names[n] ?? '',
    message,
  });
  switch (kind) {
    case 'P':
      return at(absent, `${said(elements)} are given together or not at all.`);
    case 'R':
      return at(head, `At least one of ${said(elements)} is required.`);
    case 'C':
      return at(absent, `${said([head])} needs ${said(rest)} beside it.`);
    case 'L':
      return at(rest[0] ?? head, `${said([head])} needs one of ${said(rest)} beside it.`);
    case 'E': {
      const second = elements.filter(has)[1] ?? head;
      return at(second, `Only one of ${said(elements)} may be given.`, 'elements-exclude');
    }
  }
}
