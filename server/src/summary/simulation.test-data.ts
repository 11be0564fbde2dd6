import { addDays, cents, type Instant, type IsoDate, isoDate, sum } from '@superbill/engines/model';
import { Dice } from '../../../scripts/dice.ts';
import { aCredit } from '../../../test/credit.ts';
import { aPatient } from '../../../test/visit.ts';
import type { World } from '../../../test/world.ts';
import { refundCredit } from '../adjustments/refund.ts';
import { voidPayment } from '../adjustments/void-payment.ts';
import { writeOffCharge } from '../adjustments/write-off.ts';
import { addCharge } from '../charges/change-charge.ts';
import { assignCode } from '../coding/assign-code.ts';
import { decideApproval } from '../controls/decide-approval.ts';
import { changeControls } from '../controls/settings.ts';
import { enterDeposit, listDeposits } from '../deposits/deposits.ts';
import { addDocument } from '../encounters/documents.ts';
import { handOver } from '../encounters/hand-over.ts';
import { lockEncounter } from '../encounters/queue.ts';
import { registerEncounter } from '../encounters/register-encounter.ts';
import { recordPayment } from '../ledger/record-payment.ts';
import { loadOpenCharges } from '../ledger/store.ts';
import { drawReviews } from '../reviews/draw-reviews.ts';
import { finishReview, listReviews } from '../reviews/review.ts';
import { createStatement } from '../statements/create-statement.ts';
import { type Work, work } from '../work.ts';

type Theft = 'divert' | 'void-after-cash' | 'skim' | 'refund-to-self' | 'refund-in-cash';

export interface Ways {
  theft?: Theft;
  tired?: boolean;
}

const note = 'Hypertension, not controlled. Diabetes.';
const truth = [
  { code: 'I10', quote: 'Hypertension' },
  { code: 'E11.9', quote: 'Diabetes' },
] as const;
const wrong = ['J02.0', 'Z00.00'] as const;
const visitsADay = 3;

/** The biller codes too; the supervisor is the owner, who trusts: whatever is asked for is countersigned. */
export async function twoHats(world: World): Promise<void> {
  await world.as('administrator', async (unit) => {
    await unit.db
      .insertInto('user_role')
      .values({ organization_id: world.organizationId, user_id: world.staff.biller.userId, role: 'coder' })
      .execute();
    await changeControls(
      unit,
      {
        mode: 'automatic',
        ownerId: world.staff.supervisor.userId,
        ownerEmail: 'owner@example.org',
        linkAddress: null,
        writeOffLimitCents: cents(0),
        coolingHours: 12,
        sampleSize: 3,
        requestDays: 14,
      },
      0,
    );
  });
}

