import { Agent, request } from 'node:http';

/** Times by route, in milliseconds, and what went wrong. */
export class Ledger {
  times = new Map<string, number[]>();
  /** Somebody else was faster: the visit had moved on. Part of the work, not a fault. */
  conflicts = 0;
  errors: string[] = [];

  note(route: string, ms: number): void {
    const known = this.times.get(route) ?? [];
    this.times.set(route, known);
    known.push(ms);
  }

  all(): number[] {
    return [...this.times.values()].flat();
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** One person's browser: a session, and requests one after the other. */
export class Client {
  readonly #port: number;
  readonly #ledger: Ledger;
  #cookie: string;

  constructor(port: number, ledger: Ledger, cookie: string) {
    this.#port = port;
    this.#ledger = ledger;
    this.#cookie = cookie;
  }

  get isSignedIn(): boolean {
    return this.#cookie !== '';
  }

  /** Calls a route, named as `GET /api/encounters/:id`; undefined when somebody else had changed the thing. */
  async call<T>(method: string, path: string, body?: object): Promise<T | undefined> {
    const route = `${method} ${path.split('?')[0]?.replace(/[0-9a-f-]{36}/g, ':id') ?? ''}`;
    const started = performance.now();
    const { status, text, cookie } = await this.#send(method, path, body).catch((error: Error) => ({
      status: 0,
      text: error.message,
      cookie: undefined,
    }));
    this.#ledger.note(route, performance.now() - started);
    if (cookie !== undefined) this.#cookie = cookie;
    if (status === 200) return JSON.parse(text) as T;
    if (status === 409 || status === 404) this.#ledger.conflicts += 1;
    else this.#ledger.errors.push(`${route}: ${status} ${text.slice(0, 200)}`);
    return undefined;
  }

  #send(method: string, path: string, body?: object) {
    return new Promise<{ status: number; text: string; cookie: string | undefined }>((answered, failed) => {
      const asked = request(
        {
          agent,
          port: this.#port,
          host: '127.0.0.1',
          method,
          path,
          headers: {
            cookie: this.#cookie,
            ...(method === 'GET' || method === 'DELETE' ? {} : { 'content-type': 'application/json' }),
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (piece) => {
            text += piece;
          });
          response.on('end', () => {
            const cookie = response.headers['set-cookie']?.[0]?.split(';')[0];
            answered({ status: response.statusCode ?? 0, text, cookie });
          });
        },
      );
      asked.on('error', failed);
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}
