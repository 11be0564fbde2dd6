import { describe, expect, test } from 'vitest';
import {
  type DemoEncounter,
  readAuthorization,
  readCharge,
  readDemoEncounters,
} from '../../cli/src/demo/demo-encounters.ts';
import { readPlanOf as planOf, readPatients, readPayers } from '../../cli/src/demo/demo-practice.ts';

const encounters = readDemoEncounters();
const patients = readPatients();
const payers = readPayers();

const plans = new Map(payers.map(({ id }) => [id, planOf(id)]));
const planFor = (visit: DemoEncounter) => {
  const patient = patients.find(({ id }) => id === visit.patient);
  const first = patient?.coverages.find(({ order }) => order === 1);
  return first && plans.get(first.payer);
};
const inState = (state: DemoEncounter['state']) => encounters.filter((visit) => visit.state === state);

describe('what becomes of the claims', () => {
  const linesOf = (visit: DemoEncounter) => visit.charge.map(readCharge);
  const authorizationFor = (visit: DemoEncounter, procedure: string) =>
    visit.authorization.map(readAuthorization).some((one) => one.procedure === procedure);
  const lackingAuthorization = (visit: DemoEncounter) =>
    linesOf(visit).filter(
      ({ procedure }) =>
        planFor(visit)?.authorizationRequired.includes(procedure) && !authorizationFor(visit, procedure),
    );
  const knownToPractice = (visit: DemoEncounter, procedure: string) =>
    payers
      .find(({ payerId }) => payerId === planFor(visit)?.payerId)
      ?.authorizationRequired.includes(procedure) === true;

  test('a held visit lacks an authorization the practice knows to be needed, or a pointer', () => {
    const reasons = inState('held').map((visit) =>
      lackingAuthorization(visit).some(({ procedure }) => knownToPractice(visit, procedure))
        ? 'authorization'
        : linesOf(visit).some(({ pointers }) => pointers?.length === 0) && 'pointer',
    );
    expect(reasons).toEqual(['authorization', 'pointer']);
  });

  test('rejected visits are those of people the payer does not know', () => {
    expect(inState('rejected').map(({ patient }) => patient)).toEqual(['p31', 'p32']);
  });

  test('denied visits are not covered, not authorized as only the payer knows, and filed too late', () => {
    const reasons = inState('denied').map((visit) => {
      const plan = planFor(visit);
      if (plan === undefined) return 'no plan';
      if (visit.daysAgo > plan.timelyFilingDays) return 'late';
      if (linesOf(visit).every(({ procedure }) => plan.notCovered.includes(procedure))) return 'not covered';
      const lacking = lackingAuthorization(visit);
      return lacking.length === visit.charge.length &&
        !lacking.some((l) => knownToPractice(visit, l.procedure))
        ? 'authorization'
        : 'none';
    });
    expect(reasons.sort()).toEqual(['authorization', 'late', 'not covered']);
  });

  test('every other billed visit is covered, authorized and in time', () => {
    const billed = [
      'paid',
      'reduced-with-patient-responsibility',
      'patient-billed',
      'sent',
      'coded',
    ] as const;
    for (const visit of billed.flatMap(inState)) {
      const plan = planFor(visit);
      expect(visit.daysAgo, visit.file).toBeLessThan(plan?.timelyFilingDays ?? 0);
      expect(lackingAuthorization(visit), visit.file).toEqual([]);
      expect(linesOf(visit).filter(({ procedure }) => plan?.notCovered.includes(procedure))).toEqual([]);
    }
  });

  /** Whether the patient owes anything on a procedure at all; how much is the payer's to compute. */
  const costsPatient = (visit: DemoEncounter, procedure: string) => {
    const plan = planFor(visit);
    if (!plan || plan.preventiveCodes.includes(procedure)) return false;
    if (plan.copayCodes.office.includes(procedure)) return plan.plan.copayCents.office > 0;
    if (plan.copayCodes.specialist.includes(procedure)) return plan.plan.copayCents.specialist > 0;
    return plan.plan.deductibleCents > 0 || plan.plan.coinsurancePercent > 0;
  };

  test('paid visits leave the patient nothing to pay, reduced and billed ones something', () => {
    const owing = (visit: DemoEncounter) =>
      linesOf(visit).some(({ procedure }) => costsPatient(visit, procedure));
    expect(inState('paid').filter(owing)).toEqual([]);
    const shared = [...inState('reduced-with-patient-responsibility'), ...inState('patient-billed')];
    expect(shared.filter((visit) => !owing(visit))).toEqual([]);
  });
});
