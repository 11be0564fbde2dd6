import type { Claim, Finding, IsoDate } from '@superbill/engines/model';
import { type ScrubFacts, scrub } from '@superbill/engines/scrub';
import { loadFees } from '../charges/store.ts';
import type { Work } from '../work.ts';
import type { ClaimDraft } from './build-claim.ts';
import { openVersion } from './version.ts';

/** Runs the claim edits on a draft with everything the practice knows: codes by date, authorizations, earlier claims. */
export async function scrubDraft(unit: Work, { claim, payer, encounter }: ClaimDraft): Promise<Finding[]> {
  const facts: ScrubFacts = {
    today: unit.today,
    codesOn: (date) => codesOn(unit, date),
    isPlaceOfService: (code) =>
      unit.system.codeSets.lists.isListed('place-of-service', code, encounter.serviceDate) !== false,
    timelyFilingDays: payer.timelyFilingDays,
    authorizationRequired: new Set(payer.authorizationRequired),
    authorizations: encounter.authorizations
      .filter((authorization) => authorization.payerId === payer.payerId)
      .map(({ number, procedure, effectiveFrom, effectiveTo }) => ({
        number,
        procedures: [procedure],
        from: effectiveFrom,
        to: effectiveTo,
      })),
    earlierClaims: await loadEarlierClaims(unit, encounter.patient.id, claim.controlNumber),
    knownProcedures: new Set((await loadFees(unit, encounter.serviceDate, '')).map((fee) => fee.procedure)),
  };
  return scrub(claim, facts);
}

function codesOn(unit: Work, date: IsoDate) {
  const found = unit.system.codeSets.editionFor('icd10cm', date);
  if (!found) return undefined;
  const { search, outOfDate } = found;
  return {
    edition: search.edition.edition,
    // A starter set is not complete, and an edition that has run out does not know newer codes.
    partial: search.edition.starter || outOfDate,
    lookup: (code: string) => {
      const entry = search.lookup(code);
      return (
        entry && {
          billable: entry.billable,
          excludes1: entry.notes.flatMap((note) => note.excludes1 ?? []),
          codeFirst: entry.notes.flatMap((note) => note.codeFirst ?? []),
        }
      );
    },
  };
}

async function loadEarlierClaims(unit: Work, patientId: string, except: string): Promise<Claim[]> {
  const { db, organizationId } = unit;
  const rows = await db
    .selectFrom('claim as c')
    .innerJoin('encounter as e', (join) =>
      join
        .onRef('e.organization_id', '=', 'c.organization_id')
        .onRef('e.encounter_id', '=', 'c.encounter_id'),
    )
    .innerJoin('claim_version as v', (join) =>
      join
        .onRef('v.organization_id', '=', 'c.organization_id')
        .onRef('v.claim_id', '=', 'c.claim_id')
        .onRef('v.version', '=', 'c.version'),
    )
    .select(['v.claim_id', 'v.version', 'v.content', 'v.sealed'])
    .where('c.organization_id', '=', organizationId)
    .where('e.patient_id', '=', patientId)
    .where('c.control_number', '<>', except)
    .where('c.state', 'in', ['sent', 'accepted', 'paid', 'denied'])
    .execute();
  return Promise.all(rows.map((row) => openVersion(unit, row)));
}
