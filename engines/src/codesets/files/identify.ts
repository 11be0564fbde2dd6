import type { CodeSystem } from '../../model/index.ts';
import { editionFromName, isEditionName } from '../edition-name.ts';
import type { CodeList, CodeListName } from '../lists/code-list.ts';
import { identifyList } from '../lists/identify-list.ts';
import { type CptRow, hasCptCodes, readCpt } from './cpt.ts';
import { type HcpcsRow, hcpcsCsvHeading, isHcpcsLine, readHcpcs, readHcpcsCsv } from './hcpcs.ts';
import { indexCsvHeading, readIndexCsv } from './index-csv.ts';
import { type IndexFile, readIndexFile } from './index-file.ts';
import { isOrderLine, type OrderFile, readCodesFile, readOrderFile } from './order-file.ts';
import { type PcsDefinitionsFile, readPcsDefinitions } from './pcs-definitions.ts';
import { type PcsIndexFile, readPcsIndex } from './pcs-index.ts';
import { type PcsTablesFile, readPcsTables } from './pcs-tables.ts';
import { isPoaHeading, readPoaExempt } from './poa.ts';
import { bad, good, type Read } from './read.ts';
import { readTabular, type TabularFile } from './tabular.ts';

/** An official file, read: what it is and what it holds. */
export type CodeFile =
  | { kind: 'order'; system: 'icd10cm' | 'icd10pcs'; value: OrderFile }
  | { kind: 'codes'; system: 'icd10cm' | 'icd10pcs'; value: string[] }
  | { kind: 'tabular'; system: 'icd10cm'; value: TabularFile }
  | { kind: IndexFile['kind']; system: 'icd10cm'; value: IndexFile }
  | { kind: 'poa-exempt'; system: 'icd10cm'; value: string[] }
  | { kind: 'hcpcs'; system: 'hcpcs'; value: HcpcsRow[] }
  | { kind: 'cpt'; system: 'cpt'; value: CptRow[] }
  | PcsFile
  | CodeListFile;

/** What CMS publishes beside the order file of ICD-10-PCS. */
export type PcsFile =
  | { kind: 'pcs-tables'; system: 'icd10pcs'; value: PcsTablesFile }
  | { kind: 'pcs-index'; system: 'icd10pcs'; value: PcsIndexFile }
  | { kind: 'pcs-definitions'; system: 'icd10pcs'; value: PcsDefinitionsFile };

/** One of the small code lists, which have no editions. */
export interface CodeListFile {
  kind: 'list';
  system: CodeListName;
  value: CodeList;
}

/** What a text turns out to be: a file to read, or one to pass over and why. */
export type Identified = { read: () => Read<CodeFile> } | { skip: string };

/** Tells whether a member of an archive or folder is worth opening, by its name alone. */
export function skipByName(name: string): string | undefined {
  if (/\.(pdf|xlsx?|docx?|xsd|prn|exe|md|json|cpy|rtf|html?)$/i.test(name)) {
    return 'not a file that code sets are read from';
  }
  return /addend|POAexempt(Add|Delete|Revise)/i.test(name)
    ? 'changes only; the full list is read'
    : undefined;
}

/**
 * Tells what a text is by its content, whatever its name. `said` is what the user says it is: a code list, or `cpt`,
 * which is never guessed, as any table of numbers could be one.
 */
export function identify(text: string, said?: CodeListName | 'cpt'): Identified {
  if (said === 'cpt') return identifyCpt(text);
  return identifyOther(text, said);
}

function identifyCpt(text: string): Identified {
  if (/^\s*</.test(text.slice(0, 4096)) || !hasCptCodes(text)) return { skip: 'it holds no codes of CPT' };
  return as(
    () => readCpt(text),
    (value) => ({ kind: 'cpt', system: 'cpt', value }),
  );
}

function identifyOther(text: string, list: CodeListName | undefined): Identified {
  const start = text.slice(0, 4096);
  const line = /^[^\r\n]*/.exec(start)?.[0] ?? '';
  if (/^\s*(<!doctype html|<html)/i.test(start)) {
    return { skip: 'a web page, not a code set: the address may have changed or asks for a click first' };
  }
  const listed = list === undefined ? undefined : identifyList(text, list);
  if (listed) return asList(listed);
  if (/^(Add|Delete|Revise[^:]*|No Change): /.test(line))
    return { skip: 'changes only; the full list is read' };
  if (/^\s*</.test(start)) return identifyXml(text, start);
  if (isOrderLine(line)) {
    return as(
      () => readOrderFile(text),
      (value) => ({ kind: 'order', system: value.system, value }),
    );
  }
  if (isPoaHeading(line)) {
    return as(
      () => readPoaExempt(text),
      (value) => ({ kind: 'poa-exempt', system: 'icd10cm', value }),
    );
  }
  if (line === indexCsvHeading) return as(() => readIndexCsv(text), indexFile);
  if (line === hcpcsCsvHeading) return as(() => readHcpcsCsv(text), hcpcsFile);
  if (/^(?=\S*\d)(?=.{7} \S)[0-9A-Z]{3,7} {1,5}\S/.test(line)) {
    const system = /^[A-Z]/.test(line) ? 'icd10cm' : 'icd10pcs';
    return as(
      () => readCodesFile(text),
      (value) => ({ kind: 'codes', system, value }),
    );
  }
  if (start.split(/\r?\n/).some(isHcpcsLine)) return as(() => readHcpcs(text), hcpcsFile);
  return asList(identifyList(text) ?? { skip: 'not a code set that this product reads' });
}

