import type { DocumentView, Observation } from '@superbill/contract';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useKeys } from '../ui/index.ts';
import { countOutOfRange } from './mark.ts';
import style from './record.module.css';
import { anchorOf } from './record-document.tsx';

interface Props {
  documents: readonly DocumentView[];
  observations: readonly Observation[];
  scroller: RefObject<HTMLElement | null>;
  tools: ReactNode;
}

/** The documents of the record by name; pressing one brings it up, and the one being read is marked. */
export function RecordNav({ documents, observations, scroller, tools }: Props) {
  const [here, setHere] = useState(documents[0]?.id);

  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const look = () => setHere(topmost(box, documents));
    box.addEventListener('scroll', look, { passive: true });
    return () => box.removeEventListener('scroll', look);
  }, [scroller, documents]);

  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name of what is being read stays in sight
  useEffect(() => {
    const name = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (!name || !list.current) return;
    const { scrollLeft, clientWidth } = list.current;
    const hidden =
      name.offsetLeft < scrollLeft || name.offsetLeft + name.offsetWidth > scrollLeft + clientWidth;
    if (hidden) list.current.scrollLeft = name.offsetLeft - 40;
  }, [here]);

  const bring = (id: string | undefined) => {
    const box = scroller.current;
    const article = id === undefined ? null : document.getElementById(anchorOf(id));
    if (!box || !article || id === undefined) return;
    box.scrollTo({ top: article.offsetTop, behavior: 'instant' });
    setHere(id);
  };
  const step = (by: 1 | -1) => bring(documents[documents.findIndex(({ id }) => id === here) + by]?.id);
  useKeys([
    { key: '[', does: 'Go to the document before', run: () => step(-1) },
    { key: ']', does: 'Go to the next document', run: () => step(1) },
  ]);

  return (
    <nav className={style.nav} aria-label="Documents">
      <ul ref={list}>
        {documents.map(({ id, title }) => {
          const out = countOutOfRange(id, observations);
          return (
            <li key={id}>
              <button
                type="button"
                aria-current={id === here ? 'location' : undefined}
                onClick={() => bring(id)}
              >
                {title}
                {out > 0 && (
                  <span className={style.out}>
                    {out}
                    <span className="sb-hidden"> out of range</span>
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
      {tools}
    </nav>
  );
}

/** The document whose heading stands at the top of what is seen; at the very end, the last one. */
function topmost(box: HTMLElement, documents: readonly DocumentView[]): string | undefined {
  if (box.scrollTop > 0 && box.scrollTop + box.clientHeight >= box.scrollHeight - 2)
    return documents.at(-1)?.id;
  const passed = documents.filter(({ id }) => {
    const article = document.getElementById(anchorOf(id));
    return article !== null && article.offsetTop <= box.scrollTop + 40;
  });
  return (passed.at(-1) ?? documents[0])?.id;
}
