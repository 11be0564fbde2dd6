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
  {
    path: '/second-look',
    title: 'Second look',
    access: { staff: 'review.write' },
    navigation: ['coder'],
    load: () => import('./second-look-page.tsx'),
  },
  {
    path: '/second-look/$reviewId',
    title: 'Second look at a chart',
    access: { staff: 'review.write' },
    load: () => import('./second-look-chart-page.tsx'),
  },
];
