import { guides, guidesFor } from './guides/index.ts';

/** By the number of the guide: claims of 4010, 5010 and 7030 to 8020, and what a payer reports of claims it has (X298 to X300). */
const kindsOf837: readonly (readonly [RegExp, string])[] = [
  [/^00\d{4}X(?:096|223|292|299|324)/, '837I'],
  [/^00\d{4}X(?:097|224|293|300|325)/, '837D'],
  [/^00\d{4}X(?:098|222|291|298|323)/, '837P'],
];

/** What people call a transaction: `837P` and `277CA` rather than ST01 alone. */
export function transactionType(set: string, version: string): string {
  const [guide] = guidesFor(set, version);
  if (guide) return guide.type;
  if (set === '837') return kindsOf837.find(([pattern]) => pattern.test(version))?.[1] ?? '837';
  if (set === '277' && /X(?:214|364)/.test(version)) return '277CA';
  return /^[0-9A-Z]{3}$/.test(set) ? set : '???';
}

const groups: ReadonlyMap<string, string> = new Map(
  guides.map(({ set, functionalId }) => [set, functionalId]),
);

// Acknowledgements of both kinds are FA, and a guide is held for the 999 alone.
const kinds: ReadonlySet<string> = new Set([...groups.values()].filter((kind) => kind !== 'FA'));

/** Whether a GS01 announces nothing but transactions that a guide is held for. */
export function isFunctionalId(kind: string): boolean {
  return kinds.has(kind);
}

/** GS01 for a transaction set (ST01), the same in every version; undefined for sets that no guide is held for. */
export function functionalIdOf(set: string): string | undefined {
  return groups.get(set);
}
