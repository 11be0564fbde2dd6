import { Link, useLocation } from '@tanstack/react-router';
import { useSession } from '../api/index.ts';
import style from './section-links.module.css';

/** The pages of one part of the administration, in the order they stand in. */
const sections = {
  people: [
    { to: '/people', name: 'Users', permission: 'user.read' },
    { to: '/people/roles', name: 'Roles', permission: 'role.read' },
    { to: '/people/sessions', name: 'Sessions', permission: 'user.read' },
    { to: '/people/programs', name: 'Programs', permission: 'user.read' },
    { to: '/people/settings', name: 'Sign-in settings', permission: 'user.read' },
  ],
  practice: [
    { to: '/practice', name: 'Organization', permission: 'practice.write' },
    { to: '/practice/practitioners', name: 'Practitioners', permission: 'practice.write' },
    { to: '/practice/payers', name: 'Payers', permission: 'practice.write' },
    { to: '/practice/fees', name: 'Fees', permission: 'fee.write' },
  ],
} as const;

/** Links to the sibling pages of a part of the administration; the page one is on is told apart. */
export function SectionLinks({ of }: { of: keyof typeof sections }) {
  const { may } = useSession();
  const { pathname } = useLocation();
  return (
    <nav className={style.links} aria-label={`Pages of ${of}`}>
      {sections[of]
        .filter(({ permission }) => may(permission))
        .map(({ to, name }) => (
          <Link
            key={to}
            to={to}
            className={to === pathname ? `${style.link} ${style.here}` : style.link}
            {...(to === pathname ? { 'aria-current': 'page' as const } : {})}
          >
            {name}
          </Link>
        ))}
    </nav>
  );
}
