import { type PageAction, useActions } from './actions.ts';

/** Actions of the page that have no key of their own; the palette (Ctrl-K) lists them. */
export function useCommands(commands: readonly Omit<PageAction, 'key'>[]): void {
  useActions(commands);
}
