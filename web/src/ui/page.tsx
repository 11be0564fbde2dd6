import { type ReactNode, useEffect, useRef } from 'react';
import style from './page.module.css';

interface Props {
  title: string;
  /** Beside the title: whose page, which date, a badge. */
  detail?: ReactNode;
  /** Buttons and filters at the right. */
  toolbar?: ReactNode;
  /** Takes exactly the height of the window; its parts scroll inside (worklists, side by side views). */
  fill?: boolean;
  children: ReactNode;
}

/** The frame of every staff page: heading, toolbar, body. Names the browser's tab and takes the focus. */
export function Page({ title, detail, toolbar, fill = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Superbill`;
  }, [title]);
  useEffect(() => {
    // A new page is announced from its heading, unless a field on it already took the focus.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={fill ? `${style.page} ${style.fill}` : style.page}>
      <div className={style.head}>
        <h1 ref={heading} tabIndex={-1} className={style.title}>
          {title}
        </h1>
        {detail && <div className={style.detail}>{detail}</div>}
        {toolbar && <div className={style.toolbar}>{toolbar}</div>}
      </div>
      <div className={style.body}>{children}</div>
    </div>
  );
}
