import type { PageRoute } from '../router/page-route.ts';

/** The administrator's own pages; they come first in the navigation. */
export const administration: readonly PageRoute[] = [
  {
    path: '/administration',
    title: 'Overview',
    access: { staff: 'user.read' },
    navigation: ['administrator'],
    load: () => import('./administration-page.tsx'),
  },
  {
    path: '/people',
    title: 'People',
    access: { staff: 'user.read' },
    navigation: ['administrator'],
    load: () => import('./people/users-page.tsx'),
  },
  {
    path: '/people/roles',
    title: 'Roles',
    access: { staff: 'role.read' },
    load: () => import('./people/roles-page.tsx'),
  },
  {
    path: '/people/sessions',
    title: 'Sessions',
    access: { staff: 'user.read' },
    load: () => import('./people/sessions-page.tsx'),
  },
  {
    path: '/people/programs',
    title: 'Programs',
    access: { staff: 'user.read' },
    load: () => import('./people/programs-page.tsx'),
  },
  {
    path: '/people/settings',
    title: 'Sign-in settings',
    access: { staff: 'user.read' },
    load: () => import('./people/settings-page.tsx'),
  },
  {
    path: '/practice',
    title: 'Practice',
    access: { staff: 'practice.write' },
    navigation: ['administrator'],
    load: () => import('./practice/organization-page.tsx'),
  },
  {
    path: '/practice/practitioners',
    title: 'Practitioners',
    access: { staff: 'practice.write' },
    load: () => import('./practice/practitioners-page.tsx'),
  },
  {
    path: '/practice/payers',
    title: 'Payers',
    access: { staff: 'practice.write' },
    load: () => import('./practice/payers-page.tsx'),
  },
  {
    path: '/practice/fees',
    title: 'Fees',
    access: { staff: 'fee.write' },
    load: () => import('./fees/fees-page.tsx'),
  },
];

export const pages: readonly PageRoute[] = [
  {
    path: '/system',
    title: 'System',
    access: { staff: 'system.read' },
    navigation: ['administrator', 'supervisor', 'auditor'],
    load: () => import('./system-page.tsx'),
  },
  {
    path: '/health',
    title: 'Health',
    access: { staff: 'system.read' },
    navigation: ['administrator'],
    load: () => import('./health-page.tsx'),
  },
  {
    path: '/backups',
    title: 'Backups',
    access: { staff: 'backup.read' },
    navigation: ['administrator'],
    load: () => import('./backups-page.tsx'),
  },
  {
    path: '/code-sets',
    title: 'Code sets',
    access: { staff: 'code-set.read' },
    navigation: ['administrator', 'supervisor', 'coder'],
    load: () => import('./code-sets-page.tsx'),
  },
];
