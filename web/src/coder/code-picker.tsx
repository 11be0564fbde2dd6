import { Button, TextInput } from '@mantine/core';
import type { CodeSystem, IsoDate } from '@superbill/engines/model';
import { useRef } from 'react';
import { ProblemNote } from '../ui/index.ts';
import style from './second-look.module.css';
import { useCodeSearch } from './use-code-search.ts';

export interface PickedCode {
  system: CodeSystem;
  code: string;
  title: string;
}

interface Props {
  date: IsoDate;
  codes: readonly PickedCode[];
  onAdd: (code: PickedCode) => void;
  onRemove: (code: string) => void;
}

/** Codes picked by search alone, first-listed first. */
export function CodePicker({ date, codes, onAdd, onRemove }: Props) {
  const search = useCodeSearch(
    date,
    codes.map(({ code }) => code),
  );
  const { text, setText, system, rows, problem, settled } = search;
  const field = useRef<HTMLInputElement>(null);
  const offered = rows
    .filter((row) => row.billable && !codes.some(({ code }) => code === row.code))
    .slice(0, 12);
  const add = ({ code, title }: { code: string; title: string }) => {
    onAdd({ system, code, title });
    setText('');
    // The button that was pressed goes with the list; the next code is typed.
    field.current?.focus();
  };
  return (
    <>
      <ol className={style.codes} aria-label="Codes of the second look">
        {codes.map(({ code, title }) => (
          <li key={code}>
            <span>
              <strong className="sb-number">{code}</strong> {title}
            </span>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`Take off ${code}`}
              onClick={() => onRemove(code)}
            >
              Take off
            </Button>
          </li>
        ))}
      </ol>
      <TextInput
        ref={field}
        label="Find a code"
        description="Enter adds the first one found."
        inputWrapperOrder={['label', 'input', 'description']}
        autoComplete="off"
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
        onKeyDown={(event) => {
          const [first] = offered;
          if (event.key === 'Enter' && settled && first) add(first);
        }}
      />
      <ProblemNote problem={problem} />
      <ul className={style.codes} aria-label="Codes found">
        {offered.map(({ code, title }) => (
          <li key={code}>
            <span>
              <strong className="sb-number">{code}</strong> {title}
            </span>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`Add ${code}`}
              onClick={() => add({ code, title })}
            >
              Add
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
