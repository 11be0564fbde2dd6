import { isCodeListName } from '@superbill/engines/codesets';
import type { CodeSystem, IsoDate } from '@superbill/engines/model';
import type { CodePort, CodeSet } from '@superbill/engines/x12';
import type { EditionStore } from './edition-store.ts';

type Answer = boolean | undefined;

/** Most answers that are remembered: a file asks the same few codes over and over, a hostile one must not fill the memory. */
const rememberedCap = 20_000;

/**
 * Answers the codes of X12 files from the editions and lists that are imported, by date; on `today` where a file says
 * no date. What only the starter set, an edition of another time or a list that is not here could say is left open. A port
 * remembers its answers, so each file wants its own: what is imported meanwhile is seen by the next.
 */
export function codePortOf(codeSets: EditionStore, today: IsoDate): CodePort {
  const remembered = new Map<CodeSet, Map<IsoDate, Map<string, Answer>>>();
  let count = 0;
  return (set, code, on) => {
    const date = on ?? today;
    const known = remembered.get(set)?.get(date);
    const answer = known?.get(code);
    if (answer !== undefined || known?.has(code)) return answer;
    const fresh = answerFor(codeSets, set, code, date);
    if (count >= rememberedCap) {
      remembered.clear();
      count = 0;
    }
    const ofSet = remembered.get(set) ?? new Map<IsoDate, Map<string, Answer>>();
    remembered.set(set, ofSet);
    ofSet.set(date, (ofSet.get(date) ?? new Map<string, Answer>()).set(code, fresh));
    count += 1;
    return fresh;
  };
}

function answerFor(codeSets: EditionStore, set: CodeSet, code: string, date: IsoDate): Answer {
  if (set === 'icd10cm' || set === 'icd10pcs') return ofEdition(codeSets, set, code, date);
  if (!isCodeListName(set)) return undefined;
  const listed = codeSets.lists.isListed(set, code, date);
  // Dental codes are the ADA's: neither the edition of CMS nor a list of CPT holds them.
  if (set === 'procedure' && code.startsWith('D')) return listed || undefined;
  if (set === 'procedure' && /^[A-V]\d{4}$/.test(code))
    return either(ofEdition(codeSets, 'hcpcs', code, date), listed);
  // Of CPT a licensee has the whole list as an edition, or only its codes.
  if (set === 'procedure') return either(ofEdition(codeSets, 'cpt', code, date) ?? listed, listed);
  if (set === 'modifier' && /^[A-Z]/.test(code)) return either(ofModifiers(codeSets, code, date), listed);
  // Three digits are an MS-DRG; groupers of other payers have four.
  if (set === 'drg' && code.length !== 3) return undefined;
  return listed;
}

/** Level II of HCPCS is in the editions, and CPT in the list of a licensee, who may put more into it. */
function either(edition: Answer, listed: Answer): Answer {
  return listed === true ? true : edition;
}

function ofEdition(codeSets: EditionStore, system: CodeSystem, code: string, date: IsoDate): Answer {
  const found = codeSets.editionFor(system, date);
  if (!found) return undefined;
  const isBillable = found.codes.isBillable(code);
  return isBillable || !(found.codes.edition.starter || found.outOfDate) ? isBillable : undefined;
}

/** Modifiers of level II begin with a letter. Some tables of HCPCS leave them out: LT (left side) tells. */
function ofModifiers(codeSets: EditionStore, code: string, date: IsoDate): Answer {
  const found = codeSets.editionFor('hcpcs', date);
  if (!found || found.codes.indexOf('LT') === -1) return undefined;
  const isThere = found.codes.indexOf(code) !== -1;
  return isThere || !found.outOfDate ? isThere : undefined;
}
