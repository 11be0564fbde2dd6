import { type ResponseOf, type Route, routes } from '@superbill/contract';
import { prove, signInAgain, unlock } from './asked-person.ts';
import { newKey } from './new-key.ts';
import { ApiProblem, noAnswer, refusal } from './problem.ts';
import { addressOf, type InputArguments, type LooseInput } from './request.ts';

interface CallOptions {
  signal?: AbortSignal | undefined;
  /** Repeats of one intention carry the same key, so the server does it once; null for a POST that only reads. */
  idempotencyKey?: string | null | undefined;
}

/**
 * Calls a route of the contract and reads its reply by the contract's own shape. Throws ApiProblem and
 * nothing else. When the session has ended or is locked, or the act wants a fresh proof, the person is asked over the
 * page they are on and the call goes out again, so no work is lost.
 */
export async function call<R extends Route>(route: R, ...[input]: InputArguments<R>): Promise<ResponseOf<R>> {
  return callWith(route, input ?? {}, {});
}

/** As {@link call}, for callers that carry an abort signal or an idempotency key. */
export async function callWith<R extends Route>(
  route: R,
  input: LooseInput,
  { signal, idempotencyKey = newKey() }: CallOptions,
): Promise<ResponseOf<R>> {
  const once = () => send(route, input, idempotencyKey, signal);
  let answer = await once();
  const wanted = isStaffs(route) ? wantedOf(answer) : undefined;
  if (wanted && (await wanted.ask())) answer = await once();
  if (!answer.ok) throw refusal(answer.status, answer.body, answer.retryAfter);

  const reply = route.response.safeParse(answer.body);
  if (reply.success) return reply.data as ResponseOf<R>;
  throw new ApiProblem(answer.status, {
    code: 'web.unexpected-reply',
    message: 'The server answered in a shape this page does not know.',
    at: `${route.method} ${route.path} ${reply.error.issues[0]?.path.join('.') ?? ''}`.trim(),
    nextStep: 'Load the page again; after an update the old page may still be open.',
  });
}

async function send(route: Route, input: LooseInput, key: string | null, signal: AbortSignal | undefined) {
  const headers: Record<string, string> = { accept: 'application/json' };
  const init: RequestInit = { method: route.method, headers, credentials: 'same-origin' };
  if (signal) init.signal = signal;
  if (route.method === 'POST' && key !== null) headers['idempotency-key'] = key;
  if (route.method === 'POST' || route.method === 'PUT') {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(input.body ?? {});
  }
  try {
    const response = await fetch(addressOf(route, input), init);
    const text = await response.text();
    const retryAfter = Number(response.headers.get('retry-after')) || undefined;
    return { ok: response.ok, status: response.status, retryAfter, body: text === '' ? {} : readJson(text) };
  } catch (error) {
    if (signal?.aborted) throw error;
    throw noAnswer();
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A wrong password or a patient's closed bill is an answer to show, not a session that ended. */
function isStaffs(route: Route): boolean {
  // A session that is locked already needs no second locking after it was unlocked.
  if (route === routes.lockSession) return false;
  return !['public', 'patient', 'signing-in', 'any-session'].includes(route.access as string);
}

/** What the person has to do before the call can be answered. */
function wantedOf({ status, body }: { status: number; body: unknown }) {
  const { code } = refusal(status, body);
  if (status === 403 && code === 'session.step-up-needed') return prove;
  if (status !== 401) return undefined;
  return code === 'session.is-locked' ? unlock : signInAgain;
}
