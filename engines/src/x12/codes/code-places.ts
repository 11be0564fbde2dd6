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

type Finder = (segment: Segment) => PlacedCode[];

const nothing: PlacedCode[] = [];

function at(segment: Segment, index: number, set: CodeSet): PlacedCode[] {
  const code = element(segment, index);
  return code === '' ? nothing : [{ set, code, index }];
}

function partAt(segment: Segment, index: number, part: number, set: CodeSet): PlacedCode[] {
  const code = component(segment, index, part);
  return code === '' ? nothing : [{ set, code, index, part }];
}

/** Elements of one set at several places of a segment. */
function each(segment: Segment, indexes: readonly number[], set: CodeSet): PlacedCode[] {
  const found: PlacedCode[] = [];
  for (const index of indexes) {
    const code = element(segment, index);
    if (code !== '') found.push({ set, code, index });
  }
  return found;
}

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

function healthCareCodes(segment: Segment): PlacedCode[] {
  return segment.elements.slice(1).flatMap((_, index): PlacedCode[] => {
    const set = healthCareSets.get(component(segment, index + 1, 1));
    return set === undefined ? [] : partAt(segment, index + 1, 2, set).map(withDot);
  });
}

function withDot(placed: PlacedCode): PlacedCode {
  const { set, code } = placed;
  if (set !== 'icd10cm' || code.length <= 3) return placed;
  return { ...placed, code: `${code.slice(0, 3)}.${code.slice(3)}` };
}

/**
 * A procedure with its modifiers (C003). What is not listed here is not judged, nor what has a qualifier
 * that a guide does not take there: that is the finding.
 */
function procedureAt(segment: Segment, index: number, notTaken?: string): PlacedCode[] {
  const qualifier = component(segment, index, 1);
  if (qualifier === notTaken) return nothing;
  if (qualifier === 'N4') return partAt(segment, index, 2, 'ndc');
  if (qualifier === 'NU') return partAt(segment, index, 2, 'revenue');
  if (qualifier === 'AD') return partAt(segment, index, 2, 'dental');
  if (qualifier !== 'HC') return [];
  const modifiers = [3, 4, 5, 6].flatMap((part) => partAt(segment, index, part, 'modifier'));
  return [...partAt(segment, index, 2, 'procedure'), ...modifiers];
}

/** A status of a claim (C043): category, status. */
function statusAt(segment: Segment, index: number): PlacedCode[] {
  return [
    ...partAt(segment, index, 1, 'claim-status-category'),
    // C043-4 says where it is one of a pharmacy's reject codes instead, or a question in LOINC.
    ...(['RX', 'LOI'].includes(component(segment, index, 4))
      ? []
      : partAt(segment, index, 2, 'claim-status')),
  ];
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
function qualified(segment: Segment, index: number, byQualifier: Sets): PlacedCode[] {
  const set = byQualifier.get(element(segment, index - 1));
  return set === undefined ? nothing : at(segment, index, set);
}

/** As {@link qualified}; hyphens of a number do not count. */
function numbered(segment: Segment, index: number, byQualifier: Sets): PlacedCode[] {
  const found = qualified(segment, index, byQualifier);
  return found.length === 0 ? nothing : found.map(withoutHyphens);
}

/** Where codes stand, by segment: the same in every guide. */
const places: ReadonlyMap<string, Finder> = new Map(
  Object.entries({
    HI: healthCareCodes,
    SV1: (s) => [...procedureAt(s, 1, 'AD'), ...at(s, 5, 'place-of-service')],
    SV2: (s) => [...at(s, 1, 'revenue'), ...procedureAt(s, 2, 'AD')],
    SV3: (s) => [...procedureAt(s, 1, 'HC'), ...at(s, 3, 'place-of-service')],
    SV5: (s) => procedureAt(s, 1),
    SVC: (s) => [...procedureAt(s, 1), ...at(s, 4, 'revenue'), ...procedureAt(s, 6)],
    SVD: (s) => [...procedureAt(s, 3), ...at(s, 4, 'revenue')],
    EQ: (s) => procedureAt(s, 2),
    EB: (s) => procedureAt(s, 13),
    CLM: claimPlace,
    CL1: (s) => [
      ...at(s, 1, 'admission-type'),
      ...at(s, 2, 'admission-source'),
      ...at(s, 3, 'patient-status'),
    ],
    CAS: (s) => each(s, [2, 5, 8, 11, 14, 17], 'adjustment-reason'),
    MIA: (s) => each(s, [5, 20, 21, 22, 23], 'remark'),
    MOA: (s) => each(s, [3, 4, 5, 6, 7], 'remark'),
    LQ: (s) => qualified(s, 2, remarks),
    STC: (s) => [1, 10, 11].flatMap((index) => statusAt(s, index)),
    PRV: (s) => qualified(s, 3, specialties),
    UM: (s) => (component(s, 4, 2) === 'B' ? partAt(s, 4, 1, 'place-of-service') : nothing),
    BPR: (s) => [...qualified(s, 7, banks), ...qualified(s, 13, banks)],
    LIN: (s) => qualified(s, 3, drugs),
    III: (s) => qualified(s, 2, conditions).map(withDot),
    NM1: (s) => numbered(s, 9, parties),
    N1: (s) => numbered(s, 4, parties),
    REF: (s) => numbered(s, 2, references),
    N4: (s) =>
      ['', 'US'].includes(element(s, 4)) ? [...at(s, 2, 'state'), ...at(s, 3, 'zip')] : at(s, 4, 'country'),
  }),
);

/**
 * A professional or dental claim has a place of service (B) and the state of a car accident (CLM11), an
 * institutional one a type of bill (A).
 */
function claimPlace(segment: Segment): PlacedCode[] {
  const qualifier = component(segment, 5, 2);
  if (qualifier === 'B') return [...partAt(segment, 5, 1, 'place-of-service'), ...accidentPlace(segment)];
  // Without its frequency a type of bill is not whole, which is told already.
  if (qualifier !== 'A' || component(segment, 5, 3) === '') return [];
  const code = component(segment, 5, 1) + component(segment, 5, 3);
  return [{ set: 'bill-type', code, index: 5, part: 1 }];
}

function accidentPlace(segment: Segment): PlacedCode[] {
  const country = component(segment, 11, 5);
  const state = ['', 'US'].includes(country) ? partAt(segment, 11, 4, 'state') : nothing;
  return [...state, ...partAt(segment, 11, 5, 'country')];
}

function withoutHyphens(placed: PlacedCode): PlacedCode {
  return { ...placed, code: placed.code.replaceAll('-', '') };
}

/** The codes of a segment that belong to a code set outside of the guide. */
export function codesOf(segment: Segment): readonly PlacedCode[] {
  return places.get(segment.id)?.(segment) ?? nothing;
}
