import { isOpenTo, problem, rolePermissions, roles } from '@superbill/contract';
import { routeOf } from '../../test/security/places.ts';
import type { Answer } from '../../test/security/target.ts';
import { toldBy } from '../../test/security/tells.ts';
import type { Memory } from './memory.ts';
import type { FuzzRequest } from './request-maker.ts';

/**
 * What is true of every answer, whatever was asked: the server never fails, tells nothing of its inside, answers
 * in time and in JSON, refuses in the one form there is, obeys permissions, and shows no practice another's ids.
 */
export function brokenLaws(request: FuzzRequest, answer: Answer, memory: Memory, slowest: number): string[] {
  const broken: string[] = [];
  const { status, text, json, ms, headers } = answer;
  if (status >= 500) broken.push(`answered ${status}`);
  for (const told of toldBy(withoutOwnWords(text, status))) broken.push(`told ${told}`);
  if (ms > slowest) broken.push(`took ${Math.round(ms)} ms`);
  if (headers.get('x-content-type-options') !== 'nosniff') broken.push('has no nosniff');
  // Another spelling of the address is a page of the screens, not of the application.
  const isOurs = request.url.startsWith('/api/');
  const isEmpty = text === '' && (request.method === 'HEAD' || status === 204);
  const isFile = status === 200 && routeOf(request.name).produces !== undefined;
  if (isFile && !headers.get('content-disposition')?.startsWith('attachment'))
    broken.push('is a file to open');
  if (isOurs && !isEmpty && !isFile && json === undefined) broken.push('is no JSON');
  if (isOurs && status >= 400 && !isEmpty && !problem.safeParse(json).success)
    broken.push('refused without a problem');
  if (status < 300 && !mayCall(request)) broken.push('answered somebody without the permission');
  const foreign = memory.foreignIn(request.side, text);
  if (foreign.length > 0) broken.push(`showed ids of another practice: ${foreign.join(' ')}`);
  return broken;
}

function mayCall({ name, sender, cookie, method }: FuzzRequest): boolean {
  const { access, method: declared } = routeOf(name);
  if (access === 'public' || method !== declared) return true;
  if (cookie !== undefined) return false;
  if (access === 'patient') return sender === 'patient';
  if (access === 'signing-in') return sender === 'halfway';
  const role = roles.find((one) => one === sender);
  if (role === undefined) return false;
  return isOpenTo(access, rolePermissions[role]);
}

/** A stored text comes back as it was sent, and may quote SQL or a path that a caller wrote; a refusal repeats nothing. */
function withoutOwnWords(text: string, status: number): string {
  return status < 300 ? text.replace(/"(?:[^"\\]|\\.)*"/g, '""') : text;
}
