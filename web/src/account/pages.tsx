import type { PageRoute } from '../router/page-route.ts';

export const pages: readonly PageRoute[] = [
  {
    path: '/account',
    title: 'My account',
    access: 'signed-in',
    load: () => import('./account-page.tsx'),
  },
];
