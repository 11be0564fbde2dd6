import type pg from 'pg';

/** The part of a connection of `pg` that COPY needs; the library's own types leave it out. */
interface Wire {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
  stream: {
    pause(): void;
    resume(): void;
    writableNeedDrain: boolean;
    on(event: 'drain' | 'close', run: () => void): void;
    off(event: 'drain' | 'close', run: () => void): void;
  };
}

/** Bytes gathered before they are handed on: COPY answers row by row. */
const gathered = 256 * 1024;

/**
 * `COPY … TO STDOUT` of one statement, by the protocol's own messages (PostgreSQL documentation, "COPY
 * Operations"): the rows as bytes, then their number. The connection is paused while nobody takes them, so
 * memory does not grow with the table.
 */
export async function* copyOut(client: pg.ClientBase, statement: string): AsyncGenerator<Buffer, number> {
  const query = new CopyOut(statement);
  client.query(query);
  try {
    for (;;) {
      const piece = await query.next();
      if (piece === undefined) return query.rows;
      yield piece;
    }
  } finally {
    query.abandon();
  }
}

/** `COPY … FROM STDIN`: sends the bytes and answers how many rows the server took. */
export function copyIn(
  client: pg.ClientBase,
  statement: string,
  source: AsyncIterable<Buffer>,
): Promise<number> {
  return new Promise((done, failed) => client.query(new CopyIn(statement, source, done, failed)));
}

class CopyOut implements pg.Submittable {
  rows = 0;
  readonly #statement: string;
  #wire: Wire | undefined;
  #gathering: Buffer[] = [];
  #bytes = 0;
  #ready: Buffer[] = [];
  #ended = false;
  #failure: unknown;
  #wake: () => void = () => {};

  constructor(statement: string) {
    this.#statement = statement;
  }

  submit(connection: pg.Connection): void {
    this.#wire = connection as unknown as Wire;
    this.#wire.query(this.#statement);
  }

  /** The next bytes, undefined after the last. */
  async next(): Promise<Buffer | undefined> {
    while (this.#ready.length === 0 && !this.#ended) {
      this.#wire?.stream.resume();
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
    if (this.#failure !== undefined) throw this.#failure;
    return this.#ready.shift();
  }

  /** Lets what is still on its way pass unread, so that the connection can go on. */
  abandon(): void {
    this.#ready = [];
    this.handleCopyData = () => {};
    this.#wire?.stream.resume();
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.#gathering.push(Buffer.from(chunk)); // the reader uses its memory again
    this.#bytes += chunk.length;
    if (this.#bytes >= gathered) this.#handOn();
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rows = Number(/^COPY (\d+)/.exec(text)?.[1] ?? 0);
  }

  handleReadyForQuery(): void {
    if (this.#bytes > 0) this.#handOn();
    this.#ended = true;
    this.#wire?.stream.resume();
    this.#wake();
  }

  handleError(error: unknown): void {
    this.#failure = error;
    this.#ended = true;
    this.#wake();
  }

  #handOn(): void {
    this.#ready.push(Buffer.concat(this.#gathering));
    this.#gathering = [];
    this.#bytes = 0;
    if (this.#ready.length > 1) this.#wire?.stream.pause();
    this.#wake();
  }
}

class CopyIn implements pg.Submittable {
  readonly #statement: string;
  readonly #source: AsyncIterable<Buffer>;
  readonly #done: (rows: number) => void;
  readonly #failed: (error: unknown) => void;
  #rows = 0;
  #failure: unknown;

  constructor(
    statement: string,
    source: AsyncIterable<Buffer>,
    done: (rows: number) => void,
    failed: (error: unknown) => void,
  ) {
    this.#statement = statement;
    this.#source = source;
    this.#done = done;
    this.#failed = failed;
  }

  submit(connection: pg.Connection): void {
    (connection as unknown as Wire).query(this.#statement);
  }

  handleCopyInResponse(connection: unknown): void {
    const wire = connection as Wire;
    this.#send(wire).then(
      () => wire.endCopyFrom(),
      (error: unknown) => {
        this.#failure ??= error;
        wire.sendCopyFail('the source ended early');
      },
    );
  }

  async #send(wire: Wire): Promise<void> {
    for await (const chunk of this.#source) {
      if (this.#failure !== undefined) return; // the server refused a row: it takes no more
      wire.sendCopyFromChunk(chunk);
      if (wire.stream.writableNeedDrain) await untilDrained(wire.stream);
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.#rows = Number(/^COPY (\d+)/.exec(text)?.[1] ?? 0);
  }

  handleReadyForQuery(): void {
    if (this.#failure === undefined) this.#done(this.#rows);
    else this.#failed(this.#failure);
  }

  handleError(error: unknown): void {
    this.#failure ??= error;
    this.#failed(this.#failure);
  }
}

/** Waits until a stream takes more, or is closed; leaves no listener behind, since a copy waits thousands of times. */
function untilDrained(stream: Wire['stream']): Promise<void> {
  return new Promise((ready) => {
    const goOn = () => {
      stream.off('drain', goOn);
      stream.off('close', goOn);
      ready();
    };
    stream.on('drain', goOn);
    stream.on('close', goOn);
  });
}
