import type { PlacedNotes } from '../model/index.ts';

/**
 * The notes that apply to a code, from those printed at it and at everything above it, nearest first.
 * Instructions and exclusions are inherited; inclusion terms say what one code holds, so they reach only the
 * codes that differ from it by their 7th character; of 7th-character tables the nearest counts.
 * Source: ICD-10-CM tabular list, introduction; Official Guidelines I.A.5, I.A.10–12.
 */
export function inheritNotes(code: string, placed: readonly PlacedNotes[]): PlacedNotes[] {
  const applying: PlacedNotes[] = [];
  let hasSevenths = false;
  for (const { inclusionTerms, seventhCharacter, ...notes } of placed) {
    const own = notes.at === code || isSeventhOf(code, notes.at);
    const kept: PlacedNotes = own && inclusionTerms ? { ...notes, inclusionTerms } : notes;
    if (seventhCharacter && !hasSevenths) kept.seventhCharacter = seventhCharacter;
    hasSevenths ||= seventhCharacter !== undefined;
    if (Object.keys(kept).length > 1) applying.push(kept);
  }
  return applying;
}

/** Whether a code is another with placeholders and a 7th character: `T36.0X1A` of `T36.0X1`. */
function isSeventhOf(code: string, other: string): boolean {
  return code.length === 8 && code.startsWith(other) && /^\.?X*[0-9A-Z]$/.test(code.slice(other.length));
}
