import type { ClaimLine } from '../model/index.ts';

/** Modifiers that say "yes, once more": repeat by the same or another physician, repeat of a laboratory test. */
export const repeatModifiers: ReadonlySet<string> = new Set(['76', '77', '91']);

/** Whether two lines ask for the same thing on the same day, as far as a payer tells duplicates by it. */
export function isSameService(a: ClaimLine, b: ClaimLine): boolean {
  return (
    a.procedure === b.procedure &&
    a.revenueCode === b.revenueCode &&
    a.serviceDate === b.serviceDate &&
    a.modifiers.toSorted().join() === b.modifiers.toSorted().join() &&
    placesIn(a) === placesIn(b)
  );
}

/** Where in the mouth: two teeth are two services. */
function placesIn({ dental = {} }: ClaimLine): string {
  const { teeth = [], oralCavity = [] } = dental;
  return [...teeth.map(({ tooth, surfaces }) => `${tooth}${surfaces.join('')}`), ...oralCavity]
    .toSorted()
    .join();
}

/** A service as a person calls it: its procedure, else its revenue code. */
export function serviceName({ procedure, revenueCode }: ClaimLine): string {
  return procedure ?? `Revenue code ${revenueCode ?? ''}`.trim();
}
