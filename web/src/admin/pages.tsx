import type { PageRoute } from '../router/page-route.ts';

export const pages: readonly PageRoute[] = [
  {
    path: '/system',
    title: 'System',
    access: { staff: 'system.read' },
    navigation: ['administrator', 'supervisor', 'auditor'],
    load: () => import('./system-page.tsx'),
  },
  {
    path: '/code-sets',
    title: 'Code sets',
    access: { staff: 'code-set.read' },
    navigation: ['administrator', 'supervisor', 'coder'],
    load: () => import('./code-sets-page.tsx'),
  },
];
