import { Button, TextInput } from '@mantine/core';
import type { DocumentView } from '@superbill/contract';
import type { Evidence } from '@superbill/engines/model';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { PickedWords } from '../record/mark.ts';
import { KeyHint } from '../ui/index.ts';
import { findPassages } from './find-passages.ts';
import style from './search.module.css';
import type { SearchRow } from './search-rows.ts';

interface Props {
  code: SearchRow;
  /** What was typed to find the code. */
  typed: string;
  documents: readonly DocumentView[];
  picked: PickedWords | undefined;
  onAim: (words: Evidence) => void;
  onTie: () => void;
  onBack: () => void;
}

const listId = 'passages';

/** How much of the sentence is shown on either side of the words, in UTF-16 units. */
const around = 48;

/**
 * A code found by search stands on words of the record. The likeliest words are found and shown in the record
 * at once; arrows go through them, other words can be typed, or simply selected in the record. Enter assigns.
 */
export function TieWords({ code, typed, documents, picked, onAim, onTie, onBack }: Props) {
  const first = useMemo(() => firstWords(documents, typed, code.title), [documents, typed, code.title]);
  const [words, setWords] = useState(first);
  const passages = useMemo(() => findPassages(documents, words, 8), [documents, words]);
  const at = passages.findIndex(({ evidence }) => isSameSpan(evidence, picked));
  const field = useRef<HTMLInputElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first passage is shown when the passages change
  useEffect(() => {
    const best = passages[0];
    if (best) onAim(best.evidence);
  }, [passages]);
  useEffect(() => field.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) {
      const to = passages[Math.min(passages.length - 1, Math.max(0, at + by))];
      if (to) onAim(to.evidence);
    } else if (event.key === 'Enter' && picked) onTie();
    else if (event.key === 'Escape') onBack();
    else return;
    event.preventDefault();
  }

  return (
    <section className={style.tie} aria-label={`Words for ${code.code}`}>
      <div className={style.tieHead}>
        <p>
          Which words of the record say <strong>{code.code}</strong> {code.title}?
        </p>
        <TextInput
          ref={field}
          role="combobox"
          aria-label="Words in the record"
          aria-expanded={passages.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          {...(at >= 0 ? { 'aria-activedescendant': `passage-${at}` } : {})}
          placeholder="Type words of the record, or select them in it"
          autoComplete="off"
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        id={listId}
        role="listbox"
        aria-label="Places in the record"
        className={style.passages}
        tabIndex={-1}
      >
        {passages.map(({ evidence, title, before, after }, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field holds the focus and its keys choose the place
          <div
            key={`${evidence.documentId} ${evidence.start}`}
            id={`passage-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            className={style.passage}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onAim(evidence)}
          >
            <span className={style.sentence}>
              {before.length > around && '… '}
              {before.slice(-around)}
              <mark>{evidence.quote}</mark>
              {after.slice(0, around)}
            </span>
            <span className={style.from}>{title}</span>
          </div>
        ))}
        {passages.length === 0 && (
          <div className={style.passage} role="option" aria-selected={false} aria-disabled tabIndex={-1}>
            These words do not stand in the record. Type others, or select words in it.
          </div>
        )}
      </div>
      <div className={style.tieFoot}>
        <Button variant="default" onClick={onBack}>
          Back
        </Button>
        <Button disabled={!picked} onClick={onTie} rightSection={<KeyHint keys="Enter" />}>
          Assign {code.code}
        </Button>
      </div>
    </section>
  );
}

/** What was typed, if it is found in the record and is no code; else the words of the title. */
function firstWords(documents: readonly DocumentView[], typed: string, title: string): string {
  const isCode = /^[A-Za-z]\d[\dA-Za-z]?\.?[\dA-Za-z]*$/.test(typed.trim());
  return !isCode && findPassages(documents, typed, 1).length > 0 ? typed : title;
}

function isSameSpan(a: Evidence, b: PickedWords | undefined): boolean {
  return a.documentId === b?.documentId && a.version === b.version && a.start === b.start && a.end === b.end;
}
