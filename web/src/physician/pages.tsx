import type { PageRoute } from '../router/page-route.ts';

export const pages: readonly PageRoute[] = [
  {
    path: '/queries',
    title: 'Questions',
    access: { staff: 'query.answer' },
    navigation: ['physician'],
    load: () => import('./queries-page.tsx'),
  },
  {
    path: '/queries/$queryId',
    title: 'Question',
    access: { staff: 'query.answer' },
    load: () => import('./queries-page.tsx'),
  },
  {
    path: '/records',
    title: 'Records',
    access: { staff: 'document.read' },
    navigation: ['physician', 'auditor'],
    load: () => import('./records-page.tsx'),
  },
  {
    path: '/records/$encounterId',
    title: 'Record of a visit',
    access: { staff: 'document.read' },
    load: () => import('./record-page.tsx'),
  },
];
