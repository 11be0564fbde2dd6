import type { ClaimFacts } from '@superbill/engines/ledger';
import type { Claim } from '@superbill/engines/model';
import type { Work } from '../work.ts';

/** What we sent under these control numbers, as far as they are ours. */
export async function loadClaimFacts(
  { db, organizationId }: Work,
  controlNumbers: readonly string[],
): Promise<Map<string, ClaimFacts>> {
  if (controlNumbers.length === 0) return new Map();
  const rows = await db
    .selectFrom('claim as c')
    .innerJoin('claim_version as v', (join) =>
      join
        .onRef('v.organization_id', '=', 'c.organization_id')
        .onRef('v.claim_id', '=', 'c.claim_id')
        .onRef('v.version', '=', 'c.version'),
    )
    .innerJoin('encounter as e', (join) =>
      join
        .onRef('e.organization_id', '=', 'c.organization_id')
        .onRef('e.encounter_id', '=', 'c.encounter_id'),
    )
    .select(['c.claim_id', 'c.control_number', 'c.version', 'v.content', 'e.patient_id'])
    .where('c.organization_id', '=', organizationId)
    .where('c.control_number', 'in', [...new Set(controlNumbers)])
    .where('v.interchange_id', 'is not', null)
    .forUpdate('c')
    .execute();
  if (rows.length === 0) return new Map();
  const lines = await db
    .selectFrom('claim_line')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where(
      'claim_id',
      'in',
      rows.map((row) => row.claim_id),
    )
    .orderBy('line_number')
    .execute();
  return new Map(
    rows.map((row) => {
      const claim = row.content as unknown as Claim;
      const own = lines.filter((line) => line.claim_id === row.claim_id && line.version === row.version);
      const facts: ClaimFacts = {
        claimId: row.claim_id,
        patientId: row.patient_id,
        controlNumber: row.control_number,
        charge: claim.charge,
        patient: {
          memberId: claim.subscriber.memberId,
          lastName: (claim.patient ?? claim.subscriber).lastName,
          firstName: (claim.patient ?? claim.subscriber).firstName,
        },
        lines: own.flatMap((line) => {
          const sent = claim.lines[line.line_number - 1];
          if (!sent) return [];
          const { controlNumber, procedure, modifiers, charge, serviceDate } = sent;
          return [
            {
              claimLineId: line.claim_line_id,
              chargeId: line.charge_id,
              controlNumber,
              procedure,
              modifiers,
              charge,
              serviceDate,
            },
          ];
        }),
      };
      return [row.control_number, facts];
    }),
  );
}
