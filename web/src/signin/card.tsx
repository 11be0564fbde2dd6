import { type ReactNode, useEffect } from 'react';
import style from './sign-in.module.css';

/** The one card of the pages before the work: signing in, invited, locked. */
export function Card({ title, claim, children }: { title: string; claim?: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Superbill`;
  }, [title]);
  return (
    <main className={style.page}>
      <div className={style.card}>
        <div>
          <h1 className={style.name}>{title === 'Sign in' ? 'Superbill' : title}</h1>
          {claim && <p className={style.claim}>{claim}</p>}
        </div>
        {children}
      </div>
    </main>
  );
}
