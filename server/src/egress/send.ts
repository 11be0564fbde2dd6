import type { LookupAddress } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { EgressError } from './egress-error.ts';

export interface Sending {
  method: string;
  headers: Record<string, string>;
  body: Uint8Array | undefined;
  /** The addresses the host was found to have; the connection is made to one of these. */
  addresses: readonly LookupAddress[];
  /** The largest answer, in bytes. */
  largest: number;
  signal: AbortSignal;
}

/** Statuses whose answers have no body (Fetch standard, null body status). */
const withoutBody = new Set([204, 205, 304]);

/** Sends one request over a connection of its own; what comes back is read only as far as the limit. */
export function send(url: URL, sending: Sending): Promise<Response> {
  const { method, headers, body, addresses, largest, signal } = sending;
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method,
      headers: {
        ...headers,
        'accept-encoding': 'identity',
        ...(body === undefined ? {} : { 'content-length': String(body.length) }),
      },
      agent: false,
      lookup: pinnedTo(addresses),
    });
    const stop = () => request.destroy(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    request.once('error', reject);
    request.once('close', () => signal.removeEventListener('abort', stop));
    request.once('response', (answer) => {
      const stopAnswer = () => answer.destroy(signal.reason);
      signal.addEventListener('abort', stopAnswer, { once: true });
      answer.once('close', () => signal.removeEventListener('abort', stopAnswer));
      try {
        resolve(responseOf(answer, largest));
      } catch (error) {
        request.destroy();
        reject(error);
      }
    });
    request.end(body);
  });
}

function pinnedTo(addresses: readonly LookupAddress[]): LookupFunction {
  return (_host, options, give) => {
    const [first] = addresses;
    if (options.all) give(null, [...addresses]);
    else give(null, first?.address ?? '', first?.family);
  };
}

function responseOf(answer: IncomingMessage, largest: number): Response {
  const status = answer.statusCode ?? 0;
  if (status < 200 || status > 599) throw new EgressError('wrong-answer', `the answer has status ${status}`);
  if (Number(answer.headers['content-length'] ?? 0) > largest) throw tooLarge(largest);
  const headers = new Headers();
  for (const [name, values] of Object.entries(answer.headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  if (withoutBody.has(status)) {
    answer.resume();
    return new Response(null, { status, headers });
  }
  const body = Readable.from(capped(answer, largest), { objectMode: false });
  // A body that nobody begins to read never reaches the end of its generator.
  body.once('close', () => answer.destroy());
  return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, { status, headers });
}

async function* capped(answer: IncomingMessage, largest: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > largest) throw tooLarge(largest);
    yield piece;
  }
}

function tooLarge(largest: number): EgressError {
  return new EgressError('too-large', `the answer is larger than ${Math.round(largest / 1024)} kB`);
}
