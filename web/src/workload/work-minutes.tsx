import type { WorkItem } from '@superbill/contract';
import style from './workload.module.css';

/** `18 min`, with what it is made of: `12 usual for cardiology, outpatient + 6 because of 4 documents; 10 to 32`. */
export function WorkMinutes({ item: { minutes, low, high, parts } }: { item: WorkItem }) {
  const why = parts.map((part) => `${part.minutes} ${part.because}`).join(' + ');
  return (
    <span>
      <span className="sb-number">{minutes} min</span>
      <span className={style.aside}>
        {why}; mostly {low} to {high}
      </span>
    </span>
  );
}
