import type { LocationView, PayerView, PractitionerView } from '@superbill/contract';

/** A location as it goes back to the server, without what only the server knows. */
export function locationInput({ id: _, rowVersion: __, visits: ___, ...input }: LocationView) {
  return input;
}

/** A practitioner as it goes back to the server. */
export function practitionerInput({ id: _, rowVersion: __, visits: ___, ...input }: PractitionerView) {
  return input;
}

/** A payer as it goes back to the server. */
export function payerInput({ id: _, rowVersion: __, coverages: ___, ...input }: PayerView) {
  return input;
}

/** The same without a last day. */
export function reopened<Input extends { effectiveTo?: unknown }>({ effectiveTo: _, ...input }: Input) {
  return input;
}
