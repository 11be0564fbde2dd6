import type { KeyboardEvent } from 'react';
import { type Diagnosis, mostPointers } from './charge-values.ts';
import style from './charges.module.css';

interface Props {
  /** `the charge 99213`, `the new charge`. */
  about: string;
  diagnoses: readonly Diagnosis[];
  pointed: readonly string[];
  disabled?: boolean;
  onToggle: (id: string) => void;
}

/** The diagnoses a service was for: pressed by hand or by the keys 1 to 9, in the order they count. */
export function PointerButtons({ about, diagnoses, pointed, disabled = false, onToggle }: Props) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const form = event.currentTarget.closest('form');
    if (event.key === 'Enter' && form) {
      // In a charge that is being typed Enter keeps it, wherever the focus is; Space presses a button.
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault();
      const buttons: HTMLElement[] = [...event.currentTarget.querySelectorAll('button')];
      const at = event.target instanceof HTMLElement ? buttons.indexOf(event.target) : 0;
      buttons[at + (event.key === 'ArrowRight' ? 1 : -1)]?.focus();
      return;
    }
    if (!/^[1-9]$/.test(event.key)) return;
    const diagnosis = diagnoses[Number(event.key) - 1];
    event.preventDefault();
    if (diagnosis && !disabled) onToggle(diagnosis.id);
  }
  const numbers = pointed.map((id) => diagnoses.findIndex((each) => each.id === id) + 1);
  const inOrder = numbers.every((number, i) => i === 0 || (numbers[i - 1] ?? 0) < number);
  return (
    <fieldset className={style.pointers} onKeyDown={onKeyDown}>
      <legend className="sb-hidden">Diagnoses for {about}</legend>
      {diagnoses.map(({ id, code, title }, i) => {
        const on = pointed.includes(id);
        return (
          <button
            key={id}
            type="button"
            aria-pressed={on}
            aria-label={`Diagnosis ${i + 1}, ${code}, for ${about}`}
            title={`${code} ${title}`}
            tabIndex={i === 0 ? 0 : -1}
            aria-disabled={disabled || (!on && pointed.length >= mostPointers)}
            className={pointed[0] === id ? `${style.pointer} ${style.first}` : style.pointer}
            onClick={() => !disabled && onToggle(id)}
          >
            {i + 1}
          </button>
        );
      })}
      {!inOrder && <span className={style.order}>{numbers.join(', ')}</span>}
    </fieldset>
  );
}
