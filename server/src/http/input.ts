import type { Route } from '@superbill/contract';
import type { z } from 'zod';
import { AppError } from '../errors.ts';

/** Parses a part of a request; the refusal names the field, never its value. */
export function parse(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) {
    const place = unstorableIn(result.data, '');
    if (place === undefined) return result.data;
    throw new AppError(
      'request.invalid',
      {},
      place || 'request',
      'A text holds a character that cannot be kept.',
    );
  }
  const [issue] = result.error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  // For a field that is not declared, zod names the keys in the message; keys are the client's own words.
  const message = issue?.code === 'unrecognized_keys' ? 'A field that does not belong here.' : issue?.message;
  throw new AppError('request.invalid', {}, path || 'request', message);
}

/**
 * The place of a text with NUL, which PostgreSQL cannot store, or with half a surrogate pair, which is no Unicode and
 * which its JSON cannot store. No keyboard makes either.
 */
function unstorableIn(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return value.includes('\u0000') || /\p{Cs}/u.test(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, within] of Object.entries(value)) {
    const found = unstorableIn(within, path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a body may have unless its route says more, in bytes. */
const usualLargest = 256 * 1024;

/** The text of the body, read no further than its route allows; GET and DELETE have none. */
export async function readBody(
  request: Request,
  { method, largestBody = usualLargest }: Route,
): Promise<string> {
  if (method === 'GET' || method === 'DELETE') return '';
  if (Number(request.headers.get('content-length') ?? 0) > largestBody)
    throw new AppError('request.too-large');
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size > largestBody) throw new AppError('request.too-large');
    pieces.push(piece);
  }
  return decodeUtf8(Buffer.concat(pieces));
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new AppError('request.invalid', {}, 'body', 'The body is not UTF-8.');
  }
}
