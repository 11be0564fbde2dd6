import {
  type Claim,
  type ClaimLine,
  type IsoDate,
  type Person,
  type Subscriber,
  serviceStart,
} from '../model/index.ts';

/** Whoever was treated: the subscriber, or the patient when they are not the same. */
export function patientOf({ relationship, subscriber, patient }: Claim): Person | Subscriber | undefined {
  return relationship === 'self' ? subscriber : patient;
}

/** The days on which the claim's services began, earliest first, each once. */
export function serviceDates(claim: Claim): IsoDate[] {
  return [...new Set(claim.lines.flatMap((line) => serviceStart(claim, line) ?? []))].sort();
}

/** Every line with its path: `lines[0]`. */
export function placedLines({ lines }: Pick<Claim, 'lines'>): { line: ClaimLine; at: string }[] {
  return lines.map((line, index) => ({ line, at: `lines[${index}]` }));
}

/** Every line that names a procedure, with its path: on an institutional claim a revenue code may be enough. */
export function placedProcedures(
  claim: Pick<Claim, 'lines'>,
): { line: ClaimLine; procedure: string; at: string }[] {
  return placedLines(claim).flatMap((placed) =>
    placed.line.procedure === undefined ? [] : [{ ...placed, procedure: placed.line.procedure }],
  );
}

/** Every diagnosis with its path: `diagnoses[0]`. */
export function placedDiagnoses({ diagnoses }: Claim): { code: string; at: string }[] {
  return diagnoses.map((code, index) => ({ code, at: `diagnoses[${index}]` }));
}

export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
