import type { PageRoute } from '../router/page-route.ts';

export const pages: readonly PageRoute[] = [
  { path: '/bill', title: 'Your bill', access: 'patient', load: () => import('./bill-page.tsx') },
];
