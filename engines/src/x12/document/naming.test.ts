import { expect, test } from 'vitest';
import { camelCase, pascalCase, plural } from './naming.ts';

test.each([
  ['billing provider', 'billingProvider', 'BillingProvider'],
  ["other payer's billing provider", 'otherPayersBillingProvider', 'OtherPayersBillingProvider'],
  ['last X-ray', 'lastXRay', 'LastXRay'],
  ['CLIA number', 'cliaNumber', 'CliaNumber'],
  ['EPSDT referral', 'epsdtReferral', 'EpsdtReferral'],
  ['reason for a missing authorization', 'reasonForMissingAuthorization', 'ReasonForMissingAuthorization'],
])('%s is called %s', (label, member, type) => {
  expect([camelCase(label), pascalCase(label)]).toEqual([member, type]);
});

test.each([
  ['claim', 'claims'],
  ['other coverage', 'other coverages'],
  ['diagnosis', 'diagnoses'],
  ['status', 'statuses'],
  ['inquiry', 'inquiries'],
  ['survey', 'surveys'],
  ['address', 'addresses'],
  ['file information', 'file information'],
  ['decision of another payer', 'decisions of another payer'],
  ['contact for more information', 'contacts for more information'],
])('several of %s are %s', (one, several) => {
  expect(plural(one)).toBe(several);
});
