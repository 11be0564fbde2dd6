import type { Evidence } from '@superbill/engines/model';
import type { ComponentProps, ReactNode } from 'react';
import style from './fold.module.css';

interface Props extends Omit<ComponentProps<'details'>, 'title'> {
  title: ReactNode;
  /** How many lines are inside. */
  count?: number;
}

/** A part of the coder's column that folds away beneath its title. */
export function Fold({ title, count, className = '', children, ...details }: Props) {
  return (
    <details className={`${style.fold} ${className}`} {...details}>
      <summary>
        {title} {count !== undefined && <span className={style.count}>{count}</span>}
      </summary>
      {children}
    </details>
  );
}

/** Words of the record as a button that shows where they stand. */
export function RecordWords({ span, onShow }: { span: Evidence; onShow: (evidence: Evidence) => void }) {
  return (
    <InlineButton onClick={() => onShow(span)}>
      “{span.quote}”<span className="sb-hidden"> in the record</span>
    </InlineButton>
  );
}

/** A button that stands in a line of text as a link does. */
export function InlineButton(button: ComponentProps<'button'>) {
  return <button type="button" className={style.words} {...button} />;
}
