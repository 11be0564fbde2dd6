import { AppError } from '../errors.ts';

/** No shape of the contract is nested deeper than ten. */
const deepest = 32;

/**
 * Reads the JSON of a body. Refuses what two readers could take for two things or what reaches into objects
 * themselves: a key that comes twice, `__proto__`, and nesting without end. Linear in its length.
 * Source: RFC 8259 section 4, on names that are not unique.
 */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    refuseOddities(text);
    return value;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw refusal('The body is not JSON.');
  }
}

/** Walks over JSON that is known to be well-formed. */
function refuseOddities(text: string): void {
  /** The keys of each object around the place, undefined for a list. */
  const around: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{' || character === '[') {
      if (around.length === deepest) throw refusal('The body is nested too deeply.');
      around.push(character === '{' ? new Set() : undefined);
    } else if (character === '}' || character === ']') around.pop();
    else if (character === '"') {
      const end = endOfString(text, at);
      const keys = around.at(-1);
      if (keys && isKey(text, end)) remember(keys, stringOf(text.slice(at, end + 1)));
      at = end;
    }
  }
}

function remember(keys: Set<string>, key: string): void {
  if (key === '__proto__') throw refusal('A field that does not belong here.');
  if (keys.has(key)) throw refusal('A field is given twice.');
  keys.add(key);
}

function stringOf(quoted: string): string {
  return quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** Whether a colon follows, which in well-formed JSON makes a string a key. */
function isKey(text: string, end: number): boolean {
  let at = end + 1;
  while (' \t\r\n'.includes(text[at] ?? '.')) at += 1;
  return text[at] === ':';
}

function refusal(message: string): AppError {
  return new AppError('request.invalid', {}, 'body', message);
}
