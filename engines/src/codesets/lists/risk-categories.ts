import type { CodeBook, IsoDate, RiskCategory } from '../../model/index.ts';
import type { CategoryCodes, CodeList } from './code-list.ts';

/** The categories that a diagnosis, with its dot, counts for; empty for one that counts for none. */
export type CategoryFinder = (code: string) => RiskCategory[];

/**
 * Opens mappings for risk adjustment. Diagnoses of a year count for the payment of the year after it; where that
 * mapping is not at hand, the one nearest before it answers, else the next. Undefined while there is none.
 */
export function categoryFinder(lists: readonly CodeList[]): ((date: IsoDate) => CategoryFinder) | undefined {
  const mappings = lists
    .filter(({ categories }) => categories !== undefined)
    .sort((a, b) => ((a.edition ?? '') < (b.edition ?? '') ? -1 : 1));
  if (mappings.length === 0) return undefined;
  const opened = new Map<CodeList, CategoryFinder>();
  return (date) => {
    const wanted = `PY${Number(date.slice(0, 4)) + 1}`;
    const mapping = mappings.findLast(({ edition = '' }) => edition <= wanted) ?? mappings[0];
    if (!mapping) return () => [];
    const finder = opened.get(mapping) ?? openMapping(mapping);
    opened.set(mapping, finder);
    return finder;
  };
}

function openMapping({ categories = [] }: CodeList): CategoryFinder {
  const byCode = new Map<string, RiskCategory[]>();
  for (const { model, category, codes } of [...categories].sort(newestFirst)) {
    for (const code of codes) {
      const known = byCode.get(code);
      if (known) known.push({ model, category });
      else byCode.set(code, [{ model, category }]);
    }
  }
  return (code) => byCode.get(code.replace('.', '')) ?? [];
}

/** Models of medical payment before those of drugs, the newest first: `V28`, `V24`, `RxHCC V08`. */
function newestFirst(a: CategoryCodes, b: CategoryCodes): number {
  const rank = ({ model }: CategoryCodes) =>
    Number(/\d{1,4}$/.exec(model)?.[0]) + (model.startsWith('V') ? 1000 : 0);
  return rank(b) - rank(a);
}

/** A code book that tells the categories of risk adjustment too. */
export function withRiskCategories(book: CodeBook, riskCategories: CategoryFinder | undefined): CodeBook {
  if (!riskCategories) return book;
  return {
    edition: book.edition,
    lookup: (code) => book.lookup(code),
    children: (code) => book.children(code),
    search: (text, options) => book.search(text, options),
    findTerms: (text) => book.findTerms(text),
    complete: (code, context, said) => book.complete(code, context, said),
    riskCategories,
  };
}
