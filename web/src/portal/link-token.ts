/** The secret of the link, for as long as it takes to open the bill; it is stored nowhere else. */
let held: string | undefined;

/** The token of the link this page was opened with: it stands after `#`, where no server sees it. */
export function readToken(): string | undefined {
  const hash = location.hash.slice(1);
  if (hash !== '') held = hash;
  return held;
}

/** Takes the token out of the address bar and of the history, where the next person at the device would find it. */
export function hideToken(): void {
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search);
}

/** The link is spent. */
export function forgetToken(): void {
  held = undefined;
}
