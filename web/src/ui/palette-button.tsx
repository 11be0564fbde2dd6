import { spotlight } from '@mantine/spotlight';
import { KeyHint } from './key-hint.tsx';
import style from './palette-button.module.css';

/** Opens the palette for those who do not know the key yet. */
export function PaletteButton() {
  return (
    <button type="button" className={style.button} onClick={spotlight.open}>
      <span aria-hidden className={style.glass}>
        ⌕
      </span>
      <span className={style.words}>Go to or do</span>
      <KeyHint keys="mod+k" />
    </button>
  );
}
