import type { PageRoute } from '../router/page-route.ts';

export const pages: readonly PageRoute[] = [
  {
    path: '/front-desk',
    title: 'Patients',
    access: { staff: 'patient.read' },
    navigation: ['front-desk', 'auditor'],
    load: () => import('./patients-page.tsx'),
  },
  {
    path: '/front-desk/visits',
    title: 'Visits',
    access: { staff: 'patient.read' },
    navigation: ['front-desk', 'supervisor'],
    load: () => import('./visits-page.tsx'),
  },
  {
    path: '/front-desk/register',
    title: 'Register a patient',
    access: { staff: 'patient.write' },
    navigation: ['front-desk'],
    load: () => import('./register-patient-page.tsx'),
  },
  {
    path: '/front-desk/patients/$patientId',
    title: 'Patient',
    access: { staff: 'patient.read' },
    load: () => import('./patient-page.tsx'),
  },
];
