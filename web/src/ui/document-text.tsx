import { useEffect, useRef } from 'react';
import style from './document-text.module.css';
import { reveal } from './reveal.ts';
import { segmentsOf, type TextSpan, trimmed } from './spans.ts';

export type SpanTone = 'code' | 'suggestion' | 'rejected' | 'query' | 'chosen' | 'high' | 'low';

export interface DocumentSpan extends TextSpan {
  /**
   * The colour of the ground: `code` for assigned, `suggestion`, `rejected`, `query`, `chosen` for the words the
   * person has just picked. `high` and `low` mark a value out of range and stand under any other.
   */
  tone?: SpanTone;
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
  /** Painted strongly, and scrolled to unless it is in sight. */
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
    if (first) reveal(first);
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
      onKeyUp={({ key, shiftKey }) => {
        // Only keys that can have changed the selection; a single-key command must not lose it.
        if (shiftKey || key === 'Shift') report();
      }}
    >
      {segmentsOf(text, spans).map((segment) => {
        const own = segment.spans.map((id) => byId.get(id)).filter((span) => span !== undefined);
        const top = own.find(({ id }) => id === activeSpan) ?? own[0];
        if (!top) return <span key={segment.start}>{segment.text}</span>;
        const active = top.id === activeSpan;
        const value = own.find(({ tone }) => tone === 'high' || tone === 'low')?.tone;
        const names = [style[top.tone ?? 'suggestion'], value && style[value], active && style.active];
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the same spans are reached by keys in the list beside
          <mark
            key={segment.start}
            data-active={active}
            data-spans={segment.spans.join(' ')}
            className={names.filter(Boolean).join(' ')}
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
