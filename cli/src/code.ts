import { withRiskCategories } from '@superbill/engines/codesets';
import { codeRecord } from '@superbill/engines/coding';
import { codeProcedures } from '@superbill/engines/coding/procedures';
import { evaluationLevel } from '@superbill/engines/coding/procedures/evaluation';
import { formatDate, type IsoDate, type Setting } from '@superbill/engines/model';
import type { EditionInForce, EditionStore } from '@superbill/server/codesets/edition-store';
import { procedureBooks } from '@superbill/server/codesets/procedure-books';
import { Command, InvalidArgumentError, Option } from 'commander';
import { codingAnswer, tellCoding } from './code-answers.ts';
import { type PatientKind, patientKinds, readQuestion, settings } from './code-question.ts';
import { openCodeSets } from './code-sets.ts';
import { reporting } from './codes.ts';
import { editionFor, oneOfJson, tellEdition } from './codes-answers.ts';
import { readText } from './read-text.ts';
import { readIcd10Date } from './service-date.ts';
import { statedDate } from './stated-date.ts';
import { linesFrom, processTerminal, type Terminal } from './terminal.ts';

interface CodeOptions {
  setting: Setting;
  date?: string;
  patient?: PatientKind;
  data?: string;
  json?: true;
  jsonl?: true;
}

/** `superbill code`: clinical text in, suggested codes with their evidence and questions out. */
export function codeCommand(terminal: Terminal = processTerminal()): Command {
  return new Command('code')
    .description('suggest codes for a clinical text')
    .argument('[file]', 'a text file; `-` for standard input')
    .addOption(
      new Option('--setting <setting>', 'where the care was given').choices(settings).default('outpatient'),
    )
    .option('--date <date>', 'date of service, YYYY-MM-DD (default: today)')
    .addOption(
      new Option('--patient <patient>', 'for the level of the visit (default: as the text says)').choices(
        patientKinds,
      ),
    )
    .option('--data <dir>', 'data directory')
    .option('--json', 'one JSON value')
    .option('--jsonl', 'read {id, text, setting?, date?} one a line on standard input, answer one a line')
    .action((file: string | undefined, options: CodeOptions) =>
      reporting(terminal, options.json ?? options.jsonl, async () => {
        if (options.json && options.jsonl) throw new InvalidArgumentError(oneOfJson);
        if (options.jsonl) return codeLines(terminal, await openCodeSets(terminal, options), options);
        if (file === undefined) throw new InvalidArgumentError('Name a text file, or give --jsonl.');
        return codeFile(terminal, await openCodeSets(terminal, options), file, options);
      }),
    );
}

async function codeFile(
  terminal: Terminal,
  store: EditionStore,
  file: string,
  options: CodeOptions,
): Promise<void> {
  const text = await readText(terminal, file);
  const day = readIcd10Date(options.date);
  const edition = editionFor(store, 'icd10cm', day);
  const { result, ms } = timedCoding(store, edition, { ...options, text, date: day });
  if (options.json) terminal.out(JSON.stringify(codingAnswer(null, result, ms, edition)));
  else tellCoding(terminal, result, edition);
  tellEdition(terminal, edition, day);
  const stated = statedDate(text);
  if (stated && stated !== day)
    terminal.err(
      `The text states ${formatDate(stated)} as its date of service; it was coded for ${formatDate(day)}. To code for the date it states: --date ${stated}`,
    );
}

/** `code --jsonl`: answers each line in order; a line that is not a question gets an error and exit 1. */
async function codeLines(terminal: Terminal, store: EditionStore, options: CodeOptions): Promise<void> {
  const day = readIcd10Date(options.date);
  tellEdition(terminal, editionFor(store, 'icd10cm', day), day);
  let number = 0;
  for await (const line of linesFrom(terminal.input)) {
    number += 1;
    if (line.trim() === '') continue;
    const question = readQuestion(line);
    if ('problem' in question) {
      const error = { code: 'code.no-question', message: question.problem };
      terminal.out(JSON.stringify({ id: question.id, line: number, error }));
      terminal.exit(1);
      continue;
    }
    const date = question.date ?? day;
    const edition = editionFor(store, 'icd10cm', date);
    const { result, ms } = timedCoding(store, edition, { ...options, ...question, date });
    terminal.out(JSON.stringify(codingAnswer(question.id, result, ms, edition)));
  }
}

interface AskedText {
  text: string;
  setting: Setting;
  date: IsoDate;
  patient?: PatientKind;
}

function timedCoding(
  store: EditionStore,
  { search }: EditionInForce,
  { text, setting, date, patient }: AskedText,
) {
  const book = withRiskCategories(search, store.lists.riskCategories(date));
  const books = procedureBooks(store, setting, date);
  const started = performance.now();
  const documents = [{ documentId: 'text', version: 1, kind: 'note' as const, text }];
  const record = { setting, date, documents };
  const coded = codeRecord(book, record);
  const procedures = codeProcedures(record, books);
  const known = { diagnoses: coded.suggestions, ...(patient && { patient }) };
  const result = { ...coded, procedures, evaluation: evaluationLevel(record, known) };
  return { result, ms: Math.round((performance.now() - started) * 100) / 100 };
}
