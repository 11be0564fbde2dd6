import type { CodeSystem, Edition, IndexTerm } from '../model/index.ts';
import type { CodeRow, EditionData, PcsParts, Place } from './edition-data.ts';
import { editionPeriod } from './edition-name.ts';
import type { CptRow } from './files/cpt.ts';
import type { HcpcsRow } from './files/hcpcs.ts';
import type { PcsFile } from './files/identify.ts';
import type { IndexFile } from './files/index-file.ts';
import type { OrderFile } from './files/order-file.ts';
import type { TabularFile } from './files/tabular.ts';
import { withoutSuperseded } from './superseded-notes.ts';

/** Raised when the same files make another edition than before; those on the disk are then put together anew. */
export const assemblyVersion = 2;

/** A file that was read, with the edition it is of and the name it came under. */
export interface Sourced<T> {
  edition: string;
  name: string;
  value: T;
}

/** The files that one edition of ICD-10-CM or ICD-10-PCS is put together from. */
export interface EditionFiles {
  order: Sourced<OrderFile>;
  tabular?: Sourced<TabularFile>;
  /** The index first, then the index of external causes and the two tables. */
  indexes: Sourced<IndexFile>[];
  poaExempt?: Sourced<string[]>;
  /** Tables, index and definitions of ICD-10-PCS. */
  pcs?: Sourced<PcsFile>[];
  /** Terms of the starter set, which serve every edition. */
  starter: IndexTerm[];
}

/** What did not fit when older notes and terms met newer codes. */
export interface Carried {
  data: EditionData;
  /** Codes of the tabular list that no longer exist, with their notes. */
  notesDropped: number;
  /** Terms whose code no longer exists and that point nowhere else. */
  termsDropped: number;
}

/** Puts an edition together; notes and terms of older files stay with the codes that still exist. */
export function assembleEdition(files: EditionFiles): Carried {
  const { order, tabular, indexes, poaExempt } = files;
  const codes = withParents(order.value.rows);
  const known = new Set(codes.map((row) => row.code));
  const data: EditionData = {
    edition: describe(files),
    codes,
    notes: new Map(),
    places: tabular?.value.places ?? [],
    placeOf: tabular ? placeCategories(codes, tabular.value) : new Map(),
    terms: [],
  };
  const notesDropped = tabular ? carryNotes(tabular.value, known, data) : 0;
  const printed = indexes.flatMap((index) => index.value.terms);
  const offered = [...printed, ...inclusionTerms(data), ...files.starter];
  for (const term of offered) {
    const carried = carryTerm(term, known);
    if (carried) data.terms.push(carried);
  }
  if (files.pcs && files.pcs.length > 0) data.pcs = pcsParts(files.pcs.map(({ value }) => value));
  if (poaExempt) data.poaExempt = new Set(poaExempt.value.filter((code) => known.has(code)));
  return { data, notesDropped, termsDropped: offered.length - data.terms.length };
}

/**
 * HCPCS: codes without hierarchy. A modifier is not billable, nor is a code that ended before the edition; a modifier
 * that did is left out.
 */
export function assembleHcpcs({ edition, name, value }: Sourced<HcpcsRow[]>): EditionData {
  const { effectiveFrom, effectiveTo } = periodOf('hcpcs', edition);
  const codes = value.flatMap(({ code, title, shortTitle, modifier, endsOn }): CodeRow[] => {
    const ended = endsOn !== undefined && endsOn < effectiveFrom;
    if (modifier && ended) return [];
    const billable = !modifier && !ended;
    return [{ code, title, billable, parent: -1, ...(shortTitle === undefined ? {} : { shortTitle }) }];
  });
  const billable = codes.filter((row) => row.billable).length;
  return {
    edition: {
      system: 'hcpcs',
      edition,
      effectiveFrom,
      effectiveTo,
      codes: billable,
      source: name,
      starter: false,
    },
    codes,
    notes: new Map(),
    places: [],
    placeOf: new Map(),
    terms: [],
  };
}

/** A licensee's list of CPT: codes without hierarchy, all of them billable. */
export function assembleCpt({ edition, name, value }: Sourced<CptRow[]>): EditionData {
  const codes = value.map((row): CodeRow => ({ ...row, billable: true, parent: -1 }));
  const about = { system: 'cpt', edition, ...periodOf('cpt', edition) } as const;
  return {
    edition: { ...about, codes: codes.length, source: name, starter: false },
    codes,
    notes: new Map(),
    places: [],
    placeOf: new Map(),
    terms: [],
  };
}

function periodOf(system: CodeSystem, edition: string) {
  const period = editionPeriod(system, edition);
  if (!period) throw new RangeError(`${edition} is not an edition of ${system}`);
  return period;
}

