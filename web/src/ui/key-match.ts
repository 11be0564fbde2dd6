/** What a key binding needs of a keyboard event. */
export interface KeyPress {
  key: string;
  code: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

/**
 * Whether a press is the binding: `n`, `?`, `Enter`, `shift+a`, `alt+h`, `mod+Enter` (`mod` is Ctrl, or Cmd
 * on a Mac). With Alt the letter is read from the key's place, because Alt types other letters on a Mac.
 */
export function isPress(binding: string, press: KeyPress): boolean {
  const parts = binding.split('+');
  const wanted = binding.endsWith('++') ? '+' : (parts.at(-1) ?? '');
  const has = (name: string) => parts.slice(0, -1).includes(name);
  if (has('mod') !== (press.ctrlKey || press.metaKey)) return false;
  if (has('alt') !== press.altKey) return false;
  if (has('shift') && !press.shiftKey) return false;
  if (!has('shift') && press.shiftKey && (wanted.length > 1 || /^[a-z0-9]$/i.test(wanted))) return false;
  if (has('alt') && wanted.length === 1) return press.code === `Key${wanted.toUpperCase()}`;
  return press.key.toLowerCase() === wanted.toLowerCase();
}

const words: Record<string, string> = {
  mod: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** The keys of a binding as they are printed: `mod+k` is `['Ctrl', 'K']`. */
export function keyParts(binding: string): string[] {
  return binding.split('+').map((part) => words[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}
