/** A word of a text as written, with UTF-16 offsets. */
export interface Token {
  text: string;
  start: number;
  end: number;
  /** Punctuation that ends a group of words stood before this token. */
  breakBefore: boolean;
}

const space = 0;
const word = 1;
const boundary = 2;

/** Kind of each ASCII character: word, break (`, ; : . ( )` and line ends) or plain space. */
const ascii = new Uint8Array(128).fill(space);
for (let i = 48; i < 58; i++) ascii[i] = word;
for (let i = 65; i < 91; i++) ascii[i] = word;
for (let i = 97; i < 123; i++) ascii[i] = word;
for (const mark of ',;:.()[]\n\r!?') ascii[mark.charCodeAt(0)] = boundary;

const letter = /[\p{L}\p{N}\p{M}]/u;

function kindAt(text: string, i: number): number {
  const unit = text.charCodeAt(i);
  if (unit < 128) return ascii[unit] ?? space;
  return letter.test(text.charAt(i)) ? word : space;
}

const isDigit = (unit: number) => unit >= 48 && unit <= 57;
const isLetter = (unit: number) => (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);

/** Whether `w/o`, `s/p`, `2/2` or the like ends here: a one-letter word, a slash, at most one or two letters. */
function slashEnd(text: string, start: number, end: number): number {
  if (end - start > 2 || text.charAt(end) !== '/') return end;
  if (/^w$/i.test(text.slice(start, end)) && /^out\b/i.test(text.slice(end + 1, end + 5))) return end + 4;
  let next = end + 1;
  while (next < text.length && next - end <= 2 && kindAt(text, next) === word) next++;
  const tooLong = next < text.length && kindAt(text, next) === word;
  if (tooLong) return end;
  const lettersOnly = isLetter(text.charCodeAt(start));
  if (next === end + 1) return text.charAt(start).toLowerCase() === 'w' ? next : end;
  return lettersOnly && end - start === 1 && isLetter(text.charCodeAt(end + 1)) ? next : end;
}

/** Splits text into words in one pass. Hyphens split, `Crohn's` gives `Crohn`, decimals and `w/o` stay whole. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let breakBefore = true;
  let i = 0;
  while (i < text.length) {
    const kind = kindAt(text, i);
    if (kind !== word) {
      if (kind === boundary) breakBefore = true;
      i++;
      continue;
    }
    const start = i;
    while (i < text.length && kindAt(text, i) === word) i++;
    if (text.charAt(i) === '.' && isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1))) {
      i++;
      while (i < text.length && isDigit(text.charCodeAt(i))) i++;
    }
    i = slashEnd(text, start, i);
    tokens.push({ text: text.slice(start, i), start, end: i, breakBefore });
    breakBefore = false;
    const mark = text.charAt(i);
    if ((mark === "'" || mark === '’') && /[sS]/.test(text.charAt(i + 1))) {
      if (i + 2 >= text.length || kindAt(text, i + 2) !== word) i += 2;
    }
  }
  return tokens;
}
