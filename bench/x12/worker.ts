// One measured run in a process of its own: `worker TASK FILE`. Answers a line of JSON with what it took.
// Bundled before it runs, so that memory is that of the library and Node, not of a compiler.
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { StreamingDocument, StreamingValidation, Tokenizer } from '@superbill/engines/x12';

const [, , task = '', file = ''] = process.argv;

/** The file in pieces of 64 KB, in one buffer that is filled again. */
function eachPiece(take: (bytes: Uint8Array) => void): void {
  const descriptor = openSync(file, 'r');
  const buffer = Buffer.allocUnsafe(65_536);
  for (;;) {
    const length = readSync(descriptor, buffer);
    if (length === 0) break;
    take(buffer.subarray(0, length));
  }
  closeSync(descriptor);
}

/** What each task counted; the caller compares it, so that nobody is fast by not doing the work. */
const tasks: Record<string, () => Promise<number> | number> = {
  /** The floor: finding every terminator and nothing else. */
  scan() {
    let segments = 0;
    eachPiece((bytes) => {
      for (let at = bytes.indexOf(0x7e); at >= 0; at = bytes.indexOf(0x7e, at + 1)) segments++;
    });
    return segments;
  },
  /** What most would write first: two splits. Wrong where a piece ends within a segment. */
  split() {
    let segments = 0;
    eachPiece((bytes) => {
      for (const text of Buffer.from(bytes).toString('latin1').split('~')) {
        if (text.split('*').length > 0) segments++;
      }
    });
    return segments;
  },
  tokenize() {
    let segments = 0;
    const tokenizer = new Tokenizer({
      segment: () => {
        segments++;
      },
      fault: ({ code }) => {
        throw new Error(code);
      },
    });
    eachPiece((bytes) => tokenizer.push(bytes));
    tokenizer.end();
    return segments;
  },
  // Peers are loaded by their own tasks alone, so that the others' memory is not theirs.
  async 'x12-parser'() {
    const { X12parser } = await import('x12-parser');
    let segments = 0;
    const parser = new X12parser();
    createReadStream(file).pipe(parser);
    for await (const _ of parser) segments++;
    return segments;
  },
  async 'node-x12'() {
    const { X12Parser } = await import('node-x12');
    const parts: string[] = [];
    eachPiece((bytes) => {
      parts.push(Buffer.from(bytes).toString('latin1'));
    });
    const interchange = new X12Parser(false).parse(parts.join(''));
    return 'functionalGroups' in interchange ? interchange.functionalGroups.length : 0;
  },
  validate: () => validated(4),
  'validate-codes': () => validated(5),
  /** Every claim by names, and everything checked, in one pass. */
  typed() {
    let claims = 0;
    const reading = new StreamingDocument(
      ({ loop }) => {
        if (loop === '2100' || loop === '2300') claims++;
      },
      { snip: 5, codes: () => true },
    );
    eachPiece((bytes) => reading.push(bytes));
    const { findings } = reading.end();
    if (findings.length > 0) throw new Error(`not valid: ${findings[0]?.message}`);
    return claims;
  },
};

function validated(snip: 4 | 5): number {
  const validation = new StreamingValidation({ snip, codes: () => true });
  eachPiece((bytes) => validation.push(bytes));
  const { valid, findings, transactions } = validation.end();
  if (!valid) throw new Error(`not valid: ${findings[0]?.message}`);
  return transactions.length;
}

const run = tasks[task];
if (!run) throw new Error(`no task ${task}`);
const before = process.cpuUsage();
const count = await run();
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    count,
    cpuMs: (user + system) / 1000,
    bytes: statSync(file).size,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  }),
);
