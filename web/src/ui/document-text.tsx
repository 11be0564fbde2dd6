import { useEffect, useRef } from 'react';
import style from './document-text.module.css';
import { segmentsOf, type TextSpan, trimmed } from './spans.ts';

export interface DocumentSpan extends TextSpan {
  /** `code` for assigned, `suggestion`, `query`; the colour of the ground. */
  tone?: 'code' | 'suggestion' | 'query';
  /** Spoken and shown on hover: `E11.9 Type 2 diabetes`. */
  label?: string;
}

export interface TextSelection {
  start: number;
  end: number;
  quote: string;
}

interface Props {
  /** Names the region: the document's title. */
  label: string;
  text: string;
  spans?: readonly DocumentSpan[];
  /** Painted strongly and scrolled to. */
  activeSpan?: string | undefined;
  onSpan?: (id: string) => void;
  /** The words the person selected, in UTF-16 offsets of `text`; undefined when the selection is gone. */
  onSelect?: (selection: TextSelection | undefined) => void;
}

/**
 * A document's plain text with highlighted spans. Only text nodes are made of it: nothing in a note can
 * become markup.
 */
export function DocumentText({ label, text, spans = [], activeSpan, onSpan, onSelect }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (activeSpan === undefined) return;
    const first = box.current?.querySelector('[data-active="true"]');
    first?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, [activeSpan]);

  const byId = new Map(spans.map((span) => [span.id, span]));
  const report = () => {
    if (onSelect && box.current) onSelect(selectionIn(box.current, text));
  };
  return (
    <section
      ref={box}
      className={style.text}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard
      tabIndex={0}
      onMouseUp={report}
      onKeyUp={report}
    >
      {segmentsOf(text, spans).map((segment) => {
        const own = segment.spans.map((id) => byId.get(id)).filter((span) => span !== undefined);
        const top = own.find(({ id }) => id === activeSpan) ?? own[0];
        if (!top) return <span key={segment.start}>{segment.text}</span>;
        const active = top.id === activeSpan;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the same spans are reached by keys in the list beside
          <mark
            key={segment.start}
            data-active={active}
            data-spans={segment.spans.join(' ')}
            className={`${style[top.tone ?? 'suggestion']} ${active ? style.active : ''}`}
            title={own.flatMap((span) => span.label ?? []).join(' · ')}
            onClick={() => onSpan?.(top.id)}
          >
            {segment.text}
          </mark>
        );
      })}
    </section>
  );
}

/** The selection as offsets: all text inside the box is text nodes of `text`, so lengths add up. */
function selectionIn(box: HTMLElement, text: string): TextSelection | undefined {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  if (!box.contains(range.commonAncestorContainer)) return undefined;
  const before = document.createRange();
  before.setStart(box, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return trimmed(text, start, start + range.toString().length);
}
