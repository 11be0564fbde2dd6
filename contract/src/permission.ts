/** What staff may do. Each route names exactly one; roles are sets of them; nothing is allowed by default. */
export const permissions = [
  'practice.read',
  'patient.read',
  'patient.write',
  'encounter.read',
  'encounter.write',
  'document.write',
  'coding.read',
  'coding.write',
  'learning.read',
  'learning.write',
  'query.ask',
  'query.answer',
  'code-set.read',
  'charge.write',
  'claim.read',
  'claim.write',
  'file.read',
  'file.write',
  'ledger.read',
  'payment.write',
  'statement.write',
  'message.answer',
  'trace.read',
  'audit.read',
  'system.read',
] as const;

export type Permission = (typeof permissions)[number];

export const roles = ['coder', 'biller', 'physician', 'front-desk', 'supervisor', 'administrator'] as const;

export type Role = (typeof roles)[number];

/** The word for a role on screen. */
export const roleNames: Record<Role, string> = {
  coder: 'Coder',
  biller: 'Biller',
  physician: 'Physician',
  'front-desk': 'Front desk',
  supervisor: 'Supervisor',
  administrator: 'Administrator',
};

/** Minimum necessary for each job (45 CFR 164.502(b)): the front desk reads no notes, a coder no money. */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  coder: [
    'practice.read',
    'patient.read',
    'encounter.read',
    'document.write',
    'coding.read',
    'coding.write',
    'query.ask',
    'code-set.read',
    'trace.read',
  ],
  biller: [
    'practice.read',
    'patient.read',
    'patient.write',
    'encounter.read',
    'coding.read',
    'code-set.read',
    'charge.write',
    'claim.read',
    'claim.write',
    'file.read',
    'file.write',
    'ledger.read',
    'payment.write',
    'statement.write',
    'message.answer',
    'trace.read',
  ],
  physician: [
    'practice.read',
    'patient.read',
    'encounter.read',
    'document.write',
    'coding.read',
    'query.answer',
    'code-set.read',
    'trace.read',
  ],
  'front-desk': ['practice.read', 'patient.read', 'patient.write', 'encounter.write', 'document.write'],
  supervisor: [
    'practice.read',
    'patient.read',
    'encounter.read',
    'coding.read',
    'learning.read',
    'learning.write',
    'code-set.read',
    'claim.read',
    'file.read',
    'ledger.read',
    'trace.read',
    'audit.read',
    'system.read',
  ],
  administrator: [
    'practice.read',
    'learning.read',
    'learning.write',
    'code-set.read',
    'audit.read',
    'system.read',
  ],
};
