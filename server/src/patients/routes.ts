import { routes } from '@superbill/contract';
import { type Handler, handle } from '../http/handle.ts';
import { addCoverage, changeCoverage } from './change-coverage.ts';
import { changePatient, registerPatient } from './register-patient.ts';
import { loadPatient, searchPatients } from './store.ts';

export const patientHandlers: Handler[] = [
  handle(routes.listPatients, async (unit, { body: { search, limit } }) => {
    const patients = await searchPatients(unit, search, limit + 1);
    unit.audit('patient.list', { kind: 'patient', detail: { count: patients.length } });
    return { patients: patients.slice(0, limit), more: patients.length > limit };
  }),

  handle(routes.registerPatient, async (unit, { body }) => ({ id: await registerPatient(unit, body) })),

  handle(routes.readPatient, async (unit, { params: { patientId } }) => {
    const patient = await loadPatient(unit, patientId);
    unit.audit('patient.read', { kind: 'patient', id: patientId, patientId });
    return patient;
  }),

  handle(routes.changePatient, async (unit, { params: { patientId }, body }) => {
    await changePatient(unit, patientId, body);
    return { id: patientId };
  }),

  handle(routes.addCoverage, async (unit, { params: { patientId }, body }) => ({
    id: await addCoverage(unit, patientId, body),
  })),

  handle(routes.changeCoverage, async (unit, { params: { patientId, coverageId }, body }) => {
    await changeCoverage(unit, patientId, coverageId, body);
    return { id: coverageId };
  }),
];
