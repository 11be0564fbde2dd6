import { Menu } from '@mantine/core';
import style from './row-actions.module.css';

interface Props {
  /** What the row is about, for those who hear the button. */
  name: string;
  actions: readonly { does: string; run: () => void; danger?: boolean }[];
}

/** What can be done with one row of a list; Enter on the row does the first of it. */
export function RowActions({ name, actions }: Props) {
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <button
          type="button"
          className={style.button}
          aria-label={`Change ${name}`}
          onClick={(event) => event.stopPropagation()}
        >
          Change
        </button>
      </Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
        {actions.map(({ does, run, danger }) => (
          <Menu.Item key={does} onClick={run} {...(danger ? { c: 'var(--sb-bad)' } : {})}>
            {does}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
