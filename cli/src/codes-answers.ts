import {
  type CodeEntry,
  type CodeHit,
  type CodeSystem,
  type Edition,
  formatDate,
  type IsoDate,
} from '@superbill/engines/model';
import { CodeSetError } from '@superbill/server/codesets/code-set-error';
import type { EditionInForce, EditionStore } from '@superbill/server/codesets/edition-store';
import type { ListSummary } from '@superbill/server/codesets/list-store';
import { searchAsMeant, writtenCode } from './search-as-meant.ts';
import { readDate, readIcd10Date } from './service-date.ts';
import { linesFrom, type Terminal, table } from './terminal.ts';
import { readTextLine } from './text-line.ts';

export interface Question {
  date?: string;
  system?: CodeSystem;
  json?: true;
}

/** Told where both are asked for. */
export const oneOfJson = 'Give --json for one text or --jsonl for one a line, not both.';

const howToImport = 'Import the full official files: npx superbill codes import PATH-OR-URL…';

/** `codes list`. */
export function list(terminal: Terminal, store: EditionStore, json?: true): void {
  const editions = store.listEditions();
  const lists = store.lists.summaries();
  if (json) {
    terminal.out(JSON.stringify([...editions, ...lists.map(listAsEdition)]));
    return;
  }
  const rows = editions.map((edition) => [
    edition.system,
    edition.edition,
    formatDate(edition.effectiveFrom),
    edition.effectiveTo ? formatDate(edition.effectiveTo) : '',
    edition.codes.toLocaleString('en-US'),
    edition.notesFrom ?? '',
    edition.indexFrom ?? '',
    edition.source,
  ]);
  const heading = ['system', 'edition', 'from', 'to', 'billable codes', 'notes of', 'index of', 'source'];
  for (const line of table([heading, ...rows])) terminal.out(line);
  if (lists.length > 0) {
    const listRows = lists.map(({ name, edition = '', size, source }) => [
      name,
      edition,
      size.toLocaleString('en-US'),
      source,
    ]);
    terminal.out('');
    for (const line of table([['code list', 'year', 'codes', 'source'], ...listRows])) terminal.out(line);
  }
  if (editions.every((edition) => edition.starter))
    terminal.err(`Only the starter set is here. ${howToImport}`);
}

/** A list in the shape in which editions are told; it has days only where it is published anew for each year. */
function listAsEdition({ name, edition = '', size, source, period }: ListSummary) {
  return { system: name, kind: 'list', edition, ...period, codes: size, source };
}

/** `codes lookup`: in the named system, else in the first that knows the code. Unknown codes exit with 1. */
export function lookup(
  terminal: Terminal,
  store: EditionStore,
  code: string,
  { date, system, json }: Question,
): void {
  const day = dateFor(system, date);
  const order: CodeSystem[] = system ? [system] : ['icd10cm', 'hcpcs', 'icd10pcs', 'cpt'];
  const asked: EditionInForce[] = [];
  for (const name of order) {
    const edition = store.editionFor(name, day);
    if (!edition) continue;
    asked.push(edition);
    const entry = edition.codes.lookup(writtenCode(edition.search, code) ?? code);
    if (!entry) continue;
    const { starter } = edition.codes.edition;
    const notesFrom = olderNotes(edition.codes.edition);
    const about = { starter, outOfDate: edition.outOfDate, ...(notesFrom && { notesFrom }) };
    if (json) terminal.out(JSON.stringify({ ...entry, ...about }));
    else tellEntry(terminal, entry, notesFrom);
    tellEdition(terminal, edition, day);
    return;
  }
  if (asked.length === 0) throw noEdition(system);
  const near = asked.flatMap((edition) => edition.codes.nearMisses(code)).slice(0, 5);
  const names = asked.map(({ codes: { edition } }) => `${edition.system} ${edition.edition}`).join(', ');
  const message = `There is no code ${code} in ${names}.`;
  if (json) terminal.out(JSON.stringify({ error: { code: 'codes.unknown', message }, nearMisses: near }));
  terminal.err(near.length > 0 ? `${message} Near it: ${near.join(', ')}.` : message);
  for (const edition of asked) tellEdition(terminal, edition, day);
  terminal.exit(1);
}

/** `codes search TEXT`. */
export function search(
  terminal: Terminal,
  store: EditionStore,
  text: string,
  { date, system, json, limit, chosen }: Question & { limit: number; chosen: string[] },
): void {
  const day = dateFor(system, date);
  const edition = editionFor(store, system, day);
  const { results, ms } = timedSearch(edition, text, { limit, chosen, partial: true });
  if (json) {
    const { edition: name, starter } = edition.codes.edition;
    terminal.out(
      JSON.stringify({ id: null, results, ms, edition: name, starter, outOfDate: edition.outOfDate }),
    );
  } else {
    const rows = results.map(({ code, title, path, conflicts }) => [
      code,
      title,
      [...path, ...conflicts.map(({ with: other, at }) => `not with ${other} (Excludes1 at ${at})`)].join(
        ' › ',
      ),
    ]);
    for (const line of table(rows)) terminal.out(line);
    if (results.length === 0) terminal.err('Nothing found. Try fewer or plainer words.');
  }
  tellEdition(terminal, edition, day);
}

