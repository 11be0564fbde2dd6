import { type Claim, typeOfBill } from '../../model/index.ts';
import { code, type Entry, words } from '../entry.ts';
import { monthDayYear } from '../wording.ts';

/** FL 3, 4, 6, 12 to 17 and 29. */
export function stay(claim: Claim): Entry[] {
  const { statement, admission, dates = {}, references = {} } = claim;
  return [
    ...code('3a', claim.controlNumber, 'controlNumber'),
    ...code('3b', references.medicalRecord, 'references.medicalRecord'),
    ...code('4', typeOfBill(claim), 'facilityCode'),
    ...code('6.from', statement && monthDayYear(statement.from, 2, ''), 'statement.from'),
    ...code('6.through', statement && monthDayYear(statement.to, 2, ''), 'statement.to'),
    ...code('12', dates.admission && monthDayYear(dates.admission, 2, ''), 'dates.admission'),
    // The form asks for the hour alone.
    ...code('13', dates.admissionTime?.slice(0, 2), 'dates.admissionTime'),
    ...code('14', admission?.type, 'admission.type'),
    ...code('15', admission?.source, 'admission.source'),
    ...code('16', dates.dischargeTime?.slice(0, 2), 'dates.dischargeTime'),
    ...code('17', admission?.patientStatus, 'admission.patientStatus'),
    ...code('29', references.autoAccidentState, 'references.autoAccidentState'),
  ];
}

/** FL 66 to 71 without the diagnoses of the claim's own list beyond the first. */
export function grouping({ diagnosisSystem, institutional = {} }: Claim): Entry[] {
  const { admittingDiagnosis, drg } = institutional;
  return [
    ...words('66', diagnosisSystem === 'icd9cm' ? '9' : '0', 'diagnosisSystem'),
    ...code('69', admittingDiagnosis?.replaceAll('.', ''), 'institutional.admittingDiagnosis'),
    ...code('71', drg, 'institutional.drg'),
  ];
}