function asList(found: NonNullable<ReturnType<typeof identifyList>>): Identified {
  if ('skip' in found) return found;
  return as(found.read, (value) => ({ kind: 'list', system: value.name, value }));
}

function identifyXml(text: string, start: string): Identified {
  const root = rootOf(start);
  if (root === 'ICD10CM.index') return as(() => readIndexFile(text), indexFile);
  if (root === 'ICD10CM.tabular') {
    return as(
      () => readTabular(text),
      (value) => ({ kind: 'tabular', system: 'icd10cm', value }),
    );
  }
  if (root === 'ICD10PCS.tabular')
    return as(
      () => readPcsTables(text),
      (value) => ({ kind: 'pcs-tables', system: 'icd10pcs', value }),
    );
  if (root === 'ICD10PCS.index')
    return as(
      () => readPcsIndex(text),
      (value) => ({ kind: 'pcs-index', system: 'icd10pcs', value }),
    );
  if (root === 'ICD10PCS.definitions')
    return as(
      () => readPcsDefinitions(text),
      (value) => ({ kind: 'pcs-definitions', system: 'icd10pcs', value }),
    );
  return { skip: `XML with the root <${root ?? '?'}>, not a code set` };
}

/** The name of the first element in the beginning of an XML text; what stands in comments is none. */
function rootOf(start: string): string | undefined {
  for (let at = start.indexOf('<'); at !== -1; at = start.indexOf('<', at + 1)) {
    if (start.startsWith('<!--', at)) {
      at = start.indexOf('-->', at + 4);
      if (at === -1) return undefined;
    } else {
      const name = /^<([A-Za-z][\w.-]*)/.exec(start.slice(at, at + 200))?.[1];
      if (name !== undefined) return name;
    }
  }
  return undefined;
}

function as<T>(read: () => Read<T>, wrap: (value: T) => CodeFile): Identified {
  return {
    read: () => {
      const found = read();
      return found.ok ? good(wrap(found.value)) : found;
    },
  };
}

const indexFile = (value: IndexFile): CodeFile => ({ kind: value.kind, system: 'icd10cm', value });
const hcpcsFile = (value: HcpcsRow[]): CodeFile => ({ kind: 'hcpcs', system: 'hcpcs', value });

/**
 * The edition of a file: as the user says, else from the first of its names that has a year (its own, then
 * the archive's), else from its `<version>`. A problem asks the user.
 */
export function editionOf(file: CodeFile, names: readonly string[], said?: string): Read<string> {
  if (file.kind === 'list') return listEditionOf(file.value, names, said);
  const { system } = file;
  if (said !== undefined) {
    return isEditionName(system, said)
      ? good(said)
      : bad(`${said} is not an edition of ${system}; expected ${examples[system]}`);
  }
  const named = names.map((name) => editionFromName(system, name)).find((edition) => edition !== undefined);
  const version = 'version' in file.value ? editionFromName(system, file.value.version) : undefined;
  const own = names[0] === undefined ? undefined : editionFromName(system, names[0]);
  const edition = own ?? version ?? named;
  return edition === undefined
    ? bad(`its name does not say of which year it is; name the edition with --edition ${examples[system]}`)
    : good(edition);
}

/** Only the groups of a stay are published by year; a list of them whose year nobody says can tell less. */
function listEditionOf({ name, edition }: CodeList, names: readonly string[], said?: string): Read<string> {
  if (name === 'risk-adjustment') return paymentYearOf(edition, names, said);
  if (name !== 'drg') return good('');
  if (said !== undefined && !isEditionName('icd10pcs', said))
    return bad(`${said} is not a year of MS-DRGs; expected ${examples.icd10pcs}`);
  const named = names.map((one) => editionFromName('icd10pcs', one)).find((one) => one !== undefined);
  return good(said ?? edition ?? named ?? '');
}

/** The mapping for risk adjustment is published for payment years. */
function paymentYearOf(own: string | undefined, names: readonly string[], said?: string): Read<string> {
  if (said !== undefined && !/^PY20\d{2}$/.test(said))
    return bad(`${said} is not a payment year; expected PY2026`);
  const named = names
    .map((name) => /(?<!\d)20\d{2}(?!\d)/.exec(name)?.[0])
    .find((year) => year !== undefined);
  const edition = said ?? own ?? (named && `PY${named}`);
  return edition === undefined
    ? bad('its name does not say of which payment year it is; name it with --edition PY2026')
    : good(edition);
}

const examples: Record<CodeSystem, string> = {
  icd10cm: 'FY2026',
  icd10pcs: 'FY2026',
  hcpcs: '2026-04',
  cpt: '2026',
};
