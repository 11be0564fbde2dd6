import type { Account } from '@superbill/contract';
import {
  balanceOf,
  creditSources,
  type Account as LedgerAccount,
  overpayments,
} from '@superbill/engines/ledger';
import { sum } from '@superbill/engines/model';
import { loadWaiting } from '../controls/approval-view.ts';
import { loadSummary } from '../patients/store.ts';
import type { Work } from '../work.ts';
import { loadBookedCharges, loadEntries, loadPayments } from './store.ts';

/** A patient's account: what the patient owes, what insurers have not settled, and every entry, oldest first. */
export async function readAccount(unit: Work, patientId: string): Promise<Account> {
  const patient = await loadSummary(unit, patientId);
  const entries = await loadEntries(unit, { patientId });
  const on = (...accounts: LedgerAccount[]) => sum(accounts.map((account) => balanceOf(entries, account)));
  return {
    patient,
    patientBalanceCents: on('patient-receivable', 'patient-credit'),
    insuranceBalanceCents: on('insurance-receivable', 'insurance-denied'),
    creditCents: sum([...creditSources(entries), ...overpayments(entries)].map(({ amount }) => amount)),
    charges: (await loadBookedCharges(unit, patientId)).map((charge) => {
      const own = entries.filter(({ cause }) => cause.chargeId === charge.id);
      return {
        ...charge,
        patientOwesCents: balanceOf(own, 'patient-receivable'),
        deniedCents: balanceOf(own, 'insurance-denied'),
      };
    }),
    payments: await loadPayments(unit, patientId),
    waiting: await loadWaiting(unit, patientId),
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
