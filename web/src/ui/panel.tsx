import { type ReactNode, useId } from 'react';
import style from './panel.module.css';

/** A titled part of a page, with its own buttons. */
export function Panel({ title, tools, children }: { title: string; tools?: ReactNode; children: ReactNode }) {
  const heading = useId();
  return (
    <section className={style.panel} aria-labelledby={heading}>
      <div className={style.head}>
        <h2 id={heading}>{title}</h2>
        {tools}
      </div>
      <div className={style.body}>{children}</div>
    </section>
  );
}
