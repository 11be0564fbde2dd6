import type { ClaimKind } from '../../model/index.ts';
import { X12WriteError } from '../write/draft.ts';

/** Which kinds of claim have a place for something: P professional, I institutional, D dental. */
export type Kinds = 'P' | 'I' | 'D' | 'PI' | 'PD' | 'ID' | 'PID';

const letters: Record<ClaimKind, 'P' | 'I' | 'D'> = { professional: 'P', institutional: 'I', dental: 'D' };

/** A kind by the type of its guide: `837P`. */
export function kindOf(type: string | undefined): ClaimKind | undefined {
  return kinds.find((kind) => type === `837${letters[kind]}`);
}

const kinds: readonly ClaimKind[] = ['professional', 'institutional', 'dental'];

export function hasPlace(kind: ClaimKind, where: Kinds): boolean {
  return where.includes(letters[kind]);
}

/** Refuses what a claim of this kind has no place for. `at` is the path in the model. */
export function wantPlace(kind: ClaimKind, where: Kinds, at: string, given: unknown): void {
  if (given === undefined || (Array.isArray(given) && given.length === 0)) return;
  if (!hasPlace(kind, where)) throw new X12WriteError(at, `a claim that is ${kind} has no place for it`);
}

/** Refuses each property of an object that a claim of this kind has no place for. */
export function wantPlaces<T extends object>(
  kind: ClaimKind,
  where: Partial<Record<keyof T & string, Kinds>>,
  given: T,
  path = '',
): void {
  for (const [name, value] of Object.entries(given)) {
    wantPlace(kind, where[name as keyof T & string] ?? 'PID', path + name, value);
  }
}

/** Refuses a list that is longer than its place. */
export function fit<T>(values: readonly T[], most: number, at: string): readonly T[] {
  if (values.length > most) throw new X12WriteError(at, `has ${values.length} values, at most ${most} fit`);
  return values;
}

/** A row that ties a property to the code (REF01, DTP01) that says it, in either direction. */
export type CodeRow<Name> = readonly [name: Name, where: Kinds, code: string];
