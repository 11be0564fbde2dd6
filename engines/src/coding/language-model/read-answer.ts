import { mask } from './de-identify.ts';
import type { NotUsed } from './port.ts';
import type { Question } from './question.ts';

export type Answer = { ok: true; codes: string[] } | { ok: false; reason: NotUsed };

const longestAnswer = 6_000;
const shortestQuote = 2;
const longestQuote = 200;

/**
 * Reads a model's answer: exactly `{"order":[{"code","quote"}]}`, codes of the question only and each once, every
 * quote word for word in the span that was shown for its code. Anything else is not used, as a whole.
 */
export function readAnswer(text: string, { spans, candidates }: Question): Answer {
  if (text.length > longestAnswer) return { ok: false, reason: 'too-long' };
  const said = parse(text);
  if (said === undefined) return { ok: false, reason: 'not-json' };
  const order = hasOnly(said, ['order']) ? said.order : undefined;
  if (!Array.isArray(order) || order.length === 0) return { ok: false, reason: 'wrong-shape' };
  const codes: string[] = [];
  for (const choice of order as unknown[]) {
    if (!hasOnly(choice, ['code', 'quote'])) return { ok: false, reason: 'wrong-shape' };
    const { code, quote } = choice;
    if (typeof code !== 'string' || typeof quote !== 'string') return { ok: false, reason: 'wrong-shape' };
    const candidate = candidates.find((one) => one.code === code);
    if (!candidate || codes.includes(code)) return { ok: false, reason: 'unknown-code' };
    const span = spans.find(({ id }) => id === candidate.span);
    if (!span || !isQuoteOf(span.text, quote)) return { ok: false, reason: 'quote-not-shown' };
    codes.push(code);
  }
  return { ok: true, codes };
}

function isQuoteOf(shown: string, quote: string): boolean {
  return (
    quote.length >= shortestQuote &&
    quote.length <= longestQuote &&
    /[A-Za-z]/.test(quote) &&
    !quote.includes(mask) &&
    shown.includes(quote)
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function hasOnly<Key extends string>(value: unknown, keys: readonly Key[]): value is Record<Key, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const own = Object.keys(value);
  return own.length === keys.length && keys.every((key) => own.includes(key));
}
