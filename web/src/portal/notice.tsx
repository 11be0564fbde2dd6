import type { ReactNode } from 'react';
import { Heading } from './heading.tsx';
import style from './notice.module.css';

/** A state without a bill: what has happened, and what to do. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={style.card}>
      <Heading className={style.title}>{title}</Heading>
      {children}
    </section>
  );
}
