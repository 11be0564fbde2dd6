import { guidesFor } from './guides/index.ts';

const kindsOf837: readonly (readonly [RegExp, string])[] = [
  [/^00\d{4}X(?:223|096|299|292)/, '837I'],
  [/^00\d{4}X(?:224|097|300)/, '837D'],
  [/^00\d{4}X(?:222|098|298|291)/, '837P'],
];

/** What people call a transaction: `837P` and `277CA` rather than ST01 alone. */
export function transactionType(set: string, version: string): string {
  const [guide] = guidesFor(set, version);
  if (guide) return guide.type;
  if (set === '837') return kindsOf837.find(([pattern]) => pattern.test(version))?.[1] ?? '837';
  if (set === '277' && /X(?:214|364)/.test(version)) return '277CA';
  return /^[0-9A-Z]{3}$/.test(set) ? set : '???';
}
