import { useKeys } from '../ui/index.ts';

/** From anywhere on the page, `j` goes into its list; inside, the list's own keys take over. */
export function useListKeys(): void {
  useKeys([
    {
      key: 'j',
      does: 'Go to the list',
      run: () => document.querySelector<HTMLElement>('[role="grid"] [role="row"][tabindex="0"]')?.focus(),
    },
  ]);
}
