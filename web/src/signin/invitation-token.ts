let held: string | undefined;

/** The secret of the link: it stands after `#`, where no server sees it, and leaves the address bar at once. */
export function takeToken(): string | undefined {
  const hash = location.hash.slice(1);
  if (hash !== '') {
    held = hash;
    history.replaceState(history.state, '', location.pathname);
  }
  return held;
}
