import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeEdition, openEdition, unpackSections } from '@superbill/engines/codesets';
import { openProcedures, searchProcedures } from '@superbill/engines/codesets/pcs';
import { openSearch } from '@superbill/engines/codesets/search';
import {
  addDays,
  type CodeBook,
  type CodeSystem,
  daysBetween,
  type Edition,
  type IsoDate,
  type ProcedureBook,
} from '@superbill/engines/model';
import { type ArtifactHeader, readArtifact, readHeader } from './artifact-file.ts';
import { type ListStore, openListStore } from './list-store.ts';
import { type StarterSource, starterSections } from './starter.ts';

/** An edition with the search over it. */
export interface OpenedEdition {
  codes: CodeEdition;
  search: CodeBook;
  /** The reader of procedures; only of an edition of ICD-10-PCS whose tables are imported. */
  procedures?(): ProcedureBook | undefined;
}

export interface EditionInForce extends OpenedEdition {
  /** The date is outside of every edition at hand; this is the nearest. Say so wherever it is shown. */
  outOfDate: boolean;
}

/** The code sets of this installation. */
export interface EditionStore {
  /** Every edition at hand, by system and date; the starter set only while ICD-10-CM is not imported. */
  listEditions(): Edition[];
  /** The edition for a date of service; undefined while the system has none at all. */
  editionFor(system: CodeSystem, date: IsoDate): EditionInForce | undefined;
  /** The small code lists, which have no editions. */
  readonly lists: ListStore;
  /** Why editions or lists on the disk cannot be used, one sentence each. */
  problems(): string[];
}

export const codeSystems: readonly CodeSystem[] = ['icd10cm', 'icd10pcs', 'hcpcs', 'cpt'];

/** Opened editions kept at once: two fiscal years of two systems. */
const openedCap = 4;

interface Listed {
  path: string;
  header: ArtifactHeader;
  from: IsoDate;
  /** The day before the next edition, or the end of the period it is meant for. */
  to: IsoDate | undefined;
}

/** Opens the store in `<data>/codesets`. Editions imported by another process are seen at the next call. */
export function openEditionStore(directory: string, starter?: StarterSource): EditionStore {
  const listings = new Map<CodeSystem, { stamp: number; listed: Listed[]; problems: string[] }>();
  const opened = new Map<string, OpenedEdition>();
  let openedStarter: OpenedEdition | undefined;
  const lists = openListStore(directory);

  const listing = (system: CodeSystem) => {
    const folder = join(directory, system);
    const stamp = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const known = listings.get(system);
    if (known?.stamp === stamp) return known;
    const fresh = { stamp, ...list(folder, stamp) };
    listings.set(system, fresh);
    return fresh;
  };
  const starterFor = (system: CodeSystem): OpenedEdition | undefined => {
    if (system !== 'icd10cm' || !starter) return undefined;
    openedStarter ??= openSections(starterSections(directory, starter));
    return openedStarter;
  };
  const openListed = ({ path, header, to }: Listed): OpenedEdition => {
    // A later edition that arrives cuts an earlier one short, which is then opened anew.
    const key = `${header.sha256} ${to}`;
    const edition = opened.get(key) ?? openSections(readArtifact(path).sections, to);
    // Last used stands last; the first is the one to let go.
    opened.delete(key);
    opened.set(key, edition);
    for (const oldest of opened.keys()) if (opened.size > openedCap) opened.delete(oldest);
    return edition;
  };

  return {
    lists,
    listEditions: () =>
      codeSystems.flatMap((system) => {
        const { listed } = listing(system);
        if (listed.length === 0) return starterFor(system)?.codes.edition ?? [];
        return listed.map(({ header: { edition }, to }) =>
          to === undefined ? edition : { ...edition, effectiveTo: to },
        );
      }),
    editionFor(system, date) {
      const { listed } = listing(system);
      const starterEdition = listed.length === 0 ? starterFor(system) : undefined;
      if (starterEdition) return { ...starterEdition, outOfDate: false };
      const inForce = listed.find(({ from, to }) => from <= date && (to === undefined || date <= to));
      const nearest = inForce ?? nearestTo(date, listed);
      return nearest && { ...openListed(nearest), outOfDate: inForce === undefined };
    },
    problems: () => [...codeSystems.flatMap((system) => listing(system).problems), ...lists.problems()],
  };
}

/** The edition that began or ended fewest days away; of two the later, since a code set changes little in a year. */
function nearestTo(date: IsoDate, listed: readonly Listed[]): Listed | undefined {
  const away = ({ from, to }: Listed) =>
    date < from ? daysBetween(date, from) : daysBetween(to ?? from, date);
  let nearest: Listed | undefined;
  for (const one of listed) if (!nearest || away(one) <= away(nearest)) nearest = one;
  return nearest;
}

function openSections(bytes: Uint8Array, effectiveTo?: IsoDate): OpenedEdition {
  const sections = unpackSections(bytes);
  const codes = openEdition(sections, effectiveTo);
  const search = openSearch(sections, codes);
  if (codes.edition.system !== 'icd10pcs') return { codes, search };
  // Opened when a procedure is first asked for: it takes longer than all the rest.
  let opened: { book: ProcedureBook | undefined } | undefined;
  const procedures = () => {
    opened ??= { book: openProcedures(sections, codes) };
    return opened.book;
  };
  return { codes, search: searchProcedures(search, procedures), procedures };
}

/** The editions in a folder, earliest first, each ending before the next begins. */
function list(folder: string, stamp: number): { listed: Listed[]; problems: string[] } {
  const problems: string[] = [];
  const names = stamp === 0 ? [] : readdirSync(folder).filter((name) => name.endsWith('.sbc'));
  const found = names.flatMap((name) => {
    const path = join(folder, name);
    try {
      return { path, header: readHeader(path) };
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
      return [];
    }
  });
  found.sort((a, b) => (a.header.edition.effectiveFrom < b.header.edition.effectiveFrom ? -1 : 1));
  const listed = found.map(({ path, header }, place): Listed => {
    const { effectiveFrom: from, effectiveTo: end } = header.edition;
    const next = found[place + 1]?.header.edition.effectiveFrom;
    const before = next && addDays(next, -1);
    const to = before !== undefined && (end === undefined || before < end) ? before : end;
    return { path, header, from, to };
  });
  return { listed, problems };
}
