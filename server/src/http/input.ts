import type { z } from 'zod';
import { AppError } from '../errors.ts';

/** Parses a part of a request; the refusal names the field, never its value. */
export function parse(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  // For a field that is not declared, zod names the keys in the message; keys are the client's own words.
  const message = issue?.code === 'unrecognized_keys' ? 'A field that does not belong here.' : issue?.message;
  throw new AppError('request.invalid', {}, path || 'request', message);
}

/** The text of the body; GET and DELETE have none. */
export async function readBody(request: Request, method: string): Promise<string> {
  return method === 'GET' || method === 'DELETE' ? '' : request.text();
}
