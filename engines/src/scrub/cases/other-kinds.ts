import { type Claim, cents, isoDate } from '../../model/index.ts';
import { aClaim, visit } from './examples.ts';

const npi = '1234567893';

/** A stay of one night without any finding: one line goes by its revenue code alone, one costs nothing. */
export function aHospitalClaim(part: Partial<Claim> = {}): Claim {
  const { placeOfService: _, renderingProvider: __, ...claim } = aClaim();
  return {
    ...claim,
    kind: 'institutional',
    facilityCode: '11',
    statement: { from: visit, to: isoDate('2027-03-02') },
    dates: { admission: visit, admissionTime: '0815', dischargeTime: '1100' },
    admission: { type: '3', source: '1', patientStatus: '01' },
    attendingProvider: { npi, lastName: 'Example', firstName: 'Pat', taxonomy: '207R00000X' },
    institutional: {
      presentOnAdmission: ['Y', ''],
      admittingDiagnosis: 'R50.9',
      drg: '153',
      procedures: [{ code: '0CJS8ZZ', date: visit }],
      occurrences: [{ code: '11', date: visit }],
      occurrenceSpans: [{ code: '72', from: visit, to: visit }],
      values: [{ code: '80', amount: cents(100) }],
      externalCauses: [{ code: 'W01.0XXA', presentOnAdmission: 'Y' }],
    },
    conditions: ['09'],
    references: { medicalRecord: 'MR1', deviceExemptions: ['IDE1', 'IDE2'] },
    charge: cents(120000),
    lines: [
      {
        controlNumber: 'L1',
        revenueCode: '0120',
        modifiers: [],
        charge: cents(120000),
        units: 1,
        unitBasis: 'DA',
        diagnosisPointers: [],
      },
      {
        controlNumber: 'L2',
        revenueCode: '0300',
        procedure: '87880',
        modifiers: [],
        charge: cents(0),
        units: 1,
        unitBasis: 'UN',
        diagnosisPointers: [],
        serviceDate: visit,
        drug: { code: '00000111122', quantity: 1, unit: 'UN' },
      },
    ],
    ...part,
  };
}

/** A filling on each of two teeth, by the date of the claim. */
export function aDentalClaim(part: Partial<Claim> = {}): Claim {
  const filling = {
    procedure: 'D2391',
    modifiers: [],
    charge: cents(15000),
    units: 1,
    unitBasis: 'UN' as const,
    diagnosisPointers: [],
  };
  return {
    ...aClaim(),
    kind: 'dental',
    diagnoses: [],
    serviceDate: visit,
    toothStatuses: [{ tooth: '8', status: 'M' }],
    charge: cents(30000),
    lines: [
      { ...filling, controlNumber: 'L1', dental: { teeth: [{ tooth: '3', surfaces: ['O'] }] } },
      { ...filling, controlNumber: 'L2', dental: { teeth: [{ tooth: '14', surfaces: ['O', 'D'] }] } },
    ],
    ...part,
  };
}
