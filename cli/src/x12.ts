import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { stdout } from 'node:process';
import {
  acknowledge,
  judgeClaims,
  type PartnerProfile,
  read837,
  readDocument,
  readPartnerProfile,
  type Snip,
  StreamingValidation,
  type Validation,
  write277CA,
  writeDocument,
  type X12Document,
  X12WriteError,
} from '@superbill/engines/x12';
import { machineClock } from '@superbill/server/clock';
import { codePortOf } from '@superbill/server/codesets/code-port';
import { Command, InvalidArgumentError } from 'commander';
import { openCodeSets } from './code-sets.ts';
import { processTerminal, type Terminal, table } from './terminal.ts';
import { summarize } from './x12-summary.ts';

/** `superbill x12`: check, answer, read and write X12 files. `send` takes a written file, byte for byte. */
export function x12Command(
  terminal: Terminal = processTerminal(),
  send: (file: Uint8Array) => void = (file) => void stdout.write(file),
): Command {
  const x12 = new Command('x12').description('check, answer, read and write X12 files');
  x12
    .command('validate')
    .description('say what is wrong with a file')
    .argument('<file>')
    .option('--json', 'one JSON value')
    .option(
      '--snip <1-7>',
      'check up to this SNIP type: 1 syntax, 2 guide, 3 balances, 4 situations (default), 5 codes, 6 types of service, 7 trading partner',
      toSnip,
    )
    .option(
      '--partner <file.json>',
      "a trading partner's own rules, judged as SNIP type 7 (default with this: --snip 7)",
    )
    .option('--data <dir>', 'data directory, for the code sets of --snip 5')
    .action((file: string, options: ValidateOptions) => validateFile(terminal, file, options));
  x12
    .command('ack')
    .description('answer a file as its receiver would: TA1 and 999')
    .argument('<file>')
    .option('--277ca', 'answer its claims too')
    .option('--control <n>', 'the first control number to use', toControlNumber, 1)
    .action((file: string, options: AckOptions) => answerFile(terminal, file, options));
  x12
    .command('read')
    .description('say what a file holds, or give all of it by names')
    .argument('<file>')
    .option('--json', 'one JSON value')
    .action((file: string, options: { json?: true }) => readX12File(terminal, file, options));
  x12
    .command('write')
    .description('write the file again that `x12 read --json` gave, with what was changed in it')
    .argument('<file.json>')
    .action((file: string) => writeX12File(terminal, file, send));
  return x12;
}

interface ValidateOptions {
  json?: true;
  snip?: Snip;
  partner?: string;
  data?: string;
}

interface AckOptions {
  '277ca'?: true;
  control: number;
}

function toSnip(text: string): Snip {
  const snip = ([1, 2, 3, 4, 5, 6, 7] as const).find((one) => String(one) === text);
  if (snip === undefined) throw new InvalidArgumentError('a number from 1 to 7 is wanted.');
  return snip;
}

function toControlNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) === 0)
    throw new InvalidArgumentError('a number from 1 to 999999999 is wanted.');
  return Number(text);
}

async function validateFile(terminal: Terminal, file: string, options: ValidateOptions): Promise<void> {
  const { json, data } = options;
  const partner = options.partner === undefined ? undefined : await readPartner(terminal, options.partner);
  if (options.partner !== undefined && partner === undefined) return;
  const snip = options.snip ?? (partner === undefined ? 4 : 7);
  const validating = new StreamingValidation({
    snip,
    // Opening code sets takes a moment, and only SNIP 5 asks them.
    ...(snip >= 5 && {
      codes: codePortOf(
        await openCodeSets(terminal, data === undefined ? {} : { data }),
        machineClock.today(),
      ),
    }),
    ...(partner && { partner }),
  });
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) validating.push(chunk);
  } catch (error) {
    return unreadable(terminal, file, error);
  }
  const validation = validating.end();
  if (json) terminal.out(JSON.stringify(validation));
  else tellValidation(terminal, validation);
  if (!validation.valid) terminal.exit(1);
}

