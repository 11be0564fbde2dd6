import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { PageBones } from '../ui/page-bones.tsx';
import { allPages } from './all-pages.ts';
import { BrokenPage } from './broken-page.tsx';
import { HomePage } from './home-page.tsx';
import { MissingPage } from './missing-page.tsx';
import { PageGate } from './page-gate.tsx';
import type { PageRoute } from './page-route.ts';
import { StaffFrame } from './staff-frame.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: MissingOutside });
const staff = createRoute({ getParentRoute: () => root, id: 'staff', component: StaffFrame });
const home = createRoute({ getParentRoute: () => staff, path: '/', component: HomePage });
const missing = createRoute({ getParentRoute: () => staff, path: '$', component: MissingPage });
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../signin/sign-in-page.tsx')),
});

const standsAlone = ({ access }: PageRoute) => access === 'public' || access === 'patient';

const alone = allPages
  .filter(standsAlone)
  .map((page) => createRoute({ getParentRoute: () => root, path: page.path, component: fetched(page) }));

const framed = allPages
  .filter((page) => !standsAlone(page))
  .map((page) => {
    const Body = fetched(page);
    const component = () => (
      <PageGate page={page}>
        <Body />
      </PageGate>
    );
    return createRoute({ getParentRoute: () => staff, path: page.path, component });
  });

/** The page's own file, fetched when it is first opened. */
function fetched({ load }: PageRoute) {
  const Body = lazy(load);
  return () => (
    <Suspense fallback={<PageBones />}>
      <Body />
    </Suspense>
  );
}

export const router = createRouter({
  routeTree: root.addChildren([signIn, ...alone, staff.addChildren([home, missing, ...framed])]),
  defaultPreload: 'intent',
  defaultPendingComponent: PageBones,
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
});

function MissingOutside() {
  return (
    <main>
      <MissingPage />
    </main>
  );
}
