import { type PageAction, useActions } from './actions.ts';

export interface KeyBinding extends PageAction {
  key: string;
}

/**
 * Single-key shortcuts of the page: `useKeys([{ key: 'n', does: 'Register a patient', run }])`. They are
 * ignored while somebody types, listed by `?`, and found in the palette.
 */
export function useKeys(bindings: readonly KeyBinding[]): void {
  useActions(bindings);
}
