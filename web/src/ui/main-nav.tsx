import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useSession } from '../api/use-session.ts';
import { allPages } from '../router/all-pages.ts';
import { mayOpen } from '../router/page-route.ts';
import style from './main-nav.module.css';

/** How many pages fit on a desk's screen between the practice's name and the menus; more get a row of their own. */
const besideName = 10;

/** The pages of the hat that is on. On a narrow screen it opens below the header. */
export function MainNav({ open, onGone }: { open: boolean; onGone: () => void }) {
  const { session } = useSession();
  const { pathname } = useLocation();
  const pages = allPages.filter(
    (page) => page.navigation?.includes(session.hat) && mayOpen(page, session.permissions),
  );
  useEffect(() => fetchAhead(session.permissions), [session.permissions]);
  const here = pages
    .filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
  const list = useRef<HTMLElement>(null);
  // Beside the practice's name the links may have to scroll sideways: where one is stays in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the page that moves the mark
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [here?.path]);
  const looks = [style.nav, open && style.open, pages.length > besideName && style.ownRow].filter(Boolean);
  return (
    <nav ref={list} className={looks.join(' ')} aria-label="Pages">
      {pages.map(({ path, title }) => (
        <Link
          key={path}
          to={path}
          className={path === here?.path ? `${style.link} ${style.here}` : style.link}
          {...(path === here?.path ? { 'aria-current': 'page' as const } : {})}
          onClick={onGone}
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}

/** Fetches the files of the hat's pages once the first one stands; one that fails is fetched when opened. */
function fetchAhead(permissions: readonly string[]): () => void {
  const timer = setTimeout(() => {
    const open = allPages.filter((page) => typeof page.access === 'object' && mayOpen(page, permissions));
    void Promise.allSettled(open.map((page) => page.load()));
  }, 400);
  return () => clearTimeout(timer);
}
