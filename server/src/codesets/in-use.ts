import type { EditionView } from '@superbill/contract';
import { withRiskCategories } from '@superbill/engines/codesets';
import type { CodeBook, CodeSystem, Edition, IsoDate } from '@superbill/engines/model';
import { AppError } from '../errors.ts';
import type { System } from '../work.ts';

/** Told wherever the starter set answers. */
export const howToImport =
  'Import the full official files with: npx superbill codes import PATH-OR-URL… (a zip, a folder or a file as CDC and CMS publish them). Running servers see the new edition at once.';

/** The edition for a date of service, and how it is shown to people. Refuses while there is none at all. */
export function openEdition(
  { codeSets }: Pick<System, 'codeSets'>,
  system: CodeSystem,
  date: IsoDate,
): { book: CodeBook; inUse: EditionView & { outOfDate: boolean } } {
  const found = codeSets.editionFor(system, date);
  if (!found) throw new AppError('code-set.missing', { system }, 'system');
  const book = withRiskCategories(found.search, codeSets.lists.riskCategories(date));
  return { book, inUse: { ...toView(found.search.edition), outOfDate: found.outOfDate } };
}

export function toView(edition: Edition): EditionView {
  return {
    system: edition.system,
    edition: edition.edition,
    effectiveFrom: edition.effectiveFrom,
    effectiveTo: edition.effectiveTo ?? null,
    codes: edition.codes,
    source: edition.source,
    starter: edition.starter,
    notesFrom: edition.notesFrom ?? null,
    indexFrom: edition.indexFrom ?? null,
  };
}
