import { strFromU8 } from 'fflate';

/** What a reader of an official file answers: the value, or one sentence that says what was expected. */
export type Read<T> = { ok: true; value: T } | { ok: false; problem: string };

export function good<T>(value: T): Read<T> {
  return { ok: true, value };
}

export function bad<T>(problem: string): Read<T> {
  return { ok: false, problem };
}

// Bytes 80–9F of Windows-1252, which older releases use for dashes and quotes.
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Decodes the text of an official file: UTF-8 with or without a mark, else Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const text = strFromU8(bytes);
  if (!text.includes('\uFFFD')) return text.startsWith('\uFEFF') ? text.slice(1) : text;
  return strFromU8(bytes, true).replace(/[\u0080-\u009f]/g, (c) =>
    windows1252.charAt(c.charCodeAt(0) - 0x80),
  );
}

/** The lines of a text, whatever ends them; the empty piece after the last line end is left out. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** One blank between words and none around them. */
export function tidy(text: string): string {
  // Nearly every text of an official file is tidy already.
  if (!/[^\S ]|^ | {2}| $/.test(text)) return text;
  return text.replace(/\s+/g, ' ').trim();
}
