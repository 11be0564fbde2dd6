import { expect, test } from 'vitest';
import { isPress, keyParts } from './key-match.ts';

const press = (
  key: string,
  held: Partial<Record<'alt' | 'ctrl' | 'meta' | 'shift', boolean>> = {},
  code = '',
) => ({
  key,
  code,
  altKey: held.alt ?? false,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
  shiftKey: held.shift ?? false,
});

test.each([
  { binding: 'n', pressed: press('n'), is: true },
  { binding: 'n', pressed: press('N', { shift: true }), is: false },
  { binding: 'n', pressed: press('n', { ctrl: true }), is: false },
  { binding: '?', pressed: press('?', { shift: true }), is: true },
  { binding: 'shift+a', pressed: press('A', { shift: true }), is: true },
  { binding: 'shift+a', pressed: press('a'), is: false },
  { binding: 'mod+Enter', pressed: press('Enter', { meta: true }), is: true },
  { binding: 'mod+Enter', pressed: press('Enter'), is: false },
  { binding: 'alt+h', pressed: press('˙', { alt: true }, 'KeyH'), is: true },
  { binding: 'alt+h', pressed: press('h', {}, 'KeyH'), is: false },
])('$binding is pressed by $pressed.key: $is', ({ binding, pressed, is }) => {
  expect(isPress(binding, pressed)).toBe(is);
});

test('keys are shown as printed on the keyboard', () => {
  expect(keyParts('mod+k')).toEqual(['Ctrl', 'K']);
  expect(keyParts('ArrowDown')).toEqual(['↓']);
});
