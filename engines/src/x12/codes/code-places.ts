import { component, element, type Segment } from '../tokens/segment.ts';
import type { CodeSet } from './code-set.ts';

/** A code as it stands in a segment, and the set that it is bound to. */
export interface PlacedCode {
  set: CodeSet;
  code: string;
  /** The element, and the component where it has several. */
  index: number;
  part?: number;
}

/** Adds what it finds in a segment. Asked of each segment of a file, so that it makes no lists of its own. */
type Finder = (segment: Segment, found: PlacedCode[]) => void;

/** Without its hyphens, or with the point that a diagnosis has when it is no data. */
type Rewrite = (code: string) => string;

const asSent: Rewrite = (code) => code;

function at(found: PlacedCode[], segment: Segment, index: number, set: CodeSet, rewrite = asSent): void {
  const code = element(segment, index);
  if (code !== '') found.push({ set, code: rewrite(code), index });
}

function partAt(
  found: PlacedCode[],
  segment: Segment,
  [index, part]: readonly [number, number],
  set: CodeSet,
  rewrite = asSent,
): void {
  const code = component(segment, index, part);
  if (code !== '') found.push({ set, code: rewrite(code), index, part });
}

/** Elements of one set at several places of a segment. */
const each =
  (indexes: readonly number[], set: CodeSet): Finder =>
  (segment, found) => {
    for (const index of indexes) at(found, segment, index, set);
  };

/** By the qualifier of a health care code (1270). */
const healthCareSets: ReadonlyMap<string, CodeSet> = new Map(
  Object.entries({
    ABK: 'icd10cm',
    ABF: 'icd10cm',
    ABJ: 'icd10cm',
    ABN: 'icd10cm',
    APR: 'icd10cm',
    BBR: 'icd10pcs',
    BBQ: 'icd10pcs',
    BK: 'icd9cm',
    BF: 'icd9cm',
    BJ: 'icd9cm',
    BN: 'icd9cm',
    PR: 'icd9cm',
    BP: 'procedure',
    BO: 'procedure',
    BG: 'condition',
    BH: 'occurrence',
    BI: 'occurrence',
    BE: 'value',
    DR: 'drg',
  }),
);

const healthCareCodes: Finder = (segment, found) => {
  for (let index = 1; index < segment.elements.length; index++) {
    const set = healthCareSets.get(component(segment, index, 1));
    if (set !== undefined) partAt(found, segment, [index, 2], set, set === 'icd10cm' ? withDot : asSent);
  }
};

const withDot: Rewrite = (code) => (code.length <= 3 ? code : `${code.slice(0, 3)}.${code.slice(3)}`);

/** On paper a type of bill begins with a zero, and some send that. */
const withoutLeadingZero: Rewrite = (code) => (code.length === 4 ? code.replace(/^0/, '') : code);

const withoutHyphens: Rewrite = (code) => code.replaceAll('-', '');

/** Procedures by their qualifier. */
const procedureSets: ReadonlyMap<string, CodeSet> = new Map(
  Object.entries({ N4: 'ndc', NU: 'revenue', AD: 'dental', HC: 'procedure' }),
);

/**
 * A procedure with its modifiers (C003). What is not listed is not judged, nor what has a qualifier
 * that a guide does not take there: that is the finding.
 */
function procedureAt(found: PlacedCode[], segment: Segment, index: number, notTaken?: string): void {
  const qualifier = component(segment, index, 1);
  const set = procedureSets.get(qualifier);
  if (set === undefined || qualifier === notTaken) return;
  partAt(found, segment, [index, 2], set);
  if (qualifier !== 'HC') return;
  const isTrip = component(segment, index, 2).startsWith('A0');
  for (let part = 3; part <= 6; part++) {
    if (!isTrip || !route.test(component(segment, index, part)))
      partAt(found, segment, [index, part], 'modifier');
  }
}

/**
 * From where to where an ambulance went: any two of these letters, which no list of modifiers has. Source: Medicare
 * Claims Processing Manual, chapter 15, 30.
 */
const route = /^[DEGHIJNPRSX]{2}$/;

/** A status of a claim (C043): category, status. */
function statusAt(found: PlacedCode[], segment: Segment, index: number): void {
  partAt(found, segment, [index, 1], 'claim-status-category');
  // C043-4 says where it is one of a pharmacy's reject codes instead, or a question in LOINC.
  if (!['RX', 'LOI'].includes(component(segment, index, 4)))
    partAt(found, segment, [index, 2], 'claim-status');
}

type Sets = ReadonlyMap<string, CodeSet>;

const sets = (byQualifier: Readonly<Record<string, CodeSet>>): Sets => new Map(Object.entries(byQualifier));

