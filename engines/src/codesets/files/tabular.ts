import type { CodeNotes } from '../../model/index.ts';
import { icd10cmCode, type Place } from '../edition-data.ts';
import { bad, good, type Read, tidy } from './read.ts';
import { walkXml } from './xml.ts';

/** The tabular list of ICD-10-CM: what is printed at codes, sections and chapters. */
export interface TabularFile {
  /** `2021`, from the file's `<version>`. */
  version: string;
  /** Codes in print order, as far as the file goes (7th characters are tables, not codes). */
  codes: string[];
  places: Place[];
  /** The section in which each category is printed. */
  placeOf: Map<string, string>;
  notes: Map<string, CodeNotes>;
}

type NoteList = Exclude<keyof CodeNotes, 'seventhCharacter'>;

// A map, because the names of elements are the file's: `constructor` must not find what every object has.
const noteLists = new Map<string, NoteList>(
  Object.entries({
    includes: 'includes',
    inclusionTerm: 'inclusionTerms',
    excludes1: 'excludes1',
    excludes2: 'excludes2',
    codeFirst: 'codeFirst',
    useAdditionalCode: 'useAdditional',
    codeAlso: 'codeAlso',
    notes: 'notes',
    sevenChrNote: 'notes',
  } as const),
);

// Tables and prose that are not notes at a code.
const passedOver = new Set(['introduction', 'sectionIndex', 'visualImpairment']);

interface Level {
  element: string;
  at?: string;
}

/** Reads the tabular list XML. Source: `icd10cm_tabular.xsd`, published with the file. */
export function readTabular(xml: string): Read<TabularFile> {
  const file: TabularFile = { version: '', codes: [], places: [], placeOf: new Map(), notes: new Map() };
  const open: Level[] = [];
  let passing = 0;
  let text = '';
  let extension = '';
  let problem: string | undefined;

  /** The nearest enclosing chapter, section or code. */
  const owner = () => open.findLast((level) => level.at !== undefined);

  const finish = (element: string) => {
    const value = tidy(text);
    const parent = open.at(-2)?.element ?? '';
    const list = noteLists.get(parent);
    if (element === 'version') file.version = value;
    else if (element === 'name' && parent === 'chapter') startPlace(`Chapter ${value}`);
    else if (element === 'name' && parent === 'diag') startCode(value);
    else if (element === 'desc' && parent !== 'diag') titlePlace(value);
    else if (element === 'note' && list) addNote(list, value);
    else if (element === 'extension' && value) addSeventh(value);
    // A note inside the table explains the character above it.
    else if (element === 'note' && parent === 'sevenChrDef' && value) addSeventh(value);
  };

  const notesOf = (at = ''): CodeNotes => {
    const found = file.notes.get(at) ?? {};
    file.notes.set(at, found);
    return found;
  };
  const addNote = (list: NoteList, value: string) => {
    const notes = notesOf(owner()?.at);
    if (value === '') return;
    notes[list] ??= [];
    notes[list].push(value);
  };
  const addSeventh = (meaning: string) => {
    if (!/^[0-9A-Z]$/.test(extension))
      problem ??= `it names a 7th character ${extension.slice(0, 20)}, which is not one digit or letter`;
    const notes = notesOf(owner()?.at);
    const before = notes.seventhCharacter?.[extension];
    const whole = before === undefined ? meaning : `${before}; ${meaning}`;
    notes.seventhCharacter = { ...notes.seventhCharacter, [extension]: whole };
  };
  const startPlace = (at: string) => {
    const within = owner()?.at;
    const level = open.findLast((l) => l.element === 'chapter' || l.element === 'section');
    if (level) level.at = at;
    file.places.push(within === undefined ? { at, title: '' } : { at, title: '', within });
  };
  const titlePlace = (title: string) => {
    const place = file.places.at(-1);
    if (place) place.title = title;
  };
  const startCode = (code: string) => {
    if (!icd10cmCode.test(code)) problem ??= `it names a code ${code}, which is not an ICD-10-CM code`;
    const level = open.at(-2);
    const within = open.at(-3);
    if (within?.element === 'section' && within.at !== undefined) file.placeOf.set(code, within.at);
    if (level) level.at = code;
    file.codes.push(code);
  };

  const xmlProblem = walkXml(xml, {
    open(element, attributes) {
      if (open.length === 0 && element !== 'ICD10CM.tabular') {
        problem = `its root is <${element}>, expected <ICD10CM.tabular>`;
      }
      if (passing > 0 || passedOver.has(element)) passing += 1;
      open.push({ element });
      text = '';
      if (passing === 0 && element === 'section') startPlace(attributes.id ?? '');
      if (element === 'extension') extension = attributes.char ?? '';
    },
    text(piece) {
      text += piece;
    },
    close(element) {
      if (passing > 0) passing -= 1;
      else finish(element);
      open.pop();
      text = '';
    },
  });
  if (xmlProblem ?? problem) return bad(`this tabular list cannot be read: ${xmlProblem ?? problem}`);
  if (file.codes.length === 0)
    return bad('this tabular list has no codes; expected <diag> elements in sections');
  return good(file);
}
