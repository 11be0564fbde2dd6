import type { PageRoute } from '../router/page-route.ts';

export const pages: readonly PageRoute[] = [
  {
    path: '/approvals',
    title: 'Countersign',
    access: { staff: 'approval.decide' },
    navigation: ['supervisor'],
    load: () => import('./approvals-page.tsx'),
  },
  {
    path: '/week',
    title: 'Week',
    access: { staff: 'summary.read' },
    navigation: ['supervisor'],
    load: () => import('./week-page.tsx'),
  },
  {
    path: '/deposits',
    title: 'Deposits',
    access: { staff: 'deposit.write' },
    navigation: ['supervisor'],
    load: () => import('./deposits-page.tsx'),
  },
  {
    path: '/controls',
    title: 'Controls',
    access: { staff: 'control.read' },
    navigation: ['supervisor', 'administrator'],
    load: () => import('./controls-page.tsx'),
  },
  {
    path: '/countersign',
    title: 'Countersign',
    access: 'public',
    load: () => import('./countersign-page.tsx'),
  },
];
