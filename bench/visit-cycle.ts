import { isoDate } from '@superbill/engines/model';
import { registerPatient } from '@superbill/server/patients/register-patient';
import { payerBox } from '../test/payer-box.ts';
import { aVisit, sendClaim } from '../test/visit.ts';
import { aWorld, type World } from '../test/world.ts';
import { figureOf, type Measured } from './figure.ts';
import { withDatabase } from './throw-away.ts';

const enoughMs = 20_000;

/**
 * A visit from registration to the posted payment through the use cases, one after the other: patient, visit, note,
 * code, hand-over, charge, claim, 837P, the payer's 999, 277CA and 835, posting. Each claim in a file of its own.
 */
export function measureVisits(): Promise<Measured> {
  return withDatabase(async (database) => {
    const world = await aWorld(database);
    const payer = payerBox(world);
    const live = async (number: number) => {
      const patientId = await aMember(world, number);
      const visit = await aVisit(world, { patientId });
      const claimId = await sendClaim(world, visit);
      await payer.answer();
      await payer.pay();
      return claimId;
    };
    await live(0);
    const times: number[] = [];
    const started = performance.now();
    for (let number = 1; performance.now() - started < enoughMs; number += 1) {
      const before = performance.now();
      const claimId = await live(number);
      times.push(performance.now() - before);
      await mustBePaid(world, claimId);
    }
    const perSecond = (times.length / ((performance.now() - started) / 1000)).toFixed(1);
    return {
      on: `the embedded database on a disk, synced at each commit: ${perSecond} visits a second, one after the other`,
      figures: [figureOf('a visit from registration to the posted payment', times)],
    };
  });
}

/** Registers a patient whom the payer in the box knows. */
export function aMember(world: World, number: number): Promise<string> {
  const memberId = `EM${String(number).padStart(9, '0')}`;
  return world.as('front-desk', (unit) =>
    registerPatient(unit, {
      patient: {
        firstName: 'Sally',
        lastName: `Bench${number}`,
        birthDate: isoDate('1980-05-17'),
        sex: 'F',
        address: { line1: '12 Invented Lane', city: 'Exampleton', state: 'OR', zip: '970010001' },
        language: 'en',
      },
      coverages: [
        {
          payerId: world.payerId,
          benefitOrder: 1,
          memberId,
          relationship: 'self',
          effectiveFrom: isoDate('2026-01-01'),
        },
      ],
      evenIfAlike: false,
    }),
  );
}

async function mustBePaid(world: World, claimId: string): Promise<void> {
  const { state } = await world.as('biller', ({ db }) =>
    db.selectFrom('claim').select('state').where('claim_id', '=', claimId).executeTakeFirstOrThrow(),
  );
  if (state !== 'paid') throw new Error(`the claim is ${state}, not paid: the cycle was not complete`);
}
