import type { CodeEntry, CodeNotes, IndexTerm, IsoDate } from '../model/index.ts';
import { type ArtifactHead, artifactVersion, rowFlags } from './artifact.ts';
import { beginningWith, firstNotBefore } from './code-order.ts';
import { bareCode, type CodeEdition, type CodeRow, displayCode, type Place } from './edition-data.ts';
import { inheritNotes } from './inherit-notes.ts';
import { nearMisses } from './near-misses.ts';
import { openTerms } from './open-terms.ts';
import { readStrings, type Sections, SectionsError, section, unpackSections } from './sections.ts';

/**
 * Opens the sections of an edition. Nothing is copied and texts are decoded at their first use, so opening
 * takes a few milliseconds. `effectiveTo` is the last day, where a later edition cuts this one short.
 * Throws {@link SectionsError} for another version of the format.
 */
export function openEdition(source: Uint8Array | Sections, effectiveTo?: IsoDate): CodeEdition {
  const sections = source instanceof Uint8Array ? unpackSections(source) : source;
  const head: ArtifactHead = JSON.parse(readStrings(sections, 'head').at(0));
  if (head.version !== artifactVersion) {
    throw new SectionsError(`this edition has format ${head.version}, expected ${artifactVersion}`);
  }
  if (effectiveTo !== undefined) head.edition.effectiveTo = effectiveTo;
  const { system } = head.edition;
  const codes = readStrings(sections, 'code');
  const titles = readStrings(sections, 'code.title');
  const shortTitles = readStrings(sections, 'code.short');
  const parents = section(sections, 'code.parent', Int32Array);
  const flags = section(sections, 'code.flags', Uint8Array);
  const sorted = section(sections, 'code.sorted', Uint32Array);
  const placeNumbers = section(sections, 'code.place', Int16Array);
  const noteTexts = readStrings(sections, 'notes');
  const rowNotes = section(sections, 'code.notes', Int32Array);
  const placeNotes = section(sections, 'place.notes', Int32Array);
  const places = new Map(head.places.map((place, number) => [place.at, { ...place, number }]));
  const terms = openTerms(sections, head.columns, codes);

  const order = { codes, sorted };
  const indexOf = (code: string): number => {
    const wanted = displayCode(system, code);
    const place = sorted[firstNotBefore(order, wanted)];
    return place !== undefined && codes.at(place) === wanted ? place : -1;
  };
  const row = (place: number): CodeRow => {
    if (!(place >= 0 && place < codes.length))
      throw new RangeError(`no row ${place} in ${head.edition.edition}`);
    const shortTitle = shortTitles.at(place);
    return {
      code: codes.at(place),
      title: titles.at(place),
      billable: isBillable(place),
      parent: parents[place] ?? -1,
      ...(shortTitle ? { shortTitle } : {}),
    };
  };
  const isBillable = (place: number) => ((flags[place] ?? 0) & rowFlags.billable) !== 0;
  const readNotes = (number = -1): CodeNotes | undefined =>
    number === -1 ? undefined : JSON.parse(noteTexts.at(number));

  /** A row and the rows it is part of, nearest first. */
  const lineage = (place: number): number[] => {
    const rows: number[] = [];
    for (let at = place; at !== -1; at = parents[at] ?? -1) rows.push(at);
    return rows;
  };
  const placesOf = (code: string): Place[] => {
    const category = lineage(indexOf(code)).at(-1);
    const found: Place[] = [];
    let at = category === undefined ? undefined : head.places[placeNumbers[category] ?? -1];
    while (at) {
      found.push(at);
      at = at.within === undefined ? undefined : places.get(at.within);
    }
    return found.map(({ at, title, within }) =>
      within === undefined ? { at, title } : { at, title, within },
    );
  };
  const notesAt = (at: string): CodeNotes | undefined => {
    const place = places.get(at);
    return place ? readNotes(placeNotes[place.number]) : readNotes(rowNotes[indexOf(at)]);
  };
  const placedNotes = (code: string, rows: readonly number[]) =>
    [...rows.map((place) => codes.at(place)), ...placesOf(code).map((place) => place.at)].flatMap((at) => {
      const notes = notesAt(at);
      return notes ? [{ ...notes, at }] : [];
    });

  return {
    edition: head.edition,
    size: codes.length,
    termCount: terms.length,
    indexOf,
    row,
    isBillable: (code) => isBillable(indexOf(code)),
    notesAt,
    placesOf,
    term: terms.at,
    termsOf: (code) => terms.of(indexOf(code)).map(terms.at),
    nearMisses: (code, limit = 5) => nearMisses(system, bareCode(code), order, limit),
    beginningWith: (start, limit) => beginningWith(order, displayCode(system, start), limit),
    lookup(code): CodeEntry | undefined {
      const place = indexOf(code);
      if (place === -1) return undefined;
      const rows = lineage(place);
      const own = codes.at(place);
      const entry: CodeEntry = {
        system,
        code: own,
        title: titles.at(place),
        billable: isBillable(place),
        edition: head.edition.edition,
        parents: rows
          .slice(1)
          .reverse()
          .map((at) => ({ code: codes.at(at), title: titles.at(at) })),
        notes: inheritNotes(own, placedNotes(own, rows)),
      };
      if (head.hasPoaExempt) entry.poaExempt = ((flags[place] ?? 0) & rowFlags.poaExempt) !== 0;
      return entry;
    },
    children(code) {
      const parent = code === undefined ? -1 : indexOf(code);
      if (code !== undefined && parent === -1) return [];
      const found: CodeRow[] = [];
      // Children follow their parent; the first row after it that is not below it ends the search.
      for (let place = parent + 1; place < codes.length; place += 1) {
        if (parents[place] === parent) found.push(row(place));
        else if (parent !== -1 && (parents[place] ?? -1) < parent) break;
      }
      return found;
    },
    sevenths(code) {
      for (const place of lineage(indexOf(code))) {
        const meaning = readNotes(rowNotes[place])?.seventhCharacter;
        if (meaning) return meaning;
      }
      return undefined;
    },
  };
}

/** All terms of an edition, in order: index, tables, inclusion notes, starter set. */
export function* termsIn(edition: CodeEdition): Generator<IndexTerm> {
  for (let place = 0; place < edition.termCount; place += 1) yield edition.term(place);
}
