import type { CodeBook, CodeHit, ProcedureBook, ProcedureReading } from '../../model/index.ts';

/** Titles stand behind what the index and the tables say. */
const titleWorth = 0.5;

/**
 * The search over an edition of ICD-10-PCS: a phrase is read by index and tables first; where it leaves an axis open,
 * each code it may be says what it needs. Titles follow. `open` gives the reader, undefined where no tables are known.
 */
export function searchProcedures(titles: CodeBook, open: () => ProcedureBook | undefined): CodeBook {
  return {
    edition: titles.edition,
    lookup: (code) => titles.lookup(code),
    children: (code) => titles.children(code),
    findTerms: (text) => titles.findTerms(text),
    complete: (code, context, said) => titles.complete(code, context, said),
    search(text, options = {}) {
      const byTitle = titles.search(text, options);
      // A code, or the beginning of one.
      if (byTitle[0]?.path[0]?.startsWith('Code ') || text.trim() === '') return byTitle;
      const { limit = 10 } = options;
      const read = (open()?.read(text) ?? []).flatMap(hitsOf);
      const found = new Map(read.map((hit) => [hit.code, hit]));
      for (const hit of byTitle)
        if (!found.has(hit.code)) found.set(hit.code, { ...hit, score: hit.score * titleWorth });
      return [...found.values()].slice(0, limit);
    },
  };
}

function hitsOf({ code, title, confidence, path, open, alternatives }: ProcedureReading): CodeHit[] {
  const hit = { billable: true, score: confidence, missing: [], conflicts: [] };
  if (open.length === 0) return [{ ...hit, code, title, path }];
  return alternatives.map((one) => ({
    ...hit,
    code: one.code,
    title: one.title,
    missing: [one.needs],
    path: [...path, `needs ${one.needs}`],
  }));
}
