import { type ReactNode, useEffect, useRef } from 'react';

/** Whether somebody has touched the page or pressed a key on it yet. */
let used = false;
for (const kind of ['pointerdown', 'keydown']) {
  addEventListener(
    kind,
    () => {
      used = true;
    },
    { once: true, capture: true },
  );
}

/**
 * The first heading of a state. When the state took the place of what held the focus, the focus comes here, so
 * that a screen reader goes on with what is new; on the first load it is left alone.
 */
export function Heading({ className, children }: { className?: string | undefined; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (used && document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}
