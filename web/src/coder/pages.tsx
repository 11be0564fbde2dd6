import type { PageRoute } from '../router/page-route.ts';

export const pages: readonly PageRoute[] = [
  {
    path: '/coding',
    title: 'Coding',
    access: { staff: 'coding.read' },
    navigation: ['coder', 'supervisor'],
    load: () => import('./worklist-page.tsx'),
  },
  {
    path: '/coding/$encounterId',
    title: 'Coding a visit',
    access: { staff: 'coding.read' },
    load: () => import('./workspace-page.tsx'),
  },
];
