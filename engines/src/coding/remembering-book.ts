import type { CodeBook } from '../model/index.ts';

/** Records repeat themselves (copied-forward lists); hostile ones differ without end. */
const mostRemembered = 5_000;

function remembering<Answer>(ask: (key: string) => Answer): (key: string) => Answer {
  const known = new Map<string, Answer>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = ask(key);
    if (known.size < mostRemembered) known.set(key, answer);
    return answer;
  };
}

/** A code book that answers a question asked twice in one record from memory. */
export function rememberingBook(book: CodeBook): CodeBook {
  const lookup = remembering((code) => book.lookup(code));
  const children = remembering((code) => book.children(code));
  const searches = new Map<number, (text: string) => ReturnType<CodeBook['search']>>();
  const complete = remembering((key) => {
    const [code = '', context = '', said] = JSON.parse(key) as string[];
    return book.complete(code, context, said);
  });
  return {
    edition: book.edition,
    ...(book.riskCategories && { riskCategories: (code: string) => book.riskCategories?.(code) ?? [] }),
    lookup,
    children,
    findTerms: (text) => book.findTerms(text),
    search(text, options = {}) {
      if (options.partial) return book.search(text, options);
      const limit = options.limit ?? 10;
      let search = searches.get(limit);
      if (!search) {
        search = remembering((asked) => book.search(asked, { limit }));
        searches.set(limit, search);
      }
      return search(text);
    },
    complete: (code, context, said) => complete(JSON.stringify([code, context, said ?? ''])),
  };
}
