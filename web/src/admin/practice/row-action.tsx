import style from './row-action.module.css';

interface Props {
  does: string;
  /** What the row is about, for those who hear the button. */
  name: string;
  run: () => void;
}

/** What can be done with one row of a list besides opening it. */
export function RowAction({ does, name, run }: Props) {
  return (
    <button
      type="button"
      className={style.button}
      onClick={(event) => {
        event.stopPropagation();
        run();
      }}
    >
      {does}
      <span className="sb-hidden">&nbsp;{name}</span>
    </button>
  );
}
