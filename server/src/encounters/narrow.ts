import type { Encounter, EncounterSummary, Permission } from '@superbill/contract';
import type { Cents } from '@superbill/engines/model';

/**
 * What a task needs of a visit and no more (45 CFR 164.502(b)): who bills or checks bills sees the money; a coder and
 * a physician see the record.
 */
export function narrowEncounter(encounter: Encounter, held: readonly Permission[]): Encounter {
  if (held.includes('claim.read')) return encounter;
  return { ...encounter, charges: [], authorizations: [], claims: [] };
}

/** A row of a worklist: without amounts for who bills nothing, without a desk's remarks for who codes and bills nothing. */
export function narrowSummary(summary: EncounterSummary, held: readonly Permission[]): EncounterSummary {
  return {
    ...summary,
    chargeCents: held.includes('claim.read') ? summary.chargeCents : (0 as Cents),
    returnReason: held.includes('coding.read') ? summary.returnReason : null,
  };
}
