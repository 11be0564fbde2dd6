import { Menu, useMantineColorScheme } from '@mantine/core';
import { useSession } from '../api/use-session.ts';
import { useGo } from '../router/use-place.ts';
import { lockScreen } from '../signin/lock-wanted.ts';
import { useCommands } from './use-commands.ts';
import style from './user-menu.module.css';

const schemes = [
  { scheme: 'light', name: 'Light' },
  { scheme: 'dark', name: 'Dark' },
  { scheme: 'auto', name: 'As the system' },
] as const;

/** Who is signed in; their account; light or dark; sign out. */
export function UserMenu() {
  const { session, signOut } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const go = useGo();
  const leave = () => void signOut();
  useCommands([
    ...schemes.map(({ scheme, name }) => ({
      does: `Colours: ${name.toLowerCase()}`,
      everywhere: true,
      run: () => setColorScheme(scheme),
    })),
    { does: 'My account', everywhere: true, run: () => go('/account') },
    { does: 'Sign out', everywhere: true, run: leave },
  ]);
  return (
    <Menu position="bottom-end" width={210} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <button type="button" className={style.button}>
          <span aria-hidden>{initials(session.user.name)}</span>
          <span className="sb-hidden">{session.user.name}: account, colours, sign out</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.user.name}</Menu.Label>
        <Menu.Item onClick={() => go('/account')}>My account</Menu.Item>
        <Menu.Divider />
        {schemes.map(({ scheme, name }) => (
          <Menu.Item
            key={scheme}
            onClick={() => setColorScheme(scheme)}
            rightSection={colorScheme === scheme ? '✓' : null}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={lockScreen}>Lock the screen</Menu.Item>
        <Menu.Item onClick={leave}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function initials(name: string): string {
  const parts = name.replace(/^(Dr\.?|Mr\.?|Ms\.?)\s+/i, '').split(/\s+/);
  return `${parts[0]?.[0] ?? ''}${parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}
