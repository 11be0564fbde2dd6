import type { DocumentView, Encounter } from '@superbill/contract';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { EmptyState, reveal } from '../ui/index.ts';
import type { PickedWords, RecordMark } from './mark.ts';
import style from './record.module.css';
import { RecordDocument } from './record-document.tsx';
import { RecordNav } from './record-nav.tsx';

interface Props {
  encounter: Encounter;
  marks?: readonly RecordMark[];
  /** The mark to be seen, painted strongly; `jump` changes when it is to be sought again. */
  active?: string | undefined;
  jump?: number;
  onMark?: (id: string) => void;
  onPick?: (words: PickedWords | undefined) => void;
  /** Stands beside the list of documents. */
  tools?: ReactNode;
}

/**
 * The record of a visit as one text: notes, results, reports, problem lists and addenda below one another,
 * each under its own heading, so that reading on and jumping to evidence need no tab.
 */
export function RecordPane({ encounter, marks = [], active, jump = 0, onMark, onPick, tools }: Props) {
  const { documents, observations } = encounter;
  const scroller = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Record<string, number>>({});
  const versionOf = ({ id, version }: DocumentView) => shown[id] ?? version;
  const target = marks.find(({ id }) => id === active)?.evidence;

  // Evidence may stand in an earlier version: then that one is laid open, and says that it is earlier.
  useEffect(() => {
    if (!target || jump < 0) return;
    setShown((now) => ({ ...now, [target.documentId]: target.version }));
  }, [target, jump]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: sought again whenever jump says so
  useEffect(() => {
    const mark = scroller.current?.querySelector('[data-active="true"]');
    if (mark) reveal(mark);
  }, [active, jump]);

  if (documents.length === 0) {
    return (
      <EmptyState
        title="Nothing is in the record yet."
        hint="The note is added on the visit's page, or comes from the practice's record system."
      >
        {tools}
      </EmptyState>
    );
  }
  return (
    <div className={style.pane}>
      <RecordNav documents={documents} observations={observations} scroller={scroller} tools={tools} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section ref={scroller} className={style.scroller} aria-label="Record" tabIndex={0}>
        {documents.map((document) => (
          <RecordDocument
            key={document.id}
            document={document}
            amends={documents.find(({ id }) => id === document.amendsId)?.title}
            version={versionOf(document)}
            onVersion={(version) => setShown((now) => ({ ...now, [document.id]: version }))}
            marks={marks}
            observations={observations}
            active={active}
            onMark={onMark}
            onPick={onPick}
          />
        ))}
      </section>
    </div>
  );
}
