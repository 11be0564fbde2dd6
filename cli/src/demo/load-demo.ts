import { readFileSync, rmSync } from 'node:fs';
import { addDays, type IsoDate, isoDate } from '@superbill/engines/model';
import { createPayer, type Plan, readPlan } from '@superbill/payer';
import { changeControls, loadControls } from '@superbill/server/controls/settings';
import { shippedPath } from '@superbill/server/data-directory';
import { registerPatient } from '@superbill/server/patients/register-patient';
import { admitUsers, type CreatedPractice, createPractice } from '@superbill/server/practice/create-practice';
import { createStatement } from '@superbill/server/statements/create-statement';
import { issueLink } from '@superbill/server/statements/links';
import { type System, work } from '@superbill/server/work';
import { type DemoEncounter, readDemoEncounters } from './demo-encounters.ts';
import { readPatients, readPayers, readPlanOf, readPractice } from './demo-practice.ts';
import { demoSetup } from './demo-practice-setup.ts';
import {
  askQuestions,
  chargeVisit,
  codeVisit,
  makeClaim,
  recordVisit,
  sendClaim,
  type VisitIds,
} from './demo-visit.ts';
import { type DemoWorld, demoWorld } from './demo-world.ts';

/** A bill made for the demo: its one-time link, and what opens it. */
export interface DemoBill {
  link: string;
  patient: string;
  birthDate: IsoDate;
}

/** The plans of the demo's payers, as the payer in a box is configured with them. */
export function demoPlans(): Plan[] {
  return readPayers().map(({ id }) => {
    const file = shippedPath('demo', 'payer-plans', `${id}.json`);
    return readPlan(readFileSync(file, 'utf8'), file);
  });
}

/**
 * Lives through the demo practice's last months with the product's own use cases and the payer in a box: what
 * stands in the database afterwards came about as it would for anybody. Nobody can sign in before it is whole.
 */
export async function loadDemo(
  system: System,
  payerState: string,
  onProgress: (message: string) => void,
): Promise<DemoBill[]> {
  // What a first try that was cut short left with the payer would look like duplicates.
  rmSync(payerState, { recursive: true, force: true });
  const setup = demoSetup();
  const practice = await createPractice(system, setup);
  const world = await demoWorld(system, practice, peopleOf(practice), (clock) =>
    createPayer({ plans: demoPlans(), stateDirectory: payerState, ...clock }),
  );
  const patientIds = await registerPatients(world);
  const visits = readDemoEncounters().sort((a, b) => b.daysAgo - a.daysAgo || (a.file < b.file ? -1 : 1));
  const bills: DemoBill[] = [];
  // Claims that shall stay undecided go last, since a payment run decides on everything there is.
  const last = (visit: DemoEncounter) => Number(visit.state === 'sent');
  for (const [index, visit] of visits.toSorted((a, b) => last(a) - last(b)).entries()) {
    if (index % 10 === 0) onProgress(`Demo practice: visit ${index + 1} of ${visits.length}`);
    const bill = await liveVisit(world, visit, idsFor(practice, patientIds, visit));
    if (bill) bills.push(bill);
  }
  await learnFilingLimits(system, practice);
  await nameOwner(system, practice, setup.users);
  await admitUsers(system, practice.organizationId);
  return bills;
}

/** Sasha owns the practice: what Robin does in both hats waits for her countersign. */
async function nameOwner(
  system: System,
  { organizationId, userIds }: CreatedPractice,
  users: readonly { login: string }[],
): Promise<void> {
  const userId = userIds[users.findIndex(({ login }) => login === 'sasha')];
  if (userId === undefined) throw new Error('the demo has no supervisor');
  await work(system, { organizationId, userId, hat: 'supervisor' }, async (unit) => {
    const { rowVersion, ...settings } = await loadControls(unit);
    await changeControls({ ...unit, userId }, { ...settings, ownerId: userId }, rowVersion);
  });
}

/** Takes one visit as far as its file says. */
async function liveVisit(
  world: DemoWorld,
  visit: DemoEncounter,
  ids: VisitIds,
): Promise<DemoBill | undefined> {
  const serviceDate = addDays(world.today, -visit.daysAgo);
  const encounterId = await recordVisit(world, visit, ids);
  if (visit.state === 'to-code') return undefined;
  if (visit.state === 'query-open') {
    await askQuestions(world, visit, encounterId);
    return undefined;
  }
  await codeVisit(world, visit, encounterId);
  if (visit.state === 'coded') return undefined;
  await chargeVisit(world, visit, encounterId, ids);
  if (visit.state === 'self-pay') return billPatient(world, ids.patientId);

  const { id: claimId } = await makeClaim(world, encounterId);
  if (visit.state === 'held') return undefined;
  world.setDay(serviceDate, sentAfter(visit));
  await sendClaim(world, claimId);
  if (visit.state === 'sent' || visit.state === 'rejected') return undefined;
  world.setDay(serviceDate, sentAfter(visit) + 9);
  await world.payerPays();
  if (visit.state !== 'patient-billed') return undefined;
  world.setDay(serviceDate, sentAfter(visit) + 12);
  return billPatient(world, ids.patientId);
}

