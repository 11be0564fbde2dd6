import { explain } from '@superbill/engines/ledger';
import type { Adjustment } from '@superbill/engines/model';

const effects = {
  contract: 'taken off under the contract',
  patient: "the patient's part",
  denied: 'not paid; needs follow-up',
  none: 'for information',
} as const;

/** What an adjustment does to the money, in the biller's words. The sentence for the patient is the ledger's. */
export function adjustmentMeaning({ group, reason }: Pick<Adjustment, 'group' | 'reason'>): string {
  const { effect, sentence } = explain({ group, reason });
  return sentence === undefined ? effects[effect] : `${effects[effect]} (${sentence.replaceAll('-', ' ')})`;
}
