import type { EditionView } from '@superbill/contract';
import { formatDate, type IsoDate } from '@superbill/engines/model';
import { editionWarning, systemNames } from '../ui/index.ts';

/** What a coder must know of the edition that answers for a date of service; undefined when all is well. */
export function editionNote(
  edition: EditionView & { outOfDate: boolean },
  date: IsoDate,
): string | undefined {
  if (edition.starter || !edition.outOfDate) return editionWarning(edition);
  return `${systemNames[edition.system]} ${edition.edition} answers, which was not in force on ${formatDate(date)}: check codes that may have changed.`;
}
