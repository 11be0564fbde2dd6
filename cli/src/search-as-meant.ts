import type { CodeBook, CodeHit, SearchOptions } from '@superbill/engines/model';

/** From this score on a text is answered as whole words: it names something. */
const clearlyNamed = 0.65;

/**
 * The best codes for what somebody typed. A code may be written apart (`i-10`, `E11 65`). With `partial` the last word is
 * read as half of one, as on the screens, but only where whole words find little and half a word finds more: `hyper`
 * begins many words, `gout` is one.
 */
export function searchAsMeant(
  book: CodeBook,
  text: string,
  { partial = false, ...options }: SearchOptions,
): CodeHit[] {
  const whole = book.search(writtenCode(book, text) ?? text, options);
  const best = whole[0]?.score ?? 0;
  if (!partial || best >= clearlyNamed) return whole;
  const begun = book.search(text, { ...options, partial });
  return (begun[0]?.score ?? 0) > best ? begun : whole;
}

/** A code of ICD-10-CM whose letter or category is set apart from the rest; undefined where none is written so. */
export function writtenCode(book: Pick<CodeBook, 'lookup'>, text: string): string | undefined {
  // Dividers stand after the letter or where the dot does: C5-6 and L4-5 are vertebrae.
  const match = /^([A-TV-Z])[ -]?(\d[0-9AB])[ .-]?([0-9A-Z]{0,4})$/i.exec(text.trim());
  if (!match || !/[ -]/.test(text.trim())) return undefined;
  return book.lookup(match.slice(1).join(''))?.code;
}