/** Days from the visit to the claim. A visit older than its payer's limit was forgotten in a drawer. */
function sentAfter(visit: DemoEncounter): number {
  const limit = 90;
  return visit.daysAgo > limit && visit.state === 'denied' ? visit.daysAgo - 12 : 2;
}

async function billPatient(world: DemoWorld, patientId: string): Promise<DemoBill> {
  const { id } = await world.as('biller', (unit) => createStatement(unit, patientId));
  // A link nobody used ends in time, so the link of an old bill is made today.
  world.setDay(world.today);
  return world.as('biller', async (unit) => {
    const link = await issueLink(unit, id);
    const { first_name, last_name, birth_date } = await unit.db
      .selectFrom('patient')
      .select(['first_name', 'last_name', 'birth_date'])
      .where('organization_id', '=', unit.organizationId)
      .where('patient_id', '=', patientId)
      .executeTakeFirstOrThrow();
    return { link, patient: `${first_name} ${last_name}`, birthDate: birth_date };
  });
}

async function registerPatients(world: DemoWorld): Promise<Map<string, string>> {
  const { practice, today } = world;
  const payers = readPayers().map(({ id }) => id);
  const ids = new Map<string, string>();
  world.setDay(addDays(today, -200));
  await world.as('front-desk', async (unit) => {
    for (const { id, coverages, problems: _, allergies: __, birthDate, ...patient } of readPatients()) {
      const patientId = await registerPatient(unit, {
        patient: { ...patient, birthDate: isoDate(birthDate) },
        coverages: coverages.map(({ order, payer, subscriber, from, to, ...coverage }) => ({
          ...coverage,
          payerId: practice.payerIds[payers.indexOf(payer)] ?? '',
          benefitOrder: order,
          ...(subscriber ? { subscriber: { ...subscriber, birthDate: isoDate(subscriber.birthDate) } } : {}),
          effectiveFrom: isoDate(from),
          ...(to ? { effectiveTo: isoDate(to) } : {}),
        })),
        evenIfAlike: false,
      });
      ids.set(id, patientId);
    }
  });
  return ids;
}

function peopleOf({ userIds }: CreatedPractice) {
  const { users } = readPractice();
  const first = (role: string) =>
    userIds[users.findIndex(({ roles }) => roles.length === 1 && roles[0] === role)] ?? '';
  return { coder: first('coder'), biller: first('biller'), 'front-desk': first('front-desk') };
}

function idsFor(practice: CreatedPractice, patientIds: Map<string, string>, visit: DemoEncounter): VisitIds {
  const { practitioners, locations, users } = readPractice();
  const payers = readPayers().map(({ id }) => id);
  const need = (id: string | undefined): string => {
    if (id === undefined) throw new Error(`${visit.file} names somebody or something that is not there`);
    return id;
  };
  return {
    problems: readPatients().find(({ id }) => id === visit.patient)?.problems ?? [],
    patientId: need(patientIds.get(visit.patient)),
    practitionerId: need(
      practice.practitionerIds[practitioners.findIndex(({ id }) => id === visit.practitioner)],
    ),
    physicianUserId: need(
      practice.userIds[users.findIndex((user) => user.practitionerId === visit.practitioner)],
    ),
    locationId: need(practice.locationIds[locations.findIndex(({ id }) => id === visit.location)]),
    payerIdOf: (key) => need(practice.payerIds[payers.indexOf(key)]),
  };
}

/** The denials of the demo have taught the practice how long each payer waits. */
function learnFilingLimits(system: System, { organizationId }: CreatedPractice): Promise<void> {
  return work(system, { organizationId, userId: null, hat: 'system' }, async ({ db }) => {
    for (const { id, payerId } of readPayers()) {
      await db
        .updateTable('payer')
        .set({ timely_filing_days: readPlanOf(id).timelyFilingDays })
        .where('organization_id', '=', organizationId)
        .where('electronic_id', '=', payerId)
        .execute();
    }
  });
}
