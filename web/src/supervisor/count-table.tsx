import type { ReactNode } from 'react';
import { PageLink } from '../ui/index.ts';
import style from './overview.module.css';

interface CountRow {
  id: string;
  name: string;
  badge: ReactNode;
  count: number;
  /** The worklist of what is counted. */
  place: string;
}

/** Counts with a bar each; the number is the link to the list behind it. */
export function CountTable({ label, rows }: { label: string; rows: readonly CountRow[] }) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <table className={style.counts} aria-label={label}>
      <tbody>
        {rows.map(({ id, badge, count, place, name }) => (
          <tr key={id}>
            <th scope="row">{badge}</th>
            <td className={style.bar} aria-hidden>
              <div style={{ width: `${(count / most) * 100}%` }} />
            </td>
            <td className={style.count}>
              {count === 0 ? (
                0
              ) : (
                <PageLink to={place}>
                  {count.toLocaleString('en-US')}
                  <span className="sb-hidden"> {name}</span>
                </PageLink>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
