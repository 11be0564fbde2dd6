import type { PayerView } from '@superbill/contract';
import { addressInput, addressValues, filled, missing, missingInAddress } from '../../ui/index.ts';

/** What a new payer most often has; filing limits of 90 to 365 days are usual. */
const standard = { claimFilingIndicator: 'CI', timelyFilingDays: '180' };

/** A payer as the form holds it. */
export function payerValues(payer: PayerView | undefined) {
  return {
    name: payer?.name ?? '',
    electronicId: payer?.electronicId ?? '',
    claimFilingIndicator: payer?.claimFilingIndicator ?? standard.claimFilingIndicator,
    timelyFilingDays: payer ? String(payer.timelyFilingDays) : standard.timelyFilingDays,
    authorizationRequired: payer?.authorizationRequired.join(' ') ?? '',
    phone: payer?.phone ?? '',
    address: addressValues(payer?.address),
  };
}
export type PayerValues = ReturnType<typeof payerValues>;

/** Codes as people paste them: with spaces, commas or line ends between. */
export function codesIn(text: string): string[] {
  return [
    ...new Set(
      text
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ];
}

export function missingInPayer(values: PayerValues): Record<string, string> {
  const wrong = codesIn(values.authorizationRequired).find((code) => !/^[A-Z0-9]{5}$/.test(code));
  return {
    ...missing(values.name, 'name', 'Enter the name as it stands on the card.'),
    ...missing(values.electronicId, 'electronicId', 'Enter the id of the clearinghouse.'),
    ...(/^[A-Za-z0-9]{2}$/.test(values.claimFilingIndicator)
      ? {}
      : { claimFilingIndicator: 'Two letters or digits, such as CI.' }),
    ...(/^[1-9]\d{0,3}$/.test(values.timelyFilingDays)
      ? {}
      : { timelyFilingDays: 'Enter a number of days, such as 180.' }),
    ...(wrong === undefined
      ? {}
      : { authorizationRequired: `${wrong.slice(0, 20)} is no procedure: five letters or digits each.` }),
    ...missingInAddress(values.address, 'address'),
  };
}

/** What the form holds, as the server takes it. */
export function payerOf(values: PayerValues, before: PayerView | undefined) {
  const address = addressInput(values.address);
  return {
    name: values.name,
    electronicId: values.electronicId,
    claimFilingIndicator: values.claimFilingIndicator.toUpperCase(),
    timelyFilingDays: Number(values.timelyFilingDays),
    authorizationRequired: codesIn(values.authorizationRequired),
    ...(address ? { address } : {}),
    ...filled('phone', values.phone),
    ...(before?.effectiveTo ? { effectiveTo: before.effectiveTo } : {}),
  };
}
