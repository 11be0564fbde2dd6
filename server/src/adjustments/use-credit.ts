import { creditSources, postCreditUse } from '@superbill/engines/ledger';
import { cents, sum } from '@superbill/engines/model';
import { AppError } from '../errors.ts';
import { loadEntries, loadOpenCharges, storePosting } from '../ledger/store.ts';
import { loadSummary } from '../patients/store.ts';
import type { Work } from '../work.ts';
import { gatherCredit } from './refund.ts';
import { closeSettledVisits } from './settled-visits.ts';

/** Uses a patient's credit for what is owed, oldest service first. It stays the patient's money: nobody countersigns. */
export async function useCredit(unit: Work, patientId: string): Promise<string> {
  await loadSummary(unit, patientId, 'lock');
  await gatherCredit(unit, patientId);
  let used: string | undefined;
  for (const { paymentId, amount } of creditSources(await loadEntries(unit, { patientId }))) {
    const open = (await loadOpenCharges(unit, patientId)).filter(({ owed }) => owed > 0);
    const part = cents(Math.min(amount, sum(open.map(({ owed }) => owed))));
    if (part === 0 || paymentId === undefined) continue;
    const posting = postCreditUse({ patientId, paymentId, date: unit.today, amount: part }, open);
    used = (await storePosting(unit, posting, "Paid from the patient's credit")) ?? used;
  }
  if (used === undefined) throw new AppError('credit.none', { patientId });
  await closeSettledVisits(unit, patientId);
  unit.audit('credit.use', { kind: 'patient', id: patientId, patientId });
  return used;
}
