import { pages as account } from '../account/pages.tsx';
import { pages as admin, administration } from '../admin/pages.tsx';
import { pages as biller } from '../biller/pages.tsx';
import { pages as coder } from '../coder/pages.tsx';
import { pages as frontdesk } from '../frontdesk/pages.tsx';
import { pages as owner } from '../owner/pages.tsx';
import { pages as physician } from '../physician/pages.tsx';
import { pages as portal } from '../portal/pages.tsx';
import { pages as signin } from '../signin/pages.tsx';
import { pages as supervisor } from '../supervisor/pages.tsx';
import { pages as workload } from '../workload/pages.tsx';
import type { PageRoute } from './page-route.ts';

/** Every page there is, in the order of the navigation. */
export const allPages: readonly PageRoute[] = [
  ...administration,
  ...workload,
  ...supervisor,
  ...owner,
  ...coder,
  ...biller,
  ...physician,
  ...frontdesk,
  ...admin,
  ...account,
  ...portal,
  ...signin,
];
