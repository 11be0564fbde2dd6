import type { Permission, Route } from '@superbill/contract';
import type { z } from 'zod';
import { defOf, emptied } from '../restrictions/hide.ts';

/**
 * The answer as somebody with these permissions sees it, no wider than the task needs (45 CFR 164.502(b)): the parts
 * that the route gives only with another permission are empty, and what may be left out is left out.
 */
export function viewOf<R extends Route>(route: R, answer: unknown, held: readonly Permission[]): unknown {
  const withheld = Object.entries(route.onlyWith ?? {}).filter(
    ([, permission]) => !held.includes(permission),
  );
  return withheld.reduce((told, [path]) => without(route.response, told, path.split('.')), answer);
}

function without(shape: z.ZodType, value: unknown, [name = '', ...deeper]: string[]): unknown {
  const { element, shape: fields } = defOf(shape);
  if (element) return (value as unknown[]).map((one) => without(element, one, [name, ...deeper]));
  const of = fields?.[name];
  if (of === undefined) throw new Error(`an answer has no part ${name}`);
  const { [name]: part, ...others } = value as Record<string, unknown>;
  if (deeper.length > 0) return { ...others, [name]: without(of, part, deeper) };
  return defOf(of).type === 'optional' ? others : { ...others, [name]: emptied(of, part) };
}