function tellValidation(
  terminal: Terminal,
  { valid, interchanges, transactions, findings }: Validation,
): void {
  for (const { severity, segment, id, position, loop, element, message, code } of findings) {
    const place = [`segment ${segment}`, id, loop && `loop ${loop}`, `byte ${position}`]
      .filter(Boolean)
      .join(', ');
    terminal.out(`${severity}: ${element ? `${element}: ` : ''}${message} (${place}) [${code}]`);
  }
  const rows = transactions.map((one) => [
    one.type,
    one.guide,
    one.control,
    one.valid ? 'valid' : 'has errors',
  ]);
  if (rows.length > 0 && rows.length <= 50) for (const line of table(rows)) terminal.out(line);
  const count = `${counted(transactions.length, 'transaction')} in ${counted(interchanges, 'interchange')}`;
  terminal.out(
    valid
      ? `Valid: ${count}.`
      : `Not valid: ${count}, ${transactions.filter((one) => !one.valid).length} with errors.`,
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A partner's profile; undefined, once it is told why, when there is none in the file. */
async function readPartner(terminal: Terminal, file: string): Promise<PartnerProfile | undefined> {
  const bytes = await readWhole(terminal, file);
  if (!bytes) return undefined;
  const read = parsePartner(bytes.toString('utf8'));
  if ('profile' in read) return read.profile;
  for (const problem of read.problems) terminal.err(`${file}: ${problem}.`);
  terminal.exit(2);
  return undefined;
}

function parsePartner(text: string): ReturnType<typeof readPartnerProfile> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { problems: [`not JSON (${error instanceof Error ? error.message : String(error)})`] };
  }
  return readPartnerProfile(json);
}

async function answerFile(
  terminal: Terminal,
  file: string,
  { control, ...options }: AckOptions,
): Promise<void> {
  const bytes = await readWhole(terminal, file);
  if (!bytes) return;
  const { submissions, findings } = read837(bytes);
  const now = machineClock.now();
  const today = machineClock.today();
  const usage = submissions[0]?.usage ?? 'P';
  const controlNumbers = { interchange: control, group: control, transaction: 1 };
  const { ta1, ack999, next } = acknowledge(bytes, { controlNumbers, createdAt: now, usage });
  const answers = [ta1, ack999];
  if (options['277ca'] && ack999 !== undefined) {
    submissions.forEach((submission, index) => {
      const numbers = { interchange: next.interchange + index, group: next.group + index, transaction: 1 };
      const { receiver: sender, submitter: receiver, batch } = submission;
      const claims = judgeClaims(submission, today);
      const dates = { receivedDate: today, processedDate: today };
      answers.push(
        write277CA({
          ...dates,
          controlNumbers: numbers,
          createdAt: now,
          usage,
          sender,
          receiver,
          batch,
          claims,
        }),
      );
    });
  }
  const written = answers.filter((answer) => answer !== undefined);
  for (const answer of written) terminal.out(answer);
  if (written.length === 0)
    terminal.err(`${file}: nothing to answer; it holds no interchange, or only acknowledgements.`);
  if (findings.some(({ severity }) => severity === 'error')) terminal.exit(1);
}

async function readX12File(terminal: Terminal, file: string, { json }: { json?: true }): Promise<void> {
  const bytes = await readWhole(terminal, file);
  if (!bytes) return;
  const { findings, ...document } = readDocument(bytes);
  if (json) terminal.out(JSON.stringify({ ...document, findings }));
  else {
    for (const line of summarize(document)) terminal.out(line);
    if (document.interchanges.length === 0) terminal.out('This file holds no interchange.');
  }
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 && !json)
    terminal.err(`${counted(errors.length, 'error')}: see superbill x12 validate ${file}`);
  if (errors.length > 0) terminal.exit(1);
}

async function writeX12File(
  terminal: Terminal,
  file: string,
  send: (file: Uint8Array) => void,
): Promise<void> {
  const bytes = await readWhole(terminal, file);
  if (!bytes) return;
  try {
    const json: unknown = JSON.parse(bytes.toString('utf8'));
    if (!isDocument(json)) throw new TypeError('it holds no "interchanges"');
    send(writeDocument(json));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    terminal.err(
      error instanceof X12WriteError
        ? `${file}: ${reason}`
        : `${file} has not the shape that x12 read gives: ${reason}`,
    );
    terminal.exit(error instanceof X12WriteError ? 1 : 2);
  }
}

/** The rest of the shape is for the writer to judge, place by place. */
function isDocument(json: unknown): json is X12Document {
  return typeof json === 'object' && json !== null && 'interchanges' in json;
}

async function readWhole(terminal: Terminal, file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    unreadable(terminal, file, error);
    return undefined;
  }
}

function unreadable(terminal: Terminal, file: string, error: unknown): void {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  terminal.err(`${file} cannot be read (${reason}).`);
  terminal.exit(2);
}
