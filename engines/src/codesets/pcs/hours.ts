import type { Derived } from './labels.ts';
import type { Statement } from './statement.ts';

const hourWords = /^(?:h|hr|hrs|hour|hours)$/i;
const dayWords = /^(?:d|day|days)$/i;

/**
 * Consecutive hours of ventilation and the like: under 24, 24 to 96, over 96.
 * Source: the duration values of ICD-10-PCS section 5.
 */
export function* derivedHours({ text, words }: Statement): Generator<Derived> {
  for (const [place, { start, end }] of words.entries()) {
    const number = Number(text.slice(start, end));
    const next = words[place + 1];
    if (!(number > 0) || !next) continue;
    const unit = text.slice(next.start, next.end);
    const hours = hourWords.test(unit) ? number : dayWords.test(unit) ? number * 24 : undefined;
    if (hours === undefined) continue;
    const before = text.slice(Math.max(0, start - 12), start);
    const label = labelFor(
      hours,
      /(?:<|less than|under) ?$/i.test(before),
      /(?:>|more than|greater than|over) ?$/i.test(before),
    );
    yield { label, words: new Set([place, place + 1]), by: `${text.slice(start, next.end)}` };
    return;
  }
}

function labelFor(hours: number, less: boolean, more: boolean): string {
  if (hours < 24 || (hours === 24 && less)) return 'Less than 24 Consecutive Hours';
  if (hours > 96 || (hours === 96 && more)) return 'Greater than 96 Consecutive Hours';
  return '24-96 Consecutive Hours';
}
