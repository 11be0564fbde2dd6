import { cents, isoDate } from '@superbill/engines/model';
import type { PracticeSetup } from '@superbill/server/practice/create-practice';
import { readFees, readPayers, readPractice } from './demo-practice.ts';

/** The password of every demo log-in. The demo listens on this machine only. */
export const demoPassword = 'superbill-demo';

/** The payers' own limits are stricter than what the practice believes until the first denial teaches it. */
const believedFilingDays = 365;

/** The demo practice in the shape the product is set up with. */
export function demoSetup(): PracticeSetup {
  const { organization, locations, practitioners, users } = readPractice();
  const npiOf = new Map(practitioners.map(({ id, npi }) => [id, npi]));
  const fees = readFees();
  return {
    name: organization.name,
    npi: organization.npi,
    taxId: organization.taxId.replace('-', ''),
    taxonomy: organization.taxonomy,
    address: organization.address,
    phone: organization.phone,
    submitterId: organization.id.toUpperCase(),
    locations,
    practitioners,
    payers: readPayers().map((payer) => ({
      name: payer.name,
      electronicId: payer.payerId,
      claimFilingIndicator: payer.claimFilingIndicator,
      timelyFilingDays: believedFilingDays,
      authorizationRequired: payer.authorizationRequired,
      address: payer.address,
      phone: payer.phone,
    })),
    users: users.map(({ login, name, roles, practitionerId }) => ({
      login,
      name,
      roles,
      password: demoPassword,
      practitionerNpi: practitionerId === undefined ? undefined : npiOf.get(practitionerId),
    })),
    fees: fees.lines.map(({ code, wording, wordingEs, priceCents }) => ({
      procedure: code,
      wording,
      wordingEs,
      price: cents(priceCents),
      from: isoDate(fees.effectiveFrom),
    })),
  };
}
