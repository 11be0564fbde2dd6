import { readFile } from 'node:fs/promises';
import { InvalidArgumentError } from 'commander';
import type { Terminal } from './terminal.ts';

/**
 * The text of a file, or of standard input for `-`: UTF-8, or UTF-16 that says so by its byte order mark. Throws
 * {@link InvalidArgumentError} for what cannot be read and for what is not a text: a document of a word processor or a
 * scan would otherwise be coded from the few words that its bytes happen to spell.
 */
export async function readText(terminal: Pick<Terminal, 'input'>, file: string): Promise<string> {
  if (file === '-') return textOf(await bytesFrom(terminal.input), 'Standard input');
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new InvalidArgumentError(`${file} cannot be read (${reason}).`);
  }
  return textOf(bytes, file);
}

async function bytesFrom(input: Terminal['input']): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of input) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

function textOf(bytes: Uint8Array, name: string): string {
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new InvalidArgumentError(
      `${name} is not a text: its bytes are not ${encoding.toUpperCase()}. Save it as plain text in UTF-8.`,
    );
  }
  if (isBinary(text))
    throw new InvalidArgumentError(
      `${name} is not a text: it holds control characters, as documents, scans and archives do. Save it as plain text in UTF-8.`,
    );
  return text;
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** A text has no NUL. Of other control characters an old printer's file has a few: at most one in a hundred. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  let controls = 0;
  for (let at = 0; at < text.length; at += 1) if (isControl(text.charCodeAt(at))) controls += 1;
  return controls > text.length / 100;
}

/** C0 and DEL, without tab, line feed, vertical tab, form feed and carriage return. */
function isControl(unit: number): boolean {
  return unit < 9 || (unit > 13 && unit < 32) || unit === 127;
}
