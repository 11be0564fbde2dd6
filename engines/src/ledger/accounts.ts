/**
 * The chart of accounts. Debits are positive, credits negative; each posting sums to zero.
 * A reduction of income is an account of its own, so that the price of a service never changes silently.
 */
export const accounts = {
  'insurance-receivable': { kind: 'asset', title: 'Insurers owe us, not yet answered' },
  'insurance-denied': {
    kind: 'asset',
    title: 'Denied by an insurer, being followed up or awaiting write-off',
  },
  'patient-receivable': { kind: 'asset', title: 'Patients owe us' },
  'cash-payer': { kind: 'asset', title: 'Money received from insurers' },
  'cash-patient': { kind: 'asset', title: 'Money received from patients' },
  'payer-take-back': { kind: 'clearing', title: 'Overpayments an insurer announced or took back' },
  'patient-credit': { kind: 'liability', title: 'Money that belongs to patients' },
  suspense: { kind: 'liability', title: 'Money received that could not be placed' },
  revenue: { kind: 'income', title: 'Services at full price' },
  'contractual-adjustments': { kind: 'reduction', title: 'Taken off under contracts with insurers' },
  'self-pay-discounts': { kind: 'reduction', title: 'Taken off for patients who pay themselves' },
  'write-offs': { kind: 'reduction', title: 'Given up with approval' },
  'payer-interest': { kind: 'income', title: 'Interest and incentives paid by insurers' },
} as const satisfies Record<string, { kind: AccountKind; title: string }>;

export type AccountKind = 'asset' | 'liability' | 'income' | 'reduction' | 'clearing';

export type Account = keyof typeof accounts;
