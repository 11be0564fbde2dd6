import type { PageRoute } from '../router/page-route.ts';

export const pages: readonly PageRoute[] = [
  {
    path: '/overview',
    title: 'Overview',
    access: { staff: 'audit.read' },
    navigation: ['supervisor', 'auditor'],
    load: () => import('./overview-page.tsx'),
  },
  {
    path: '/audit',
    title: 'Audit',
    access: { staff: 'audit.read' },
    navigation: ['supervisor', 'auditor', 'administrator'],
    load: () => import('./audit-page.tsx'),
  },
  {
    path: '/learning',
    title: 'Learning',
    access: { staff: 'learning.read' },
    navigation: ['supervisor', 'auditor', 'administrator'],
    load: () => import('./learning-page.tsx'),
  },
  {
    path: '/break-glass',
    title: 'Broken glass',
    access: { staff: 'break-glass.review' },
    navigation: ['supervisor', 'auditor'],
    load: () => import('./break-glass-page.tsx'),
  },
];
