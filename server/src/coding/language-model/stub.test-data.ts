import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the endpoint was asked, as it came over the wire. */
export interface Asked {
  path: string;
  authorization: string | undefined;
  body: string;
  /** The user's message: the question. */
  question: {
    spans: { id: number; text: string }[];
    candidates: { code: string; title: string; span: number }[];
  };
}

export type Behaviour = (asked: Asked, response: ServerResponse) => void;

/** A real endpoint on this machine that behaves as a test wants it to, and remembers what it was asked. */
export async function startStub() {
  const asked: Asked[] = [];
  let behave: Behaviour = (_asked, response) => response.end();
  const server = createServer(async (request, response) => {
    const one = await read(request);
    asked.push(one);
    behave(one, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}/v1/`),
    asked,
    will(next: Behaviour) {
      behave = next;
      asked.length = 0;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces).toString('utf8');
  const { messages } = JSON.parse(body) as { messages: { role: string; content: string }[] };
  const said = messages.find(({ role }) => role === 'user')?.content ?? '{}';
  return {
    path: request.url ?? '',
    authorization: request.headers.authorization,
    body,
    question: JSON.parse(said) as Asked['question'],
  };
}

/** Answers as the endpoints do, with this text for the model's. */
export const saying =
  (textOf: (asked: Asked) => string): Behaviour =>
  (asked, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        id: 'x',
        object: 'chat.completion',
        choices: [{ message: { content: textOf(asked) } }],
      }),
    );
  };

/** The candidates from the last to the first, each with the first word of its span. */
export const backwards = ({ question: { spans, candidates } }: Asked): string =>
  JSON.stringify({
    order: [...candidates].reverse().map(({ code, span }) => ({
      code,
      quote: (spans.find(({ id }) => id === span)?.text ?? '').match(/[A-Za-z]{3,}/)?.[0] ?? '',
    })),
  });
