import { feeFile, type Subjects } from '../subjects.ts';
import type { Samples } from './sample.ts';

const place = { line1: '1 Example Street', city: 'Exampleton', state: 'OR', zip: '970010001' };

const payer = {
  name: 'New Mutual',
  claimFilingIndicator: 'CI',
  timelyFilingDays: 90,
  authorizationRequired: ['70551'],
};

/** The practice, its people and payers, its prices. */
export const practiceSamples = (of: Subjects) => {
  return {
    readPractice: {},
    readOrganization: {},
    changeOrganization: {
      body: {
        organization: {
          name: 'Example Clinic',
          npi: '1999001005',
          taxId: '000000417',
          address: place,
          phone: '503-555-0100',
          submitterId: 'EXAMPLE',
        },
        rowVersion: 1,
      },
    },
    listLocations: {},
    addLocation: { body: { name: 'Second Street', placeOfService: '11', address: place } },
    changeLocation: {
      params: { locationId: of.locationId },
      body: { location: { name: 'Main Street', placeOfService: '11', address: place }, rowVersion: 1 },
    },
    listPractitioners: {},
    addPractitioner: { body: { firstName: 'Grace', lastName: 'Example', npi: '1999003019' } },
    changePractitioner: {
      params: { practitionerId: of.practitionerId },
      body: { practitioner: { firstName: 'Ada', lastName: 'Example', npi: '1999002011' }, rowVersion: 1 },
    },
    listPayers: {},
    addPayer: { body: { ...payer, electronicId: 'NEWP1' } },
    changePayer: {
      params: { payerId: of.payerId },
      body: { payer: { ...payer, electronicId: 'EXMP1' }, rowVersion: 1 },
    },
    listFeeSchedule: { query: { date: '2027-03-17' } },
    readFeeHistory: { params: { procedure: '99213' } },
    setFee: {
      body: { procedure: '99215', wording: 'Long visit', priceCents: 30000, effectiveFrom: '2027-01-01' },
    },
    changeFee: { params: { feeId: of.feeId }, body: { wording: 'Drawing blood', rowVersion: 1 } },
    withdrawFee: { params: { feeId: of.feeId } },
    previewFees: { body: feeFile },
    exportFees: { query: { date: '2027-03-17' } },
    importFees: { body: { ...feeFile, fingerprint: of.feeFingerprint } },
  } satisfies Partial<Samples>;
};
