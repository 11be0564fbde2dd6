import { verifyOrganization } from '@superbill/server/system/verify';
import { type Answer, type Target, timed } from '../../test/security/target.ts';
import { Dice } from '../dice.ts';
import { brokenLaws } from './laws.ts';
import { Memory } from './memory.ts';
import { type FuzzRequest, nextRequest } from './request-maker.ts';

interface Failure {
  number: number;
  broken: string[];
  request: FuzzRequest;
  answer: string;
}

export interface FuzzResult {
  failures: Failure[];
  /** How often each status was answered. */
  statuses: Record<number, number>;
  slowest: { ms: number; route: string };
}

export interface FuzzOptions {
  seed: number;
  count: number;
  /** Milliseconds after which an answer counts as a hang. */
  limit: number;
  onProgress?: (done: number) => void;
}

/** Sends requests one after the other and checks each answer, then proves both practices whole. */
export async function fuzz(
  target: Target,
  { seed, count, limit, onProgress }: FuzzOptions,
): Promise<FuzzResult> {
  const dice = new Dice(seed);
  const memory = new Memory();
  memory.start('home', target.sides.home.subjects);
  memory.start('elsewhere', target.sides.elsewhere.subjects);
  const cookies = new Map<string, string>();
  const result: FuzzResult = { failures: [], statuses: {}, slowest: { ms: 0, route: '' } };

  for (let number = 0; number < count; number += 1) {
    const request = nextRequest(dice, target, memory);
    memory.noteSent(request.side, request.url + request.body);
    const answer = await sendAs(target, request, cookies);
    const { status, ms } = answer;
    result.statuses[status] = (result.statuses[status] ?? 0) + 1;
    if (ms > result.slowest.ms) result.slowest = { ms, route: request.name };
    const broken = brokenLaws(request, answer, memory, limit);
    if (broken.length > 0)
      result.failures.push({ number, broken, request, answer: answer.text.slice(0, 400) });
    if (status === 200) memory.learn(request.side, nounOf(request), answer.json);
    if (number % 1000 === 999) onProgress?.(number + 1);
  }
  for (const { world } of Object.values(target.sides)) {
    const { ok, checks } = await verifyOrganization(world.system.db, world.organizationId);
    if (!ok)
      throw new Error(`the books are not whole: ${JSON.stringify(checks.filter((check) => !check.ok))}`);
  }
  return result;
}

/** Sends a request with its sender's session; one that ended is opened anew. */
async function sendAs(target: Target, request: FuzzRequest, cookies: Map<string, string>): Promise<Answer> {
  const key = `${request.side} ${request.sender}`;
  const cookie = request.cookie ?? cookies.get(key) ?? (await target.cookieOf(request.sender, request.side));
  if (request.cookie === undefined) cookies.set(key, cookie);
  const { method, url, headers, body } = request;
  const answer = await timed(() =>
    target.app.request(url, {
      method,
      headers: { ...headers, cookie },
      ...(body === undefined ? {} : { body }),
    }),
  );
  if (answer.status === 401) cookies.delete(key);
  return answer;
}

/** What a bare `{ id }` in the answer of a route stands for: the last noun of its address. */
function nounOf({ url }: FuzzRequest): string {
  const parts = url.split(/[?#]/)[0]?.split('/') ?? [];
  return parts.filter((part) => /^[a-z-]+$/.test(part) && part !== 'search').at(-1) ?? '';
}
