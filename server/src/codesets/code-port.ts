import type { CodeSystem, IsoDate } from '@superbill/engines/model';
import type { CodePort } from '@superbill/engines/x12';
import type { EditionStore } from './edition-store.ts';

/**
 * Answers the codes of X12 files from what is imported, by date. What only the starter set or an edition of
 * another time could say is left open, and so is CPT (HCPCS level I), which only its licensees hold.
 */
export function codePortOf(codeSets: EditionStore, today: IsoDate): CodePort {
  const asked = new Map<string, boolean | undefined>();
  const ask = (system: CodeSystem, code: string, date: IsoDate): boolean | undefined => {
    const found = codeSets.editionFor(system, date);
    if (!found) return undefined;
    const isBillable = found.codes.lookup(code)?.billable === true;
    return isBillable || !(found.codes.edition.starter || found.outOfDate) ? isBillable : undefined;
  };
  return (set, code, on) => {
    const date = on ?? today;
    const key = `${set} ${code} ${date}`;
    if (asked.has(key)) return asked.get(key);
    const answer = answerFor(set, code, (system, one) => ask(system, one, date));
    // A file asks the same few codes over and over; a hostile one must not fill the memory.
    if (asked.size > 20_000) asked.clear();
    asked.set(key, answer);
    return answer;
  };
}

function answerFor(
  set: Parameters<CodePort>[0],
  code: string,
  ask: (system: CodeSystem, code: string) => boolean | undefined,
): boolean | undefined {
  if (set === 'icd10cm' || set === 'icd10pcs') return ask(set, code);
  if (set === 'procedure') return /^[A-V]\d{4}$/.test(code) ? ask('hcpcs', code) : undefined;
  return undefined;
}
