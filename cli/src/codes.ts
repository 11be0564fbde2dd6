import { type CodeListName, codeListNames } from '@superbill/engines/codesets';
import type { CodeSystem } from '@superbill/engines/model';
import { machineClock } from '@superbill/server/clock';
import { CodeSetError } from '@superbill/server/codesets/code-set-error';
import { type ImportReport, importCodeSets } from '@superbill/server/codesets/import-code-sets';
import { importFromPublishers } from '@superbill/server/codesets/publishers';
import { Command, InvalidArgumentError, Option } from 'commander';
import { codeSetDirectory, openCodeSets } from './code-sets.ts';
import { list, lookup, oneOfJson, search, searchLines } from './codes-answers.ts';
import { processTerminal, type Terminal } from './terminal.ts';

const systems: readonly CodeSystem[] = ['icd10cm', 'icd10pcs', 'hcpcs', 'cpt'];

/** `superbill codes`: import, list, look up and search the code sets. */
export function codesCommand(terminal: Terminal = processTerminal()): Command {
  const codes = new Command('codes')
    .description('import, list, look up and search code sets')
    // Commander ends wrong use with 1, which here means that the input has faults.
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  addImport(codes, terminal);
  addList(codes, terminal);
  addLookup(codes, terminal);
  addSearch(codes, terminal);
  return codes;
}

function addImport(codes: Command, terminal: Terminal): void {
  codes
    .command('import')
    .argument(
      '[path-or-url...]',
      'zip, folder, file or address as CDC and CMS publish them; none asks the publishers',
    )
    .option(
      '--edition <edition>',
      'the edition, where names do not say it: FY2026, FY2026-april, 2026-04; of CPT 2026 or FROM..TO',
    )
    .addOption(
      new Option('--list <list>', 'the code list that a table is, where its heading does not say it').choices(
        codeListNames,
      ),
    )
    .addOption(
      new Option('--system <system>', 'that a file is your own list of CPT, under your own licence').choices([
        'cpt',
      ]),
    )
    .option('--data <dir>', 'data directory')
    .option('--json', 'one JSON value')
    .action(async (inputs: string[], options: ImportCommandOptions) => {
      const directory = codeSetDirectory(options.data);
      const onProgress = (message: string) => terminal.err(`${message} …`);
      await reporting(terminal, options.json, async () => {
        if (inputs.length === 0) {
          const today = machineClock.today();
          const { imported, unreachable, missing } = await importFromPublishers({
            directory,
            today,
            onProgress,
          });
          if (!unreachable) for (const { what, problem } of missing) terminal.err(`${what}: ${problem}`);
          if (!imported) throw new CodeSetError('codes.unreadable', nothingPublished);
          return tellImport(terminal, imported, options.json);
        }
        tellImport(
          terminal,
          await importCodeSets(inputs, {
            directory,
            edition: options.edition,
            list: options.system ?? options.list,
            onProgress,
          }),
          options.json,
        );
      });
    });
}

interface ImportCommandOptions {
  edition?: string;
  list?: CodeListName;
  system?: 'cpt';
  data?: string;
  json?: true;
}

const nothingPublished =
  'Nothing could be had from CDC and CMS. Download their files in a browser and run: superbill codes import PATH';

const cptLicence =
  'CPT is copyrighted by the American Medical Association. Your list stays in the data directory of this installation; use it as far as your own licence goes, and pass neither the list nor the data directory on.';

function tellImport(terminal: Terminal, report: ImportReport, json?: true): void {
  if (report.files.some(({ system }) => system === 'cpt')) terminal.err(cptLicence);
  if (json) {
    terminal.out(JSON.stringify(report));
    return;
  }
  for (const line of tellSkipped(report.skipped)) terminal.out(line);
  for (const { name, system, edition, kind, change } of report.files) {
    terminal.out(
      `${changeWords[change]} ${name}: ${kind} of ${[system, edition].filter(Boolean).join(' ')}.`,
    );
  }
  for (const { list: name, edition, codes: count } of report.lists) {
    const what = [name, edition].filter(Boolean).join(' ');
    terminal.out(`Ready: the list ${what} with ${count.toLocaleString('en-US')} codes.`);
  }
  for (const { system, edition, codes: count, notesDropped, termsDropped } of report.built) {
    const dropped = notesDropped + termsDropped;
    const left = dropped > 0 ? ` ${dropped} older notes and terms had no code in it any more.` : '';
    terminal.out(`Ready: ${system} ${edition} with ${count.toLocaleString('en-US')} billable codes.${left}`);
  }
  if (report.built.length + report.lists.length === 0) {
    const kept = report.files.some(({ change }) => change === 'new' || change === 'replaced');
    terminal.out(kept ? 'Kept; it will serve the editions whose code list is imported.' : 'Nothing changed.');
  }
}

