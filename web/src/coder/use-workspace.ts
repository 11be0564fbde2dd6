import type { Encounter, SuggestionView } from '@superbill/contract';
import type { Evidence } from '@superbill/engines/model';
import { useRef, useState } from 'react';
import type { PickedWords } from '../record/mark.ts';
import { codeOfMark, codingMarks, evidenceOf, markOf, pickedMark } from './coding-marks.ts';
import { acceptSuggestion, chooseInstead, moveCode, rejectSuggestion } from './coding-state.ts';
import { afterRemoval, type Cursor, nextOpen, standing, step } from './cursor.ts';
import type { SearchRow } from './search-rows.ts';
import type { Side } from './split-pane.tsx';
import type { CodeSearch } from './use-code-search.ts';
import type { Decisions } from './use-decisions.ts';

/**
 * Where the coder stands in a visit and what each act does: the cursor over codes and suggestions, the span of
 * the record being looked at, the words picked, and a code found by search that still wants its words.
 */
export function useWorkspace(encounter: Encounter, decisions: Decisions, search: CodeSearch) {
  const { coding, decide } = decisions;
  const [wished, setWished] = useState<Cursor>();
  const [span, setSpan] = useState(0);
  const [jump, setJump] = useState(0);
  const [picked, setPicked] = useState<PickedWords>();
  const [tying, setTying] = useState<SearchRow>();
  const [aimed, setAimed] = useState(false);
  const [side, setSide] = useState<Side>('codes');
  const focusRow = useRef(false);
  const field = useRef<HTMLInputElement>(null);

  const cursor = standing(coding, wished);
  const spans = cursor ? evidenceOf(coding, cursor.code) : [];
  const suggestion =
    cursor?.list === 'suggestions' ? coding.suggestions.find(({ code }) => code === cursor.code) : undefined;

  /** Stands on a row; by a key, the row takes the focus too. */
  function stand(next: Cursor | undefined, byKey = true) {
    if (!next) return;
    if (next.code !== cursor?.code) setSpan(0);
    setWished(next);
    setAimed(false);
    focusRow.current = byKey;
    setJump((n) => n + 1);
  }
  function leaveSearch() {
    search.setText('');
    setTying(undefined);
    setAimed(false);
    stand(cursor);
  }
  function assign({ code, title, path }: SearchRow, evidence: Evidence) {
    const { documentId, version, start, end, quote } = evidence;
    decide(
      [
        {
          kind: 'assign',
          code: {
            system: search.system,
            code,
            title,
            origin: 'search',
            path,
            evidence: [{ documentId, version, start, end, quote }],
          },
        },
      ],
      `${code} assigned.`,
      cursor,
    );
    search.setText('');
    setTying(undefined);
    setPicked(undefined);
    setSide('codes');
    stand({ list: 'codes', code });
  }

  return {
    cursor,
    suggestion,
    /** What the suggestion might be instead, without what is on the visit already. */
    alternatives: (suggestion?.alternatives ?? []).filter(
      ({ code }) => !coding.codes.some((each) => each.code === code),
    ),
    picked,
    tying,
    side,
    setSide,
    field,
    focusRow,
    marks: codingMarks(coding, encounter.queries, picked),
    active: aimed && picked ? pickedMark : cursor && spans.length > 0 ? markOf(cursor.code, span) : undefined,
    jump,
    /** The words a question would be about: those picked, else those of the code at the cursor. */
    words: picked ? [picked] : spans,
    stand,
    move: (by: number) => stand(step(coding, cursor, by)),
    nextSpan: () => {
      if (spans.length === 0) return;
      // The first press shows where one stands; each further one goes on.
      setSpan((now) => (aimed ? now : (now + 1) % spans.length));
      setAimed(false);
      setSide('record');
      setJump((n) => n + 1);
    },
    openMark: (mark: string) => {
      const code = codeOfMark(mark);
      if (code === undefined) return;
      const suggested = coding.suggestions.some((each) => each.code === code);
      stand({ list: suggested ? 'suggestions' : 'codes', code }, false);
      setSpan(Number(mark.slice(mark.lastIndexOf('/') + 1)));
    },
    pick: (words: PickedWords | undefined) => {
      setPicked(words);
      setAimed(words !== undefined);
    },
    /** Shows words in the record that a code may stand on. */
    aim: ({ documentId, version, start, end, quote }: Evidence) => {
      setPicked({ documentId, version, start, end, quote });
      setAimed(true);
      setJump((n) => n + 1);
    },
    accept: (one: SuggestionView | undefined = suggestion) => {
      if (!one) return;
      const at: Cursor = { list: 'suggestions', code: one.code };
      decide(acceptSuggestion(one), `${one.code} accepted.`, at);
      stand(nextOpen(coding, at));
    },
    reject: (one: SuggestionView | undefined = suggestion) => {
      if (!one) return;
      const at: Cursor = { list: 'suggestions', code: one.code };
      decide(rejectSuggestion(one), `${one.code} rejected.`, at);
      stand(nextOpen(coding, at));
    },
    /** Takes an alternative of the suggestion at the cursor in its stead. */
    choose: (alternative: SuggestionView['alternatives'][number] | undefined) => {
      if (!suggestion || !alternative) return;
      const at: Cursor = { list: 'suggestions', code: suggestion.code };
      decide(
        chooseInstead(suggestion, alternative),
        `${alternative.code} chosen instead of ${suggestion.code}.`,
        at,
      );
      stand(nextOpen(coding, at));
    },
    remove: (code: string) => {
      decide([{ kind: 'remove', code }], `${code} taken off.`, { list: 'codes', code }, true);
      stand(afterRemoval(coding, code));
    },
    reorder: (code: string, by: 1 | -1) => {
      const at: Cursor = { list: 'codes', code };
      decide(moveCode(coding, code, by), `${code} moved ${by < 0 ? 'up' : 'down'}.`, at);
      stand(at);
    },
    undo: () => stand(decisions.undo()),
    enterSearch: () => {
      if (picked && search.text === '') search.setText(picked.quote.replace(/\s+/g, ' ').slice(0, 80));
      setSide('codes');
      // On a narrow screen the field is not there before the side is.
      requestAnimationFrame(() => {
        field.current?.focus();
        field.current?.select();
      });
    },
    searchCode: (code: string) => {
      setTying(undefined);
      search.setText(code);
      field.current?.focus();
    },
    leaveSearch,
    /** Takes a row of the search's answer: a heading opens; a code is assigned, or asks for its words first. */
    take: (row: SearchRow) => {
      if (!row.billable) return search.toggle(row.code);
      if (coding.codes.some(({ code }) => code === row.code)) {
        search.setText('');
        return stand({ list: 'codes', code: row.code });
      }
      if (picked) return assign(row, picked);
      setTying(row);
    },
    tie: () => tying && picked && assign(tying, picked),
    backToResults: () => {
      setTying(undefined);
      setPicked(undefined);
      requestAnimationFrame(() => field.current?.focus());
    },
  };
}

export type WorkspaceHandle = ReturnType<typeof useWorkspace>;