/** Lives some days of a small practice of uninsured patients, each step by who does it; weekends are free. */
export async function live(
  world: World,
  { from, days, seed, theft, tired = false }: { from: IsoDate; days: number; seed: number } & Ways,
  afterDay: (day: IsoDate, n: number) => Promise<void> = async () => {},
): Promise<void> {
  const dice = new Dice(seed);
  const happens = (share: number) => dice.below(1000) < share * 1000;
  const asCoder = <T>(run: (unit: Work) => Promise<T>) =>
    work(world.system, { ...world.staff.biller, hat: 'coder' }, run);

  for (let n = 0; n < days; n += 1) {
    const day = addDays(from, n);
    if (new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0) {
      await drawTheDayBefore(world, day, dice);
      for (let visit = 0; visit < visitsADay; visit += 1) await see(day, visit, tired ? (n + 6) / days : 0);
      await lookAgain(world, day);
      await goToTheBank(world, day);
    }
    await afterDay(day, n);
  }

  async function see(day: IsoDate, visit: number, weary: number): Promise<void> {
    // Nine, eleven and one o'clock in Oregon; who is tired is at it again at night.
    at(world, day, weary > 0 && visit === 2 && happens(weary) ? 21.5 : 9 + 2 * visit);
    const patientId = await aPatient(world, { covered: false });
    const encounterId = await world.as('front-desk', (unit) =>
      registerEncounter(unit, {
        patientId,
        practitionerId: world.practitionerId,
        locationId: world.locationId,
        serviceDate: day,
        setting: 'outpatient',
      }),
    );
    const documentId = await world.as('physician', (unit) =>
      addDocument(unit, encounterId, { kind: 'note', title: 'Visit', text: note }),
    );
    const codeIds = await asCoder(async (unit) => {
      const ids: string[] = [];
      for (const [index, { code, quote }] of truth.entries()) {
        const start = note.indexOf(quote);
        ids.push(
          await assignCode(unit, encounterId, {
            system: 'icd10cm',
            code: happens(0.05 + 0.35 * weary) ? (wrong[index] ?? code) : code,
            origin: 'search',
            path: [],
            evidence: [{ documentId, version: 1, start, end: start + quote.length, quote }],
          }),
        );
      }
      await handOver(unit, encounterId, (await lockEncounter(unit, encounterId)).row_version);
      return ids;
    });
    await world.as('biller', (unit) =>
      addCharge(unit, encounterId, { procedure: '87880', modifiers: [], units: 1, diagnoses: codeIds }),
    );
    await settle(patientId);
  }

  /** How the patient pays, and what the one at the desk makes of it. */
  async function settle(patientId: string): Promise<void> {
    const way = dice.below(100);
    const method = way < 50 ? 'cash' : way < 60 ? 'check' : way < 82 ? 'card' : undefined;
    const steals = method === 'cash' && theft !== undefined && happens(0.4);
    if ((steals && theft === 'skim') || (method === undefined && happens(0.03))) return;
    await world.as('biller', (unit) => createStatement(unit, patientId));
    if (steals && theft === 'divert') return writeOff(patientId);
    if (method === undefined) return happens(0.12) ? writeOff(patientId) : undefined;
    const paymentId = await world.as('biller', async (unit) =>
      recordPayment(unit, patientId, {
        amountCents: sum((await loadOpenCharges(unit, patientId)).map(({ owed }) => owed)),
        method,
      }),
    );
    if (steals && (theft === 'refund-to-self' || theft === 'refund-in-cash')) return refund(patientId, theft);
    if (!steals && !happens(0.01)) return;
    const { id, state } = await world.as('biller', (unit) =>
      voidPayment(unit, paymentId, { reason: 'entered-twice' }),
    );
    await countersign(id, state);
  }

  /** The patient left more than was owed and does not know; it is paid back to a friend, or in cash as if to the patient. */
  async function refund(patientId: string, way: 'refund-to-self' | 'refund-in-cash'): Promise<void> {
    await aCredit(world, patientId, 20 + dice.below(30));
    const { id, state } = await world.as('biller', async (unit) =>
      refundCredit(unit, patientId, {
        amountCents: cents(2000),
        ...(way === 'refund-in-cash'
          ? { method: 'cash' as const }
          : { method: 'check' as const, payeeName: 'R. Acquaintance' }),
      }),
    );
    await countersign(id, state);
  }

  async function writeOff(patientId: string): Promise<void> {
    const { id, state } = await world.as('biller', async (unit) => {
      const [open] = await loadOpenCharges(unit, patientId);
      return writeOffCharge(unit, open?.chargeId ?? '', {
        owedBy: 'patient',
        amountCents: open?.owed ?? cents(0),
        reason: 'charity',
      });
    });
    await countersign(id, state);
  }

  /** Nothing of a person with both hats is booked by itself. */
  async function countersign(id: string, state: string): Promise<void> {
    if (state !== 'waiting')
      throw new Error('an act of a person with both hats was booked without a countersign');
    await world.as('supervisor', (unit) => decideApproval(unit, id, { decision: 'countersign' }, 'desk'));
  }
}

async function drawTheDayBefore(world: World, day: IsoDate, dice: Dice): Promise<void> {
  at(world, day, 8);
  const { system, organizationId } = world;
  await work(system, { organizationId, userId: null, hat: 'system' }, (unit) =>
    drawReviews(unit, () => dice.below(1000) / 1000),
  );
}

/** Another coder looks at what was drawn and has rested, and sees what the record says. */
async function lookAgain(world: World, day: IsoDate): Promise<void> {
  at(world, day, 17);
  const { due } = await world.as('coder', listReviews);
  for (const { id } of due)
    await world.as('coder', (unit) =>
      finishReview(unit, id, { codes: truth.map(({ code }) => ({ system: 'icd10cm', code })) }),
    );
}

/** The owner enters what the bank had: what was recorded and not voided. */
async function goToTheBank(world: World, day: IsoDate): Promise<void> {
  at(world, day, 18);
  await world.as('supervisor', async (unit) => {
    const [today] = await listDeposits(unit, day, day);
    if (today) await enterDeposit(unit, { day, bankCents: cents(today.cashCents + today.checkCents) });
  });
}

/** Puts the clock to an hour of a day in Oregon, in winter time. */
function at(world: World, day: IsoDate, hour: number): void {
  const moment = new Date(Date.parse(`${day}T08:00:00.000Z`) + hour * 3_600_000);
  world.system.clock.set(moment.toISOString() as Instant);
}

export const firstDay = isoDate('2027-01-04');
/** Eight weeks in which everybody is honest and rested. */
export const quietDays = 56;
export const lookedAtDays = 30;
