/**
 * The file, whose segments end with `~` and no line break, with its first place replaced and SE01 counted anew,
 * so that no other fault comes in with it.
 */
export function spoiled(file: string, from: string | RegExp, to: string): string {
  const changed = file.replace(from, to);
  if (changed === file) throw new Error(`nothing to replace: ${from}`);
  const segments = changed.split('~');
  const start = segments.findIndex((segment) => segment.startsWith('ST*'));
  const end = segments.findIndex((segment) => segment.startsWith('SE*'));
  return changed.replace(/~SE\*\d+/, `~SE*${end - start + 1}`);
}
