export interface Token {
  kind: 'word' | 'number' | 'mark';
  /** As written. */
  text: string;
  lower: string;
  start: number;
  end: number;
  /** Of numbers. */
  value: number;
}

const isDigit = (unit: number) => unit >= 48 && unit <= 57;
const isLetter = (unit: number) => ((unit | 32) >= 97 && (unit | 32) <= 122) || unit === 181 || unit === 956;
const isBlank = (unit: number) => unit === 32 || unit === 9 || unit === 13 || unit === 160;

/**
 * Words, numbers and single marks of a stretch of text, in one pass. Digits belong to the word they follow
 * (`A1c`, `SpO2`), unless the letters before are a label by themselves (`K2.9`).
 */
export function tokensOf(
  text: string,
  from: number,
  to: number,
  isLabel: (word: string) => boolean,
): Token[] {
  const tokens: Token[] = [];
  for (let at = from; at < to; ) {
    const unit = text.charCodeAt(at);
    const start = at;
    if (isBlank(unit)) {
      at++;
      continue;
    }
    if (isDigit(unit)) {
      at = numberEnd(text, at, to);
      const written = text.slice(start, at);
      tokens.push({
        kind: 'number',
        text: written,
        lower: written,
        start,
        end: at,
        value: numberOf(written),
      });
      continue;
    }
    if (isLetter(unit)) {
      at++;
      while (at < to && (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at)))) {
        if (
          isDigit(text.charCodeAt(at)) &&
          !isDigit(text.charCodeAt(at - 1)) &&
          isLabel(text.slice(start, at))
        )
          break;
        at++;
      }
      const written = text.slice(start, at);
      tokens.push({ kind: 'word', text: written, lower: written.toLowerCase(), start, end: at, value: 0 });
      continue;
    }
    at++;
    const written = text.slice(start, at);
    tokens.push({ kind: 'mark', text: written, lower: written, start, end: at, value: 0 });
  }
  return tokens;
}

/** The end of a number with thousands (`18,200`) or decimals. */
function numberEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isDigit(text.charCodeAt(at))) at++;
  while (at - from <= 9 && text.charCodeAt(at) === 44 && at + 3 < to && threeDigits(text, at + 1)) at += 4;
  if (text.charCodeAt(at) === 46 && at + 1 < to && isDigit(text.charCodeAt(at + 1))) {
    at++;
    while (at < to && isDigit(text.charCodeAt(at))) at++;
  }
  return at;
}

function threeDigits(text: string, at: number): boolean {
  return (
    isDigit(text.charCodeAt(at)) &&
    isDigit(text.charCodeAt(at + 1)) &&
    isDigit(text.charCodeAt(at + 2)) &&
    !isDigit(text.charCodeAt(at + 3))
  );
}

/** Longer runs of digits are telephone or record numbers, and never values. */
function numberOf(written: string): number {
  return written.length > 10 ? Number.NaN : Number(written.replaceAll(',', ''));
}
