import type { DayLoadView } from '@superbill/contract';
import { minutesText } from './minutes.ts';
import style from './workload.module.css';

/** One day as a bar: what it holds against the time there is; what does not fit stands beyond it. The words are read out. */
export function DayBar({ load: { available, planned, needed, over } }: { load: DayLoadView }) {
  const held = Math.max(planned, needed - over);
  const whole = Math.max(available, held + over, 1);
  const words =
    over > 0
      ? `${minutesText(held)} of ${minutesText(available)}, ${minutesText(over)} too much`
      : `${minutesText(held)} of ${minutesText(available)}`;
  return (
    <div className={style.day} title={words}>
      <div className={style.track} aria-hidden>
        <span className={style.held} style={{ width: `${(held / whole) * 100}%` }} />
        {over > 0 && <span className={style.over} style={{ width: `${(over / whole) * 100}%` }} />}
      </div>
      <span className={style.minutes} aria-hidden>
        {held}/{available}
        {over > 0 && <b> +{over}</b>}
      </span>
      <span className="sb-hidden">{words}</span>
    </div>
  );
}
