import style from './key-hint.module.css';
import { keyParts } from './key-match.ts';

/** Keys as on the keyboard: `<KeyHint keys="mod+Enter" />`. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className={style.keys}>
      {keyParts(keys).map((part) => (
        <kbd key={part} className={style.key}>
          {part}
        </kbd>
      ))}
    </span>
  );
}
