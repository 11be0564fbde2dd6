import type { Charge, ClaimView, Encounter, routes } from '@superbill/contract';
import type { InputOf } from '../../api/index.ts';

export type ChargeInput = InputOf<typeof routes.addCharge>['body'];

/** A charge as it is typed. */
export interface ChargeDraft {
  procedure: string;
  /** `25 LT`. */
  modifiers: string;
  units: string;
  /** Ids of assigned codes in the order they were chosen. */
  diagnoses: readonly string[];
}

export type Diagnosis = Encounter['codes'][number];

/** The codes a charge can point to, first-listed first. */
export function diagnosesOf({ codes }: Pick<Encounter, 'codes'>): Diagnosis[] {
  return codes.filter(({ system }) => system === 'icd10cm').sort((a, b) => a.position - b.position);
}

/** An empty line; when there is only one diagnosis, it is what the service was for. */
export function emptyDraft(diagnoses: readonly Pick<Diagnosis, 'id'>[]): ChargeDraft {
  const [only] = diagnoses;
  const pointed = diagnoses.length === 1 && only ? [only.id] : [];
  return { procedure: '', modifiers: '', units: '1', diagnoses: pointed };
}

export function draftOf({ procedure, modifiers, units, diagnoses }: Charge): ChargeDraft {
  return { procedure, modifiers: modifiers.join(' '), units: String(units), diagnoses };
}

/** A stored charge as it goes back. */
export function inputOf({ procedure, modifiers, units, diagnoses }: Charge): ChargeInput {
  return { procedure, modifiers, units, diagnoses };
}

/** What was typed as the server takes it, or what is wrong with it, by field. */
export function readDraft({
  procedure,
  modifiers,
  units,
  diagnoses,
}: ChargeDraft): { input: ChargeInput } | { wrong: Partial<Record<keyof ChargeDraft, string>> } {
  const code = procedure.trim().toUpperCase();
  const two = modifiers
    .toUpperCase()
    .split(/[\s,-]+/)
    .filter(Boolean);
  const count = /^\d{1,4}$/.test(units.trim()) ? Number(units) : 0;
  const wrong = {
    ...(/^[A-Z0-9]{5}$/.test(code) ? {} : { procedure: 'Choose a procedure.' }),
    ...(two.every((modifier) => /^[A-Z0-9]{2}$/.test(modifier)) && two.length <= 4
      ? {}
      : { modifiers: 'Up to four, of two letters or digits.' }),
    ...(count > 0 ? {} : { units: 'A whole number.' }),
  };
  if (Object.keys(wrong).length > 0) return { wrong };
  return { input: { procedure: code, modifiers: two, units: count, diagnoses: [...diagnoses] } };
}

/** At most this many diagnoses on a line (SV107 of the 837P has four components). */
export const mostPointers = 4;

/** Puts a diagnosis last among those pointed to, or takes it off; a fifth changes nothing. */
export function togglePointer(pointed: readonly string[], id: string): readonly string[] {
  if (pointed.includes(id)) return pointed.filter((each) => each !== id);
  return pointed.length >= mostPointers ? pointed : [...pointed, id];
}

/** Whether a claim no longer says what the charges say, so that its findings may be out of date. */
export function isOutOfDate(
  claim: Pick<ClaimView, 'lines' | 'diagnoses'>,
  visit: Pick<Encounter, 'codes' | 'charges'>,
): boolean {
  const diagnoses = diagnosesOf(visit);
  const written = (line: readonly [string, readonly string[], number, readonly number[], number]) =>
    JSON.stringify(line);
  const now = visit.charges.map((charge) =>
    written([
      charge.procedure,
      charge.modifiers,
      charge.units,
      charge.diagnoses.map((id) => diagnoses.findIndex((code) => code.id === id) + 1),
      charge.chargeCents,
    ]),
  );
  const then = claim.lines.map((line) =>
    written([line.procedure, line.modifiers, line.units, line.diagnosisPointers, line.chargeCents]),
  );
  const sameCodes =
    claim.diagnoses.map(({ code }) => code).join() === diagnoses.map(({ code }) => code).join();
  return !sameCodes || now.join() !== then.join();
}
