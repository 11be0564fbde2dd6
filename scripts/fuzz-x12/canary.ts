import { cut, idOf, joined } from './file-text.ts';

/** Stands where a file tells of a person, in places that no finding and no answer repeats. */
export const secret = 'Zyx-Canary-Qv';
/** Stands where a number is that a 999 names a claim, a member … by (CTX). */
export const reference = 'Zyx-Pointer-Qv';

/** Either. */
export const canary = new RegExp(`${secret}|${reference}`);

/** Elements by segment. All of a person, though many hold codes in practice. */
const secretPlaces: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries({
    NM1: [3, 4, 5, 6, 7],
    N1: [2],
    N2: [1, 2],
    N3: [1, 2],
    N4: [1, 3],
    PER: [2, 4, 6, 8],
    DMG: [2],
    DTP: [3],
    NTE: [2],
    MSG: [1],
    K3: [1],
    SBR: [3, 4],
    REF: [2, 3],
    PWK: [6],
    INS: [12],
    HI: [1, 2],
  }),
);

const referencePlaces: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries({
    CLM: [1],
    TRN: [2],
    ENT: [1],
    NM1: [9],
  }),
);

/** The file with both in all their places that hold something. */
export function planted(text: string): string {
  const file = cut(text);
  const segments = file.segments.map((segment) => {
    const id = idOf(segment, file);
    const elements = segment.split(file.element);
    const put = (places: readonly number[] | undefined, canary: string) => {
      for (const at of places ?? []) if (elements[at]) elements[at] = canary;
    };
    // An 834 names its subscriber so.
    put(secretPlaces.get(id), id === 'REF' && elements[1]?.startsWith('0F') ? reference : secret);
    put(referencePlaces.get(id), reference);
    return elements.join(file.element);
  });
  return joined({ ...file, segments });
}

/** The segments of an answer that repeat a canary which has no business there. */
export function leaksOf(answer: string, mayName: { secret?: string; reference?: string }): string[] {
  const file = cut(answer);
  return file.segments
    .filter(
      (segment) =>
        (segment.includes(secret) && idOf(segment, file) !== mayName.secret) ||
        (segment.includes(reference) && idOf(segment, file) !== mayName.reference),
    )
    .map((segment) => idOf(segment, file));
}
