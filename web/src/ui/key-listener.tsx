import { useEffect } from 'react';
import { offeredNow } from './actions.ts';
import { isPress } from './key-match.ts';

/** Listens for the keys of every action on offer. Mounted once. */
export function KeyListener() {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      // The page beneath is out of reach while the session is locked.
      if (document.body.hasAttribute('data-locked')) return;
      const dialog = document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
      const typing = isTyping(event.target);
      for (const { key, run, inDialog } of offeredNow()) {
        if (key === undefined || !isPress(key, event)) continue;
        if (dialog && !inDialog) continue;
        if (typing && !/(mod|alt)\+/.test(key)) continue;
        if (pressesControl(event)) continue;
        event.preventDefault();
        run();
        return;
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select')) return true;
  return target.matches('input:not([type="checkbox"]):not([type="radio"]):not([type="button"])');
}

/** Enter and Space belong to the button or link that has the focus. */
function pressesControl({ key, target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || (key !== 'Enter' && key !== ' ')) return false;
  return target instanceof HTMLElement && target.matches('button, a, summary, [role="button"], [role="row"]');
}