/** `codes search --jsonl`: answers each line in order; a line that is not a question gets an error and exit 1. */
export async function searchLines(
  terminal: Terminal,
  store: EditionStore,
  { date, system, limit, chosen }: Question & { limit: number; chosen: string[] },
): Promise<void> {
  const day = dateFor(system, date);
  const edition = editionFor(store, system, day);
  tellEdition(terminal, edition, day);
  let number = 0;
  for await (const line of linesFrom(terminal.input)) {
    number += 1;
    if (line.trim() === '') continue;
    const question = readQuestion(line);
    if ('problem' in question) {
      const error = { code: 'codes.no-question', message: question.problem };
      terminal.out(JSON.stringify({ id: question.id, line: number, error }));
      terminal.exit(1);
      continue;
    }
    const { id, text } = question;
    const options = { limit, chosen: question.chosen ?? chosen };
    terminal.out(JSON.stringify({ id, ...timedSearch(edition, text, options) }));
  }
}

function timedSearch(
  { search: book }: EditionInForce,
  text: string,
  options: { limit: number; chosen: string[]; partial?: boolean },
): { results: CodeHit[]; ms: number } {
  const started = performance.now();
  const results = text.trim() === '' ? [] : searchAsMeant(book, text, options);
  return { results, ms: Math.round((performance.now() - started) * 100) / 100 };
}

function readQuestion(
  line: string,
): { id: unknown; text: string; chosen?: string[] } | { id: unknown; problem: string } {
  const read = readTextLine(line);
  if ('problem' in read) return read;
  const { id, text, value } = read;
  if (!('chosen' in value) || !Array.isArray(value.chosen)) return { id, text };
  return { id, text, chosen: value.chosen.filter((code) => typeof code === 'string') };
}

/** HCPCS and CPT are older than ICD-10. */
function dateFor(system: CodeSystem | undefined, date: string | undefined): IsoDate {
  return system === 'hcpcs' || system === 'cpt' ? readDate(date) : readIcd10Date(date);
}

export function editionFor(
  store: EditionStore,
  system: CodeSystem = 'icd10cm',
  day: IsoDate,
): EditionInForce {
  const edition = store.editionFor(system, day);
  if (!edition) throw noEdition(system);
  return edition;
}

function noEdition(system: CodeSystem | undefined): CodeSetError {
  return new CodeSetError(
    'codes.nothing-found',
    `No edition of ${system ?? 'any code set'} is imported. ${howToImport}`,
  );
}

/** Says which edition answered, and plainly when it is not the right one. */
export function tellEdition(terminal: Terminal, { codes, outOfDate }: EditionInForce, day: IsoDate): void {
  const { edition } = codes;
  if (edition.starter) {
    terminal.err(
      `Answered from the starter set (${edition.edition}, ${edition.codes} codes). ${howToImport}`,
    );
    return;
  }
  const older = olderParts(edition);
  terminal.err(`Answered from ${edition.system} ${edition.edition}${older}.`);
  if (outOfDate) {
    terminal.err(
      `${edition.edition} was not in force on ${formatDate(day)}; of the imported editions it is the nearest. Import the right one: npx superbill codes import PATH-OR-URL…`,
    );
  }
}

function olderParts({ system, edition, notesFrom, indexFrom }: Edition): string {
  const notes = system === 'icd10pcs' ? 'tables' : 'notes';
  const older = (name: string, from = edition) => (from === edition ? [] : `${name} of ${from}`);
  const parts = [older(notes, notesFrom), older('index', indexFrom)].flat();
  return parts.length > 0 ? ` with ${parts.join(' and ')}` : '';
}

/** The edition of the tabular list whose notes are shown, where it is not that of the codes. */
export function olderNotes({ system, edition, notesFrom }: Edition): string | undefined {
  return system === 'icd10cm' && notesFrom !== edition ? notesFrom : undefined;
}

const noteNames = {
  includes: 'Includes',
  inclusionTerms: 'Such as',
  excludes1: 'Excludes1',
  excludes2: 'Excludes2',
  codeFirst: 'Code first',
  useAdditional: 'Use additional',
  codeAlso: 'Code also',
  notes: 'Note',
} as const;

function tellEntry(
  terminal: Terminal,
  { code, title, billable, parents, notes, poaExempt }: CodeEntry,
  notesFrom: string | undefined,
): void {
  for (const [depth, parent] of parents.entries())
    terminal.out(`${'  '.repeat(depth)}${parent.code}  ${parent.title}`);
  terminal.out(`${'  '.repeat(parents.length)}${code}  ${title}`);
  terminal.out(billable ? 'Billable.' : 'A heading: choose a code below it.');
  if (poaExempt) terminal.out('Exempt from present-on-admission reporting.');
  if (notes.length > 0 && notesFrom) terminal.out(`Notes of the tabular list of ${notesFrom}:`);
  for (const placed of notes) {
    terminal.out(`At ${placed.at}:`);
    for (const key of Object.keys(noteNames) as (keyof typeof noteNames)[]) {
      for (const note of placed[key] ?? []) terminal.out(`  ${noteNames[key]}: ${note}`);
    }
    for (const [character, meaning] of Object.entries(placed.seventhCharacter ?? {})) {
      terminal.out(`  7th character ${character}: ${meaning}`);
    }
  }
}
