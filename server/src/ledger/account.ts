import type { Account } from '@superbill/contract';
import { balanceOf, type Account as LedgerAccount } from '@superbill/engines/ledger';
import { sum } from '@superbill/engines/model';
import { loadSummary } from '../patients/store.ts';
import type { Work } from '../work.ts';
import { loadBookedCharges, loadEntries } from './store.ts';

/** A patient's account: what the patient owes, what insurers have not settled, and every entry, oldest first. */
export async function readAccount(unit: Work, patientId: string): Promise<Account> {
  const patient = await loadSummary(unit, patientId);
  const entries = await loadEntries(unit, { patientId });
  const on = (...accounts: LedgerAccount[]) => sum(accounts.map((account) => balanceOf(entries, account)));
  return {
    patient,
    patientBalanceCents: on('patient-receivable', 'patient-credit'),
    insuranceBalanceCents: on('insurance-receivable', 'insurance-denied'),
    charges: await loadBookedCharges(unit, patientId),
    entries: entries.map(({ postingId, ordinal, postedOn, kind, memo, account, amount, cause }) => ({
      postingId,
      ordinal,
      postedOn,
      kind,
      memo,
      account,
      amountCents: amount,
      chargeId: cause.chargeId ?? null,
    })),
  };
}
