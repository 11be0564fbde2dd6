/** A path inside the application to return to; an address of another site or of the sign-in itself is refused. */
export function localPath(back: string | undefined): string | undefined {
  if (back === undefined || !/^\/(?![/\\])/.test(back) || back.startsWith('/sign-in')) return undefined;
  return back;
}
