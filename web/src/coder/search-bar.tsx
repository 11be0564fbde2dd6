import { NativeSelect, TextInput } from '@mantine/core';
import type { CodeSystem } from '@superbill/engines/model';
import type { KeyboardEvent, RefObject } from 'react';
import { KeyHint, systemNames } from '../ui/index.ts';
import style from './search.module.css';
import { optionId, resultsId } from './search-results.tsx';
import type { SearchRow } from './search-rows.ts';
import type { CodeSearch } from './use-code-search.ts';

interface Props {
  search: CodeSearch;
  field: RefObject<HTMLInputElement | null>;
  disabled: boolean;
  /** Whether the answer is to be seen below. */
  answering: boolean;
  onPick: (row: SearchRow) => void;
  onLeave: () => void;
}

const systems = Object.entries(systemNames).map(([value, label]) => ({ value, label }));

/** The field over the full code set. It keeps the focus; arrows move in the answer, Enter takes, Esc leaves. */
export function SearchBar({ search, field, disabled, answering, onPick, onLeave }: Props) {
  const { text, at, rows } = search;
  const open = text.trim() !== '';

  function onKeyDown(event: KeyboardEvent) {
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 } as const;
    const by = Object.entries(moves).find(([key]) => key === event.key)?.[1];
    if (by !== undefined) search.move(by);
    else if (event.key === 'Enter' && at) onPick(at);
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  }

  return (
    <div className={style.bar}>
      <TextInput
        ref={field}
        className={style.field ?? ''}
        type="search"
        role="combobox"
        aria-label="Search the code set"
        aria-expanded={answering && rows.length > 0}
        {...(answering && rows.length > 0 ? { 'aria-controls': resultsId } : {})}
        aria-autocomplete="list"
        {...(answering && at ? { 'aria-activedescendant': optionId(at.code) } : {})}
        placeholder="Any words, an abbreviation or a code"
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        value={text}
        onChange={({ currentTarget }) => search.setText(currentTarget.value)}
        onKeyDown={onKeyDown}
        rightSection={open ? null : <KeyHint keys="/" />}
      />
      <NativeSelect
        aria-label="Code set"
        data={systems}
        disabled={disabled}
        value={search.system}
        onChange={({ currentTarget: { value } }) => {
          const system = systems.find((each) => each.value === value)?.value;
          if (system) search.setSystem(system as CodeSystem);
        }}
      />
    </div>
  );
}
