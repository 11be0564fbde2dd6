import { addDays, formatDate } from '@superbill/engines/model';
import { recordAuthorization } from '@superbill/server/authorizations/store';
import { addCharge } from '@superbill/server/charges/change-charge';
import { createClaim, submitClaim } from '@superbill/server/claims/create-claim';
import { transmitClaims } from '@superbill/server/claims/transmit';
import { assignCode } from '@superbill/server/coding/assign-code';
import { suggestCodes } from '@superbill/server/coding/suggest-codes';
import { addDocument, loadDocuments } from '@superbill/server/encounters/documents';
import { handOver } from '@superbill/server/encounters/hand-over';
import { lockEncounter } from '@superbill/server/encounters/queue';
import { registerEncounter } from '@superbill/server/encounters/register-encounter';
import { askQuery } from '@superbill/server/queries/ask-query';
import type { Work } from '@superbill/server/work';
import { type DemoEncounter, readAuthorization, readCharge, readCode, readQuery } from './demo-encounters.ts';
import type { DemoWorld } from './demo-world.ts';

export interface VisitIds {
  patientId: string;
  practitionerId: string;
  /** The patient's problem list, as it stood in the record before the visit. */
  problems: readonly string[];
  /** Who signs in as that practitioner and writes the documents. */
  physicianUserId: string;
  locationId: string;
  payerIdOf(key: string): string;
}

/** Telehealth in the patient's home (CMS place of service 10). */
const placeOf = { office: undefined, telehealth: '10' } as const;

/** Registers a visit with its documents, on the day it took place. */
export async function recordVisit(world: DemoWorld, visit: DemoEncounter, ids: VisitIds): Promise<string> {
  const serviceDate = addDays(world.today, -visit.daysAgo);
  world.setDay(serviceDate);
  const encounterId = await world.as('front-desk', (unit) => {
    const { patientId, practitionerId, locationId } = ids;
    const placeOfService = placeOf[visit.class];
    return registerEncounter(unit, {
      patientId,
      practitionerId,
      locationId,
      serviceDate,
      placeOfService,
      setting: 'outpatient',
    });
  });
  await world.asPhysician(ids.physicianUserId, async (unit) => {
    for (const { kind, title, text } of visit.documents)
      await addDocument(unit, encounterId, { kind, title, text });
    if (ids.problems.length > 0) {
      const text = ids.problems.join('\n');
      await addDocument(unit, encounterId, { kind: 'problem-list', title: 'Problem list', text });
    }
  });
  return encounterId;
}

/** Asks the questions that are open on a visit. */
export async function askQuestions(
  world: DemoWorld,
  visit: DemoEncounter,
  encounterId: string,
): Promise<void> {
  world.setDay(addDays(world.today, -visit.daysAgo), 1);
  await world.as('coder', async (unit) => {
    for (const { question, options } of visit.query.map(readQuery)) {
      await askQuery(unit, encounterId, { question, options, evidence: [] });
    }
  });
}

/** Codes a visit as its file says, along the path the engine offers where it offers the code, and hands it over. */
export async function codeVisit(world: DemoWorld, visit: DemoEncounter, encounterId: string): Promise<void> {
  world.setDay(addDays(world.today, -visit.daysAgo), 1);
  await world.as('coder', async (unit) => {
    const [note] = (await loadDocuments(unit, encounterId)).filter((document) => document.kind === 'note');
    if (!note) throw new Error(`${visit.file} has no note`);
    const { suggestions } = await suggestCodes(unit, encounterId);
    for (const { code, quote } of visit.code.map(readCode)) {
      const offered = suggestions.find((suggestion) => suggestion.code === code);
      const start = note.text.indexOf(quote);
      await assignCode(unit, encounterId, {
        system: 'icd10cm',
        code,
        origin: offered ? 'suggestion' : 'search',
        path: offered ? offered.path : [`Searched: ${code}`],
        ...(offered ? { confidence: offered.confidence } : {}),
        evidence: [{ documentId: note.id, version: note.version, start, end: start + quote.length, quote }],
      });
    }
    await handOver(unit, encounterId, (await lockEncounter(unit, encounterId)).row_version);
  });
}

/** Enters a visit's authorizations and charges. */
export async function chargeVisit(
  world: DemoWorld,
  visit: DemoEncounter,
  encounterId: string,
  ids: VisitIds,
): Promise<void> {
  world.setDay(addDays(world.today, -visit.daysAgo), 2);
  await world.as('biller', async (unit) => {
    for (const text of visit.authorization)
      await recordCall(unit, world, encounterId, readAuthorization(text), ids);
    const codeIds = await codeIdsOf(unit, encounterId);
    for (const { procedure, modifiers, units, pointers } of visit.charge.map(readCharge)) {
      const diagnoses =
        pointers === undefined ? codeIds.slice(0, 4) : pointers.flatMap((n) => codeIds[n - 1] ?? []);
      await addCharge(unit, encounterId, { procedure, modifiers, units, diagnoses });
    }
  });
}

async function recordCall(
  unit: Work,
  { today }: DemoWorld,
  encounterId: string,
  { payer, procedure, number, how, daysAgo }: ReturnType<typeof readAuthorization>,
  ids: VisitIds,
): Promise<void> {
  const called = addDays(today, -daysAgo);
  const contactName = /"([^"]+)"/.exec(how)?.[1];
  await recordAuthorization(unit, encounterId, {
    payerId: ids.payerIdOf(payer),
    procedure,
    number,
    effectiveFrom: called,
    effectiveTo: addDays(called, 90),
    obtainedBy: contactName === undefined ? '278' : 'telephone',
    ...(contactName === undefined ? {} : { contactName }),
    note: `Called on ${formatDate(called)}.`,
  });
}

async function codeIdsOf({ db, organizationId }: Work, encounterId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('code_assignment')
    .select('code_id')
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', encounterId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .execute();
  return rows.map((row) => row.code_id);
}

/** Makes the visit's claim; a held one stays so. */
export function makeClaim(world: DemoWorld, encounterId: string) {
  return world.as('biller', (unit) => createClaim(unit, encounterId));
}

/** Submits and sends a visit's claim on a day; the payer answers at once whether it takes it in. */
export async function sendClaim(world: DemoWorld, claimId: string): Promise<void> {
  await world.as('biller', async (unit) => {
    const claim = await unit.db
      .selectFrom('claim')
      .select('row_version')
      .where('organization_id', '=', unit.organizationId)
      .where('claim_id', '=', claimId)
      .executeTakeFirstOrThrow();
    const { state, findings } = await submitClaim(unit, claimId, claim.row_version);
    if (state !== 'ready') {
      const rules = findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
      throw new Error(`a demo claim that should go out is held by ${rules.join(', ')}`);
    }
  });
  await transmitClaims(world.system, world.actor('biller'), [claimId]);
  await world.exchangeFiles();
}
