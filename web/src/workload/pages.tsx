import type { PageRoute } from '../router/page-route.ts';

export const pages: readonly PageRoute[] = [
  {
    path: '/my-day',
    title: 'My day',
    access: { staff: 'work.own' },
    navigation: ['coder', 'biller', 'physician', 'front-desk'],
    load: () => import('./my-day-page.tsx'),
  },
  {
    path: '/workload',
    title: 'Workload',
    access: { staff: 'workload.read' },
    navigation: ['supervisor'],
    load: () => import('./board-page.tsx'),
  },
  {
    path: '/workload/hours',
    title: 'Hours and absences',
    access: { staff: 'workload.write' },
    load: () => import('./capacity-page.tsx'),
  },
];