/** An archive of code systems holds many that are not for us: of those with one reason, all stand in one line. */
function tellSkipped(skipped: ImportReport['skipped']): string[] {
  return [...new Set(skipped.map(({ reason }) => reason))].flatMap((reason) => {
    const names = skipped.filter((one) => one.reason === reason).map(({ name }) => name);
    return names.length > 5
      ? `Skipped ${names.length} files, ${names[0]} the first: ${reason}.`
      : names.map((name) => `Skipped ${name}: ${reason}.`);
  });
}

const changeWords = {
  new: 'Imported',
  replaced: 'Replaced by',
  same: 'Already there:',
  'kept-official': 'Not taken, as the official file is there:',
  'kept-dated':
    'Not taken, as a list that says when codes begin and end is there (name it with --list to take it):',
} as const;

interface AskOptions {
  date?: string;
  data?: string;
  system?: CodeSystem;
  json?: true;
}

function addAskOptions(command: Command): Command {
  return command
    .option('--date <date>', 'date of service, YYYY-MM-DD (default: today)')
    .addOption(new Option('--system <system>', 'code system').choices(systems))
    .option('--data <dir>', 'data directory')
    .option('--json', 'one JSON value');
}

function addList(codes: Command, terminal: Terminal): void {
  codes
    .command('list')
    .option('--data <dir>', 'data directory')
    .option('--json', 'one JSON value')
    .action((options: AskOptions) =>
      reporting(terminal, options.json, async () =>
        list(terminal, await openCodeSets(terminal, options), options.json),
      ),
    );
}

function addLookup(codes: Command, terminal: Terminal): void {
  addAskOptions(codes.command('lookup').argument('<code>', 'with or without its dot')).action(
    (code: string, options: AskOptions) =>
      reporting(terminal, options.json, async () =>
        lookup(terminal, await openCodeSets(terminal, options), code, options),
      ),
  );
}

function addSearch(codes: Command, terminal: Terminal): void {
  addAskOptions(codes.command('search').argument('[text...]', 'what to search for'))
    .option('--limit <number>', 'how many answers', readLimit, 10)
    .option(
      '--chosen <codes>',
      'codes chosen already, divided by commas: each answer says which of them exclude it',
      readCodes,
      [],
    )
    .option('--jsonl', 'read {id, text, chosen?} one a line on standard input, answer one a line')
    .action((words: string[], options: AskOptions & { limit: number; chosen: string[]; jsonl?: true }) =>
      reporting(terminal, options.json ?? options.jsonl, async () => {
        if (options.json && options.jsonl) throw new InvalidArgumentError(oneOfJson);
        if (options.jsonl) return searchLines(terminal, await openCodeSets(terminal, options), options);
        if (words.length === 0) throw new InvalidArgumentError('Name what to search for, or give --jsonl.');
        return search(terminal, await openCodeSets(terminal, options), words.join(' '), options);
      }),
    );
}

function readCodes(text: string): string[] {
  return text
    .split(',')
    .map((code) => code.trim())
    .filter(Boolean);
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new InvalidArgumentError('Give a number from 1 to 1000.');
  return limit;
}

/** Runs a command; what goes wrong by fault of the input is told in one sentence, and as JSON where asked. */
export async function reporting(
  terminal: Terminal,
  json: true | undefined,
  run: () => Promise<void>,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    const known = error instanceof CodeSetError || error instanceof InvalidArgumentError;
    if (!known) throw error;
    if (json) terminal.out(JSON.stringify({ error: { code: error.code, message: error.message } }));
    terminal.err(error.message);
    terminal.exit(error.code === 'codes.refused-file' ? 1 : 2);
  }
}
