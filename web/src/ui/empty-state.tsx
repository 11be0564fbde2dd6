import type { ReactNode } from 'react';
import style from './states.module.css';

/** Nothing is here: says why, and what to do next (`children` holds the button). */
export function EmptyState({
  title,
  hint,
  children,
}: {
  title: string;
  hint?: string;
  children?: ReactNode;
}) {
  return (
    <div className={style.state}>
      <p className={style.title}>{title}</p>
      {hint && <p className={style.quiet}>{hint}</p>}
      {children}
    </div>
  );
}
