import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Something the person can do on the page that is open, by key, by palette or by both. */
export interface PageAction {
  /** What it does, as a command: `Accept the suggestion`. */
  does: string;
  run: () => void;
  /** `a`, `shift+a`, `mod+Enter`; single keys are ignored while somebody types. */
  key?: string;
  /** Left out of palette and key sheet, and without effect. */
  disabled?: boolean;
  /** Offered on every page; told apart in palette and key sheet. */
  everywhere?: boolean;
  /** Works while a dialog is open; else keys rest until it closes. */
  inDialog?: boolean;
}

type Held = { readonly current: readonly PageAction[] };

const held = new Set<Held>();
const listeners = new Set<() => void>();
let snapshot: readonly PageAction[] = [];

function changed() {
  snapshot = [...held].flatMap(({ current }) => current.filter((action) => !action.disabled));
  for (const listen of listeners) listen();
}

/** Puts actions on offer while the component is mounted. The latest to come wins a key that two want. */
export function useActions(actions: readonly PageAction[]): void {
  const latest = useRef(actions);
  const wording = actions.map(({ does, key, disabled }) => `${does}\0${key}\0${disabled}`).join('\n');
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    held.add(latest);
    return () => {
      held.delete(latest);
      changed();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told again only when the words on offer change
  useEffect(changed, [wording]);
}

/** What is on offer now, for the palette and the sheet of keys. */
export function useOfferedActions(): readonly PageAction[] {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    () => snapshot,
  );
}

/** Every action on offer this instant, the latest first, with the run that belongs to the latest render. */
export function offeredNow(): PageAction[] {
  return [...held].flatMap(({ current }) => current.filter((action) => !action.disabled)).reverse();
}
