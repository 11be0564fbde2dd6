import type { Role } from '@superbill/contract';

/** Where each hat's day begins. */
export const homes: Record<Role, string> = {
  coder: '/coding',
  biller: '/billing',
  physician: '/queries',
  'front-desk': '/front-desk',
  supervisor: '/overview',
  auditor: '/audit',
  administrator: '/administration',
};

/** The addresses that pages of different areas link to. */
export const places = {
  coding: (encounterId: string) => `/coding/${encounterId}`,
  billing: (encounterId: string) => `/billing/visits/${encounterId}`,
  claim: (claimId: string) => `/claims/${claimId}`,
  statement: (statementId: string) => `/statements/${statementId}`,
  account: (patientId: string) => `/patients/${patientId}/account`,
  query: (queryId: string) => `/queries/${queryId}`,
  record: (encounterId: string) => `/records/${encounterId}`,
  patient: (patientId: string) => `/front-desk/patients/${patientId}`,
};

/** The page on which this hat looks at a visit. */
export function visitPlace(hat: Role, encounterId: string): string | undefined {
  if (hat === 'coder' || hat === 'supervisor') return places.coding(encounterId);
  if (hat === 'biller') return places.billing(encounterId);
  if (hat === 'physician' || hat === 'auditor') return places.record(encounterId);
  return undefined;
}

/** The page on which this hat looks at a patient. */
export function patientPlace(hat: Role, patientId: string): string | undefined {
  if (hat === 'administrator') return undefined;
  return hat === 'biller' ? places.account(patientId) : places.patient(patientId);
}
