import { z } from 'zod';
import { define } from './define.ts';
import { address, done, id, instant, isoDate, line, rowVersion, sex } from './shapes.ts';

const relationship = z.enum(['self', 'spouse', 'child', 'other']);

export const coverageInput = z.strictObject({
  payerId: id,
  /** 1 pays first. */
  benefitOrder: z.number().int().min(1).max(3),
  memberId: line(30),
  groupNumber: line(30).optional(),
  relationship,
  /** Who holds the policy, when it is not the patient. */
  subscriber: z
    .strictObject({
      firstName: line(35),
      lastName: line(60),
      birthDate: isoDate,
      sex,
      address: address.optional(),
    })
    .optional(),
  effectiveFrom: isoDate,
  effectiveTo: isoDate.optional(),
});

export const patientInput = z.strictObject({
  firstName: line(35),
  middleName: line(25).optional(),
  lastName: line(60),
  birthDate: isoDate,
  sex,
  address: address.optional(),
  phone: line(30).optional(),
  email: z.email().max(120).optional(),
  language: z.enum(['en', 'es']).default('en'),
});

export const coverage = coverageInput.extend({
  id,
  payerName: z.string(),
  rowVersion: z.number().int(),
});
export type Coverage = z.output<typeof coverage>;

export const patientSummary = z.strictObject({
  id,
  recordNumber: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  birthDate: isoDate,
  sex,
  /**
   * Set where the record is open to few and the reader is none of them: then nothing but the id is true, and a
   * list shows nothing else of the row.
   */
  restricted: z.literal(true).optional(),
});
export type PatientSummary = z.output<typeof patientSummary>;

export const patient = patientInput.extend({
  id,
  recordNumber: z.string(),
  language: z.enum(['en', 'es']),
  rowVersion: z.number().int(),
  coverages: z.array(coverage),
  encounters: z.array(
    z.strictObject({
      id,
      serviceDate: isoDate,
      practitionerName: z.string(),
      queue: z.string(),
      queueSince: instant,
    }),
  ),
});
export type Patient = z.output<typeof patient>;

const patientId = z.strictObject({ patientId: id });

export const patientRoutes = {
  listPatients: define({
    method: 'POST',
    path: '/api/patients/search',
    access: { staff: 'patient.read' },
    summary: 'Patients by name, record number or birth date.',
    // Names are searched for: they travel in the body, never in an address.
    body: z.strictObject({
      search: z.string().max(80).default(''),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.strictObject({ patients: z.array(patientSummary), more: z.boolean() }),
  }),
  registerPatient: define({
    method: 'POST',
    path: '/api/patients',
    access: { staff: 'patient.write' },
    summary: 'Registers a patient with coverages.',
    body: z.strictObject({
      patient: patientInput,
      coverages: z.array(coverageInput).max(3).default([]),
      /** Set after the person at the desk has seen that somebody alike is registered already. */
      evenIfAlike: z.boolean().default(false),
    }),
    response: done,
  }),
  readPatient: define({
    method: 'GET',
    path: '/api/patients/:patientId',
    access: { staff: 'patient.read' },
    onlyWith: {
      address: 'registration.read',
      phone: 'registration.read',
      email: 'registration.read',
      coverages: 'registration.read',
    },
    summary: 'One patient with coverages and visits.',
    params: patientId,
    response: patient,
  }),
  changePatient: define({
    method: 'PUT',
    path: '/api/patients/:patientId',
    access: { staff: 'patient.write' },
    summary: 'Corrects what is registered about a patient.',
    params: patientId,
    body: z.strictObject({ patient: patientInput, rowVersion }),
    response: done,
  }),
  addCoverage: define({
    method: 'POST',
    path: '/api/patients/:patientId/coverages',
    access: { staff: 'patient.write' },
    summary: 'Adds a coverage.',
    params: patientId,
    body: coverageInput,
    response: done,
  }),
  changeCoverage: define({
    method: 'PUT',
    path: '/api/patients/:patientId/coverages/:coverageId',
    access: { staff: 'patient.write' },
    summary: 'Corrects or ends a coverage.',
    params: z.strictObject({ patientId: id, coverageId: id }),
    body: z.strictObject({ coverage: coverageInput, rowVersion }),
    response: done,
  }),
};
