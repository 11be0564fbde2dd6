import { routes } from '@superbill/contract';
import { useChange } from '../api/use-change.ts';
import style from './bill.module.css';
import controls from './controls.module.css';
import { useSpoken } from './spoken.ts';

/** Leaves nothing behind on a device that others use. A bill that has ended by itself is closed too. */
export function CloseBill({ onClosed }: { onClosed: () => void }) {
  const { words } = useSpoken();
  const close = useChange(routes.closeBill, { onDone: onClosed });
  const run = () => close.mutate({}, { onError: ({ status }) => status === 401 && onClosed() });
  return (
    <div className={style.close}>
      <div className={controls.row}>
        <button type="button" className={controls.button} onClick={() => print()}>
          {words.print}
        </button>
        <button
          type="button"
          className={controls.button}
          aria-disabled={close.isPending}
          onClick={() => !close.isPending && run()}
        >
          {close.isPending ? words.closing : words.close}
        </button>
      </div>
      <p className={style.hint}>{words.closeHint}</p>
      <p role="alert" className={controls.problem}>
        {close.error && close.error.status !== 401 && words.closeFailed}
      </p>
    </div>
  );
}
