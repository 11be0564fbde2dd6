/** A code or a range of codes named in a note: `E10.-`, `C15-C26`, `(N18.1-N18.9)`. */
export interface CodeRange {
  from: string;
  to: string;
}

const codePattern =
  /\b([A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)(?:\.?-(?=[^A-Z0-9]|$)|-([A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?))?/g;

/** The codes and ranges that a note's text names. */
export function codeRanges(text: string): CodeRange[] {
  return [...text.slice(0, 400).matchAll(codePattern)].map(([, from = '', to]) => ({ from, to: to ?? from }));
}

/** Whether a code lies in a range; a category includes all below it. */
export function inRange(code: string, { from, to }: CodeRange): boolean {
  return code.startsWith(from) || code.startsWith(to) || (code > from && code < to);
}
