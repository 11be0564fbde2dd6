import type { Walked } from './walk.ts';

/** Walks through several tables as one whose first axes are open too; what they do not share is no reason. */
export function together(walks: readonly Walked[]): Walked {
  const [first] = walks;
  if (!first) throw new RangeError('no walks to put together');
  const reasons = new Map(
    [...first.reasons].filter(([place, { kind }]) =>
      walks.every((one) => one.reasons.get(place)?.kind === kind),
    ),
  );
  const both = (texts: string[]) => [...new Set(texts)].join(' or ');
  const target = {
    ...first.target,
    written: both(walks.map((one) => one.target.written)),
    ...(first.target.path !== undefined && { path: both(walks.map((one) => one.target.path ?? '')) }),
  };
  return {
    ...first,
    target,
    codes: [...new Set(walks.flatMap(({ codes }) => codes))],
    reasons,
    unheard: [],
    labels(place) {
      const labels = new Map<string, string>();
      for (const one of walks)
        for (const [character, label] of one.labels(place)) {
          if (!one.codes.some((code) => code.charAt(place) === character)) continue;
          const known = labels.get(character);
          // The same character may mean another thing in another table.
          if (known === undefined || known === label) labels.set(character, label);
          else if (!known.split(' or ').includes(label)) labels.set(character, `${known} or ${label}`);
        }
      return labels;
    },
    labelOf: (code, place) =>
      walks.find(({ table }) => code.startsWith(table.code))?.labelOf(code, place) ?? '',
  };
}
