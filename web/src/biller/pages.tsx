import type { PageRoute } from '../router/page-route.ts';

export const pages: readonly PageRoute[] = [
  {
    path: '/billing',
    title: 'Billing',
    access: { staff: 'charge.write' },
    navigation: ['biller'],
    load: () => import('./worklist-page.tsx'),
  },
  {
    path: '/billing/visits/$encounterId',
    title: 'Visit',
    access: { staff: 'charge.write' },
    load: () => import('./visit/visit-page.tsx'),
  },
  {
    path: '/claims',
    title: 'Claims',
    access: { staff: 'claim.read' },
    navigation: ['biller', 'supervisor', 'auditor'],
    load: () => import('./claims/claims-page.tsx'),
  },
  {
    path: '/claims/$claimId',
    title: 'Claim',
    access: { staff: 'claim.read' },
    load: () => import('./claims/claim-page.tsx'),
  },
  {
    path: '/files',
    title: 'Files',
    access: { staff: 'file.read' },
    navigation: ['biller', 'supervisor'],
    load: () => import('./files/files-page.tsx'),
  },
  {
    path: '/remits',
    title: 'Remits',
    access: { staff: 'ledger.read' },
    navigation: ['biller', 'supervisor', 'auditor'],
    load: () => import('./money/remits-page.tsx'),
  },
  {
    path: '/statements',
    title: 'Bills',
    access: { staff: 'statement.write' },
    navigation: ['biller'],
    load: () => import('./money/statements-page.tsx'),
  },
  {
    path: '/statements/$statementId',
    title: 'Bill',
    access: { staff: 'ledger.read' },
    load: () => import('./money/statement-page.tsx'),
  },
  {
    path: '/messages',
    title: 'Questions',
    access: { staff: 'message.answer' },
    navigation: ['biller'],
    load: () => import('./messages/messages-page.tsx'),
  },
  {
    path: '/patients/$patientId/account',
    title: 'Account',
    access: { staff: 'ledger.read' },
    load: () => import('./money/account-page.tsx'),
  },
];
