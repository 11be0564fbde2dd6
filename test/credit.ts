import { postPatientPayment } from '@superbill/engines/ledger';
import { cents } from '@superbill/engines/model';
import { newId } from '@superbill/server/ids';
import { storePosting } from '@superbill/server/ledger/store';
import type { World } from './world.ts';

/** Money that a patient left at the desk today and that nothing is owed for yet. */
export async function aCredit(world: World, patientId: string, dollars: number): Promise<void> {
  const amount = cents(dollars * 100);
  await world.as('biller', async (unit) => {
    const paymentId = newId();
    await unit.db
      .insertInto('patient_payment')
      .values({
        organization_id: unit.organizationId,
        payment_id: paymentId,
        patient_id: patientId,
        amount_cents: amount,
        method: 'cash',
        received_on: unit.today,
        recorded_by: unit.userId,
      })
      .execute();
    const posting = postPatientPayment({ patientId, paymentId, date: unit.today, amount }, []);
    await storePosting(unit, posting, 'Paid');
  });
}
