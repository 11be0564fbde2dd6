import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useOfferedActions } from './actions.ts';
import { KeyHint } from './key-hint.tsx';
import style from './keys-sheet.module.css';
import { useKeys } from './use-keys.ts';

/** `?` lists the keys of the page that is open. */
export function KeysSheet() {
  const [open, setOpen] = useState(false);
  useKeys([{ key: '?', does: 'Show the keys of this page', everywhere: true, run: () => setOpen(true) }]);
  const offered = useOfferedActions();
  const actions = [...offered.filter((a) => !a.everywhere), ...offered.filter((a) => a.everywhere)];
  return (
    <Modal opened={open} onClose={() => setOpen(false)} title="Keys on this page" size="md">
      <ul className={style.list}>
        {actions.map(
          ({ key, does }) =>
            key && (
              <li key={key + does}>
                <span>{does}</span>
                <KeyHint keys={key} />
              </li>
            ),
        )}
      </ul>
    </Modal>
  );
}
