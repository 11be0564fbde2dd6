import type { PageRoute } from '../router/page-route.ts';

export const pages: readonly PageRoute[] = [
  {
    path: '/invitation',
    title: 'Invitation',
    access: 'public',
    load: () => import('./invitation-page.tsx'),
  },
  {
    path: '/sign-in/provider',
    title: 'To your organization',
    access: 'public',
    load: () => import('./provider-start-page.tsx'),
  },
  {
    path: '/sign-in/return',
    title: 'Signing in',
    access: 'public',
    load: () => import('./provider-return-page.tsx'),
  },
];
