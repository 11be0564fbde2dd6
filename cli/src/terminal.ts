import { stdin, stdout } from 'node:process';

/** Where a command reads and writes; a test gives its own. */
export interface Terminal {
  /** One line of the answer. */
  out(line: string): void;
  /** One line for the person, beside the answer: progress, hints, errors. */
  err(line: string): void;
  input: AsyncIterable<string | Uint8Array>;
  /** 0 fine, 1 the input has faults, 2 wrong use or unreadable. The worst one counts. */
  exit(status: 0 | 1 | 2): void;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  // A reader that has seen enough (`| head`) ends the command; it is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  return {
    out: (line) => void stdout.write(`${line}\n`),
    err: (line) => console.error(line),
    input: stdin,
    exit: (status) => {
      process.exitCode = Math.max(Number(process.exitCode ?? 0), status);
    },
  };
}

/** Lines of an input as they arrive, without their ends. */
export async function* linesFrom(input: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of input) {
    rest += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
    const lines = rest.split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest) yield rest;
}

/** A table for people: columns as wide as their widest cell, two blanks between them. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
