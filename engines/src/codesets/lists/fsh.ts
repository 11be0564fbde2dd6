import { type IsoDate, isoDate, parseCompactDate } from '../../model/index.ts';
import { bad, good, linesOf, type Read } from '../files/read.ts';
import { type CodeList, type CodeListName, type ListedCode, listedForm } from './code-list.ts';

/** Which FHIR code systems of CMS are lists that X12 files use; the others are of Medicare's own records. */
const lists: Readonly<Record<string, CodeListName>> = {
  'ANSI-RSN-CD': 'adjustment-reason',
  'BENE-PTNT-STUS-CD': 'patient-status',
  'CLM-ADMSN-SRC-CD': 'admission-source',
  'CLM-ADMSN-TYPE-CD': 'admission-type',
  // Its codes are whole types of bill: facility, classification and frequency.
  'CLM-BILL-FREQ-CD': 'bill-type',
  'CLM-POS-CD': 'place-of-service',
  'CLM-REV-CNTR-CD': 'revenue',
  'CLM-RLT-COND-CD': 'condition',
};

/** The code system that an FSH text begins to define: `CLM-POS-CD`; undefined for another text. */
export function fshSystem(start: string): string | undefined {
  return /^(?:\s|\/\/[^\n]*\n)*CodeSystem:\s*(\S+)/.exec(start)?.[1]?.replaceAll('_', '-');
}

/** The list that a code system of CMS is; undefined for one that X12 files do not use. */
export function fshList(system: string): CodeListName | undefined {
  return Object.hasOwn(lists, system) ? lists[system] : undefined;
}

/** Reads the concepts (`* #code "meaning"`) of a code system in FHIR Shorthand. Source: HL7 FSH 3.0, 3.6.6. */
export function readFsh(text: string, name: CodeListName): Read<CodeList> {
  const lines = linesOf(text);
  if (lines.filter((line) => line.startsWith('CodeSystem:')).length > 1)
    return bad('it defines several code systems; one a file is expected, as CMS ships them');
  const codes: ListedCode[] = [];
  for (const [place, line] of lines.entries()) {
    if (!/^\s*\* #/.test(line)) continue;
    const [, concept = '', meaning = ''] = /^\s*\* #(\S+)(?:\s+"(.*)")?\s*$/.exec(line) ?? [];
    const code = listedForm(name, concept);
    if (isFree(meaning)) continue;
    if (code === undefined)
      return bad(`line ${place + 1} is no ${name} code and its meaning (* #code "meaning")`);
    const ended = endOf(meaning);
    codes.push(ended ? [code, null, ended] : [code]);
  }
  return codes.length > 0
    ? good({ name, codes })
    : bad(`it has no ${name} codes; expected lines * #code "meaning"`);
}

/**
 * The last day of a code, as far as its meaning tells. Codes marked dead without a day all died before version 5010
 * came into use, in 2012: which day it was nobody says, so older examples keep them.
 */
function endOf(meaning: string): IsoDate | undefined {
  if (/\b(?:INACTIVE|OBSOLETE)$/.test(meaning)) return isoDate('2011-12-31');
  const [, month = '', day = '', year] = /^DISCONTINUED (\d{1,2})\/(\d{1,2})\/(\d{2})$/.exec(meaning) ?? [];
  return year === undefined
    ? undefined
    : parseCompactDate(`20${year}${month.padStart(2, '0')}${day.padStart(2, '0')}`);
}

/** CMS lists codes that are free too, and says so in the place of a meaning. */
function isFree(meaning: string): boolean {
  // For admission sources the meaning for newborns stands behind a slash.
  return meaning
    .split(')/')
    .every(
      (part) =>
        /^(?:unassigned|reserved|unknown|unknown value \(.*|no description available)$/i.test(part) ||
        part.includes('RESERVED FOR NATIONAL ASSIGNMENT'),
    );
}