function pcsParts(files: readonly PcsFile[]): PcsParts {
  const parts: PcsParts = {};
  for (const file of files) {
    if (file.kind === 'pcs-tables') parts.tables = file.value;
    else if (file.kind === 'pcs-index') parts.index = file.value;
    else parts.definitions = file.value;
  }
  return parts;
}

function describe({ order, tabular, indexes, poaExempt, pcs = [] }: EditionFiles): Edition {
  const { system, rows } = order.value;
  const pcsFile = (kind: PcsFile['kind']) => pcs.find((file) => file.value.kind === kind);
  const notes = tabular ?? pcsFile('pcs-tables');
  const index = indexes.find((file) => file.value.kind === 'index') ?? pcsFile('pcs-index');
  const edition: Edition = {
    system,
    edition: order.edition,
    ...periodOf(system, order.edition),
    codes: rows.filter((row) => row.billable).length,
    source: [order, tabular, ...indexes, poaExempt, ...pcs].flatMap((file) => file?.name ?? []).join(', '),
    starter: false,
  };
  if (notes) edition.notesFrom = notes.edition;
  if (index) edition.indexFrom = index.edition;
  return edition;
}

/** A row is part of the nearest row above it that its code begins with; the order file is in that order. */
function withParents(rows: OrderFile['rows']): CodeRow[] {
  const open: { code: string; place: number }[] = [];
  return rows.map((row, place) => {
    while (open.length > 0 && !row.code.startsWith(open.at(-1)?.code ?? '')) open.pop();
    const parent = open.at(-1)?.place ?? -1;
    open.push({ code: row.code, place });
    return { ...row, parent };
  });
}

/**
 * The section of each category: where the tabular list prints it, else the narrowest range that holds it,
 * else the chapter of the category before it.
 */
function placeCategories(codes: readonly CodeRow[], tabular: TabularFile): Map<string, string> {
  const ranges = tabular.places.flatMap((place) => rangeOf(place) ?? []);
  const chapterOf = new Map(tabular.places.map(({ at, within }) => [at, within ?? at]));
  const placeOf = new Map<string, string>();
  let before: string | undefined;
  for (const { code, parent } of codes) {
    if (parent !== -1) continue;
    const holding = ranges.filter(({ first, last }) => first <= code && code <= last);
    const narrowest = holding.sort((a, b) => (a.first > b.first || a.last < b.last ? -1 : 1))[0];
    const at = tabular.placeOf.get(code) ?? narrowest?.at ?? chapterOf.get(before ?? '');
    before = at;
    if (at !== undefined) placeOf.set(code, at);
  }
  return placeOf;
}

/** `E08-E13` for a section; `… (E00-E89)` at the end of a chapter's title. */
function rangeOf({ at, title }: Place): { at: string; first: string; last: string } | undefined {
  const match = /^(\w{3})-(\w{3})$/.exec(at) ?? /\((\w{3})-(\w{3})\)$/.exec(title);
  return match?.[1] && match[2] ? { at, first: match[1], last: match[2] } : undefined;
}

function carryNotes(tabular: TabularFile, known: ReadonlySet<string>, data: EditionData): number {
  const places = new Set(tabular.places.map((place) => place.at));
  let dropped = 0;
  for (const [at, notes] of tabular.notes) {
    if (known.has(at) || places.has(at))
      data.notes.set(at, withoutSuperseded(at, notes, data.edition.effectiveFrom));
    else dropped += 1;
  }
  return dropped;
}

function inclusionTerms(data: EditionData): IndexTerm[] {
  const terms: IndexTerm[] = [];
  for (const [code, { inclusionTerms = [] }] of data.notes) {
    if (data.placeOf.has(code.slice(0, 3))) {
      for (const text of inclusionTerms)
        terms.push({ kind: 'inclusion', path: [text], nonessential: [], code });
    }
  }
  return terms;
}

/** The term as it stands in this edition; undefined when its code is gone and it points nowhere else. */
function carryTerm(term: IndexTerm, known: ReadonlySet<string>): IndexTerm | undefined {
  const code = resolve(term.code, known);
  const manifestation = resolve(term.manifestation, known);
  if (code === term.code && manifestation === term.manifestation) return term;
  const { code: _code, manifestation: _manifestation, ...rest } = term;
  const carried: IndexTerm = { ...rest };
  if (code !== undefined) carried.code = code;
  if (manifestation !== undefined) carried.manifestation = manifestation;
  return code !== undefined || term.see !== undefined || term.seeAlso !== undefined ? carried : undefined;
}

/** A code that exists; one printed with trailing placeholders (`O46.8X`) may stand for its subcategory. */
function resolve(code: string | undefined, known: ReadonlySet<string>): string | undefined {
  if (code === undefined || known.has(code)) return code;
  const shorter = code.replace(/X{1,4}$/, '').replace(/\.$/, '');
  return known.has(shorter) ? shorter : undefined;
}
