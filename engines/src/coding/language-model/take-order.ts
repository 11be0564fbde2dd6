import type { CodeBook } from '../../model/index.ts';
import { reorder } from '../reorder.ts';

/**
 * The suggestions with those a model chose put first, as far as the rules of sequence let them. The same
 * suggestions come out, each as it was: a model cannot add, remove or change one.
 */
export function takeOrder<Suggested extends { code: string; primary: boolean }>(
  suggestions: readonly Suggested[],
  codes: readonly string[],
  book: CodeBook,
): Suggested[] {
  const place = (code: string) => {
    const at = codes.indexOf(code);
    return at < 0 ? codes.length : at;
  };
  const wanted = [...suggestions].sort((a, b) => place(a.code) - place(b.code));
  return reorder(suggestions, wanted, book);
}
