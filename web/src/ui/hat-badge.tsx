import { Menu } from '@mantine/core';
import { type Role, roleNames } from '@superbill/contract';
import { isProblem } from '../api/problem.ts';
import { useSession } from '../api/use-session.ts';
import style from './hat-badge.module.css';
import { KeyHint } from './key-hint.tsx';
import { toastProblem } from './toast.tsx';
import { useKeys } from './use-keys.ts';

/** Which hat is on, always in sight, in its word and colour; who holds several switches here or by Alt-H. */
export function HatBadge() {
  const { session, switchHat } = useSession();
  const { hat, roles } = session;
  const next = roles[(roles.indexOf(hat) + 1) % roles.length] ?? hat;
  const putOn = (role: Role) => {
    switchHat(role).catch((error: unknown) => {
      if (!isProblem(error)) throw error;
      toastProblem(error);
    });
  };
  useKeys([
    {
      key: 'alt+h',
      does: `Put on the ${roleNames[next].toLowerCase()} hat`,
      everywhere: true,
      disabled: next === hat,
      run: () => putOn(next),
    },
  ]);

  const worn = `${style.hat} ${style[hat]}`;
  if (roles.length < 2) return <span className={worn}>{roleNames[hat]}</span>;
  if (roles.length === 2) {
    return (
      <button
        type="button"
        className={`${worn} ${style.button}`}
        title={`Put on the ${roleNames[next].toLowerCase()} hat (Alt+H)`}
        onClick={() => putOn(next)}
      >
        {roleNames[hat]} <span aria-hidden>⇄</span>
        <span className="sb-hidden">hat on. Switch to {roleNames[next].toLowerCase()}</span>
      </button>
    );
  }
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <button type="button" className={`${worn} ${style.button}`}>
          {roleNames[hat]} <span aria-hidden>⇄</span>
          <span className="sb-hidden">hat on. Switch</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {roles.map((role) => (
          <Menu.Item
            key={role}
            disabled={role === hat}
            onClick={() => putOn(role)}
            rightSection={role === next ? <KeyHint keys="alt+h" /> : null}
          >
            {roleNames[role]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
