import { type ClaimFacts, findLine } from '@superbill/engines/ledger';
import type { Claim, RemitClaim } from '@superbill/engines/model';
import { openVersion } from '../claims/version.ts';
import type { Work } from '../work.ts';

/** What we sent under these control numbers, as far as they are ours: every version that went out, newest first. */
export async function loadSentVersions(
  unit: Work,
  controlNumbers: readonly string[],
): Promise<Map<string, ClaimFacts[]>> {
  const { db, organizationId } = unit;
  const versions = new Map<string, ClaimFacts[]>();
  if (controlNumbers.length === 0) return versions;
  const rows = await db
    .selectFrom('claim as c')
    .innerJoin('claim_version as v', (join) =>
      join.onRef('v.organization_id', '=', 'c.organization_id').onRef('v.claim_id', '=', 'c.claim_id'),
    )
    .innerJoin('encounter as e', (join) =>
      join
        .onRef('e.organization_id', '=', 'c.organization_id')
        .onRef('e.encounter_id', '=', 'c.encounter_id'),
    )
    .select(['c.claim_id', 'c.control_number', 'v.version', 'v.content', 'v.sealed', 'e.patient_id'])
    .where('c.organization_id', '=', organizationId)
    .where('c.control_number', 'in', [...new Set(controlNumbers)])
    .where('v.interchange_id', 'is not', null)
    .orderBy('c.claim_id')
    .orderBy('v.version', 'desc')
    .forUpdate('c')
    .execute();
  if (rows.length === 0) return versions;
  const lines = await db
    .selectFrom('claim_line')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('claim_id', 'in', [...new Set(rows.map((row) => row.claim_id))])
    .orderBy('line_number')
    .execute();
  for (const row of rows) {
    const own = lines.filter((line) => line.claim_id === row.claim_id && line.version === row.version);
    const facts = toFacts(row, await openVersion(unit, row), own);
    versions.set(row.control_number, [...(versions.get(row.control_number) ?? []), facts]);
  }
  return versions;
}

/**
 * The version that a payer's answer is about: the newest whose line numbers it names, else the newest with such
 * lines and charge, else the newest. A late answer or a reversal may speak of one that was sent before.
 */
export function versionAnswered(
  { lines, charge }: RemitClaim,
  versions: readonly ClaimFacts[],
): ClaimFacts | undefined {
  const named = versions.find(
    (version) =>
      lines.length > 0 &&
      lines.every(({ controlNumber }) => version.lines.some((line) => line.controlNumber === controlNumber)),
  );
  const alike = versions.find(
    (version) =>
      version.charge === Math.abs(charge) &&
      lines.every((line) => findLine(line, version.lines) !== undefined),
  );
  return named ?? alike ?? versions[0];
}

function toFacts(
  row: { claim_id: string; patient_id: string; control_number: string },
  claim: Claim,
  lines: readonly { claim_line_id: string; charge_id: string; line_number: number }[],
): ClaimFacts {
  const { memberId } = claim.subscriber;
  const { lastName, firstName } = claim.patient ?? claim.subscriber;
  return {
    claimId: row.claim_id,
    patientId: row.patient_id,
    controlNumber: row.control_number,
    charge: claim.charge,
    patient: { memberId, lastName, firstName },
    lines: lines.flatMap((line) => {
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
}
