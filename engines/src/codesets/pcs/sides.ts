/** The sides of the body that ICD-10-PCS tells apart; `Bilateral` is a value of its own (guideline B4.3). */
export type Side = 'Right' | 'Left' | 'Bilateral';

const sides: Record<string, Side> = {
  right: 'Right',
  left: 'Left',
  bilateral: 'Bilateral',
  rt: 'Right',
  lt: 'Left',
  r: 'Right',
  l: 'Left',
  bilat: 'Bilateral',
  both: 'Bilateral',
};

/** The side that a word says; a single letter only as a capital (`R knee`). */
export function sideOf(word: string): Side | undefined {
  return word.length === 1 && word !== word.toUpperCase() ? undefined : sides[word.toLowerCase()];
}

/** A label without its side: `Knee Joint, Right` is `Knee Joint`, `Lymphatic, Right Axillary` is `Lymphatic, Axillary`. */
export function splitSide(label: string): { base: string; side?: Side } {
  const found = /\b(Right|Left|Bilateral)\b/.exec(label);
  if (!found || /\bRight and Left\b/.test(label)) return { base: label };
  const base = (label.slice(0, found.index) + label.slice(found.index + found[0].length))
    .replace(/, *$/, '')
    .replace(/, {2,}/, ', ')
    .trim();
  return { base, side: found[0] as Side };
}
