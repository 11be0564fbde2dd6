import {
  type Access,
  everyRole,
  permissions,
  permissionWords,
  type Route,
  roleCatalog,
  routes,
} from '../contract/src/index.ts';

/** docs/permissions.md: who may what, from the catalog and from what each route declares. */
export function permissionsPage(): string {
  return `${[
    '# Who may what',
    'Written by `npm run permissions` from `contract/src`. A practice can take any of this away from a role or a person and give it back, and adds to none ([administration](administration.md)). Whoever holds several roles wears one hat at a time, and only what that hat may do counts.',
    '## Roles',
    ...table(
      ['role', 'what somebody in it does'],
      everyRole.map((role) => [roleCatalog[role].name, roleCatalog[role].does]),
    ),
    '## Permissions',
    'A program (service account) may be given any of those marked for it, and has only what it was given. Patients and who acts for them hold none: the link of a bill opens that bill.',
    ...table(
      ['permission', 'lets somebody', ...holders.map((role) => roleCatalog[role].name)],
      permissions.map((permission) => [
        `\`${permission}\``,
        permissionWords[permission],
        ...holders.map((role) => (roleCatalog[role].permissions.includes(permission) ? '✓' : '')),
      ]),
    ),
    '## Parts of an answer',
    'Some answers serve several tasks. These parts stand in them only for whoever holds the permission; for others they are empty.',
    ...table(
      ['route', 'part', 'permission'],
      declared.flatMap(([name, { onlyWith }]) =>
        Object.entries(onlyWith ?? {}).map(([part, permission]) => [
          `\`${name}\``,
          `\`${part}\``,
          `\`${permission}\``,
        ]),
      ),
    ),
    '## Routes',
    'Each route wants one permission, or one of the words below. With *proof*, it also asks who is at the keyboard when that was last proven more than ten minutes ago. [openapi.json](openapi.json) has their shapes.',
    ...table(['permission', 'route', 'what it does'], [...declared].sort(byPermission).map(rowOf)),
  ].join('\n\n')}\n`;
}

const holders = everyRole.filter((role) => roleCatalog[role].permissions.length > 0);
const declared = Object.entries<Route>(routes);
const words = [
  ...permissions,
  'signed-in',
  'proven',
  'enrolling',
  'signing-in',
  'any-session',
  'patient',
  'public',
];

const wordOf = (access: Access): string => (typeof access === 'object' ? access.staff : access);
const byPermission = ([, a]: [string, Route], [, b]: [string, Route]) =>
  words.indexOf(wordOf(a.access)) - words.indexOf(wordOf(b.access));

function rowOf([name, { access, summary }]: [string, Route]): string[] {
  const proof = typeof access === 'object' && access.stepUp ? ', *proof*' : '';
  return [`\`${wordOf(access)}\`${proof}`, `\`${name}\``, summary];
}

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')];
}