const remarks = sets({ HE: 'remark' });
const specialties = sets({ PXC: 'taxonomy', HPI: 'npi' });
const banks = sets({ '01': 'routing' });
const drugs = sets({ N4: 'ndc' });
const conditions = sets({ ABK: 'icd10cm', ABF: 'icd10cm', ZZ: 'place-of-service' });
const parties = sets({ XX: 'npi', FI: 'tax-number' });
const references = sets({ HPI: 'npi', EI: 'tax-number', TJ: 'tax-number' });

/** By the qualifier in the element before. */
function qualified(
  found: PlacedCode[],
  segment: Segment,
  index: number,
  byQualifier: Sets,
  rewrite = asSent,
): void {
  const set = byQualifier.get(element(segment, index - 1));
  if (set !== undefined) at(found, segment, index, set, rewrite);
}

/** Where codes stand, by segment: the same in every guide. */
const places: ReadonlyMap<string, Finder> = new Map(
  Object.entries<Finder>({
    HI: healthCareCodes,
    SV1(s, found) {
      procedureAt(found, s, 1, 'AD');
      at(found, s, 5, 'place-of-service');
    },
    SV2(s, found) {
      at(found, s, 1, 'revenue');
      procedureAt(found, s, 2, 'AD');
    },
    SV3(s, found) {
      procedureAt(found, s, 1, 'HC');
      at(found, s, 3, 'place-of-service');
    },
    SV5: (s, found) => procedureAt(found, s, 1),
    SVC(s, found) {
      procedureAt(found, s, 1);
      at(found, s, 4, 'revenue');
      procedureAt(found, s, 6);
    },
    SVD(s, found) {
      procedureAt(found, s, 3);
      at(found, s, 4, 'revenue');
    },
    EQ: (s, found) => procedureAt(found, s, 2),
    EB: (s, found) => procedureAt(found, s, 13),
    CLM: claimPlace,
    CL1(s, found) {
      at(found, s, 1, 'admission-type');
      at(found, s, 2, 'admission-source');
      at(found, s, 3, 'patient-status');
    },
    CAS: each([2, 5, 8, 11, 14, 17], 'adjustment-reason'),
    MIA: each([5, 20, 21, 22, 23], 'remark'),
    MOA: each([3, 4, 5, 6, 7], 'remark'),
    LQ: (s, found) => qualified(found, s, 2, remarks),
    STC(s, found) {
      for (const index of [1, 10, 11]) statusAt(found, s, index);
    },
    PRV: (s, found) => qualified(found, s, 3, specialties),
    UM(s, found) {
      if (component(s, 4, 2) === 'B') partAt(found, s, [4, 1], 'place-of-service');
    },
    BPR(s, found) {
      qualified(found, s, 7, banks);
      qualified(found, s, 13, banks);
    },
    LIN: (s, found) => qualified(found, s, 3, drugs),
    III: (s, found) => qualified(found, s, 2, conditions, element(s, 1) === 'ZZ' ? asSent : withDot),
    NM1: (s, found) => qualified(found, s, 9, parties, withoutHyphens),
    N1: (s, found) => qualified(found, s, 4, parties, withoutHyphens),
    REF(s, found) {
      qualified(found, s, 2, references, withoutHyphens);
      if (element(s, 1) === 'BLT') at(found, s, 2, 'bill-type', withoutLeadingZero);
    },
    N4(s, found) {
      if (!['', 'US'].includes(element(s, 4))) {
        at(found, s, 4, 'country');
        return;
      }
      at(found, s, 2, 'state');
      at(found, s, 3, 'zip');
    },
  }),
);

/**
 * A professional or dental claim has a place of service (B) and the state of a car accident (CLM11), an
 * institutional one a type of bill (A).
 */
function claimPlace(segment: Segment, found: PlacedCode[]): void {
  const qualifier = component(segment, 5, 2);
  if (qualifier === 'B') {
    partAt(found, segment, [5, 1], 'place-of-service');
    if (['', 'US'].includes(component(segment, 11, 5))) partAt(found, segment, [11, 4], 'state');
    partAt(found, segment, [11, 5], 'country');
  }
  // Without its frequency a type of bill is not whole, which is told already.
  if (qualifier !== 'A' || component(segment, 5, 3) === '') return;
  const frequency = component(segment, 5, 3);
  const code = component(segment, 5, 1) + frequency;
  found.push({ set: 'bill-type', code, index: 5, part: /^[0-9A-Z]$/.test(frequency) ? 1 : 3 });
}

const nothing: readonly PlacedCode[] = [];

/** The codes of a segment that belong to a code set outside of the guide. */
export function codesOf(segment: Segment): readonly PlacedCode[] {
  const find = places.get(segment.id);
  if (!find) return nothing;
  const found: PlacedCode[] = [];
  find(segment, found);
  return found;
}
