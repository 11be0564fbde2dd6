import { hiddenDate, type Route } from '@superbill/contract';
import type { z } from 'zod';

/**
 * Takes what a list says of restricted records out of an answer: the row stays, so that it can be asked for, and says
 * nothing but that it is restricted. What a row is about is seen by its shape (`patient`, as every list has it),
 * so a list made tomorrow is held to it as well.
 */
export function hideClosed<R extends Route>(route: R, answer: unknown, closed: ReadonlySet<string>): unknown {
  return closed.size === 0 ? answer : walk(route.response, answer, closed);
}

type Def = { type: string; shape?: Record<string, z.ZodType>; element?: z.ZodType; innerType?: z.ZodType } & {
  in?: z.ZodType;
  format?: string;
};
export const defOf = (shape: z.ZodType) => shape._zod.def as unknown as Def;

function walk(shape: z.ZodType, value: unknown, closed: ReadonlySet<string>): unknown {
  const { type, shape: fields, element, innerType } = defOf(shape);
  if (innerType && value !== null && value !== undefined) return walk(innerType, value, closed);
  if (type === 'array' && element && Array.isArray(value))
    return value.map((one) => walk(element, one, closed));
  if (type !== 'object' || !fields || typeof value !== 'object' || value === null) return value;
  const row = value as Record<string, unknown>;
  if (isSummary(fields)) return closed.has(String(row.id)) ? hiddenPerson(row) : row;
  const about = Object.entries(fields).find(
    ([, part]) => defOf(part).type === 'object' && isSummary(defOf(part).shape),
  );
  const isClosed = about !== undefined && closed.has(String((row[about[0]] as { id?: unknown })?.id));
  return Object.fromEntries(
    Object.entries(row).map(([name, part]) => {
      const of = fields[name];
      if (of === undefined) return [name, part];
      if (!isClosed) return [name, walk(of, part, closed)];
      return [name, name === about[0] ? hiddenPerson(part as Record<string, unknown>) : emptied(of, part)];
    }),
  );
}

/** A patient as lists show one. */
function isSummary(fields: Record<string, z.ZodType> | undefined): boolean {
  return (
    fields !== undefined && 'recordNumber' in fields && 'lastName' in fields && !('encounters' in fields)
  );
}

function hiddenPerson({ id }: Record<string, unknown>) {
  return {
    id,
    recordNumber: '',
    firstName: '',
    lastName: '',
    birthDate: hiddenDate,
    sex: 'U',
    restricted: true,
  };
}

/** An empty value of the same shape. Ids, states and moments stay: they say where the row is, not what is in it. */
export function emptied(shape: z.ZodType, value: unknown): unknown {
  const { type, shape: fields, innerType, in: from, format } = defOf(shape);
  if (type === 'nullable') return null;
  if (innerType) return value === undefined ? undefined : emptied(innerType, value);
  if (type === 'pipe' && from) return emptied(from, value);
  if (type === 'array') return [];
  if (type === 'number') return 0;
  if (type === 'object' && fields)
    return Object.fromEntries(
      Object.entries(value as Record<string, unknown>).map(([name, part]) => [
        name,
        fields[name] ? emptied(fields[name], part) : part,
      ]),
    );
  if (type !== 'string' || format === 'uuid' || /^\d{4}-\d{2}-\d{2}T/.test(String(value))) return value;
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? hiddenDate : '';
}
