import { type Permission, permissions, type Role, roleNames, rolePermissions, roles } from './permission.ts';

/** Everybody the product knows: staff in their hats, who opens a bill, and programs. */
export const everyRole = [...roles, 'patient', 'proxy', 'service-account'] as const;
export type EveryRole = (typeof everyRole)[number];

interface RoleEntry {
  name: string;
  /** What somebody in it does, in one line. */
  does: string;
  /** The most it may ever do: a practice takes away from this, never adds to it. */
  permissions: readonly Permission[];
}

const does: Record<Role, string> = {
  coder: 'Reads the record, decides the codes, asks the physician, hands over.',
  biller: 'Charges, claims, payments and bills; answers patients about them.',
  physician: "Answers coders' questions and signs addenda.",
  'front-desk': 'Registers patients, coverages and visits; takes documents in.',
  supervisor: 'Sees where work stands, reviews it, proves the books.',
  auditor: 'Reads who did what and what was recorded; changes nothing.',
  administrator: 'Users, roles and settings; sees no patient.',
};

/** What a program that acts for the practice may be given: to register and to carry files, never to decide. */
const servicePermissions = [
  'practice.read',
  'patient.read',
  'patient.write',
  'registration.read',
  'encounter.write',
  'document.write',
  'code-set.read',
  'file.read',
  'file.open',
  'file.write',
  'system.read',
] as const satisfies readonly Permission[];

/**
 * The one catalog of roles. Patients and their proxies hold no permission: they reach the routes whose access is
 * `patient`, and there the session alone says whose bill it is.
 */
export const roleCatalog: Record<EveryRole, RoleEntry> = {
  ...(Object.fromEntries(
    roles.map((role) => [
      role,
      { name: roleNames[role], does: does[role], permissions: rolePermissions[role] },
    ]),
  ) as Record<Role, RoleEntry>),
  patient: { name: 'Patient', does: 'Reads and asks about the bill a link opened.', permissions: [] },
  proxy: {
    name: 'Proxy',
    does: 'Acts for a patient, as long as the authority lasts (45 CFR 164.502(g)).',
    permissions: [],
  },
  'service-account': {
    name: 'Service account',
    does: 'A program: registers, and carries documents and files in and out.',
    permissions: servicePermissions,
  },
};

/** What a practice takes away: from everybody in a role, or (`role` null) from one person in any role. */
export interface Denial {
  role: EveryRole | null;
  permission: Permission;
}

/**
 * What somebody may do in a role: the catalog's permissions without those denied. A denial always wins, whatever
 * else is said and in whatever order; nothing said here can add. `denials` are those of the person or of any role.
 */
export function permissionsOf(role: EveryRole, denials: readonly Denial[]): Permission[] {
  const denied = new Set(
    denials.filter((denial) => denial.role === null || denial.role === role).map((d) => d.permission),
  );
  return roleCatalog[role].permissions.filter((permission) => !denied.has(permission));
}

/** Without these nobody could give anything back: an administrator always keeps them. */
export const wayBack: readonly Permission[] = permissions.filter((permission) =>
  ['role.read', 'role.write', 'user.read', 'user.write'].includes(permission),
);
