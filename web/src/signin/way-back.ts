import { localPath } from './local-path.ts';

const key = 'superbill.way-back';

/** Keeps where a person wanted to go while this tab is away at the identity provider. */
export function keepWayBack(back: string | undefined): void {
  const path = localPath(back);
  if (path === undefined) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, path);
}

/** Where the person wanted to go before they went away. */
export function takeWayBack(): string {
  const path = localPath(sessionStorage.getItem(key) ?? undefined) ?? '/';
  sessionStorage.removeItem(key);
  return path;
}
