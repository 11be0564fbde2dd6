import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { KeyHint, useKeys } from '../ui/index.ts';

/** What was typed, and what is asked for once the typing rests. */
export function useSearch() {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 150);
  return { typed, setTyped, asked };
}

interface Props {
  /** `Search claims`: the name of the field, and what `/` does. */
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
}

/** The search of a worklist, reached by `/`. */
export function SearchField({ label, placeholder, value, onChange }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ key: '/', does: label, run: () => field.current?.focus() }]);
  return (
    <TextInput
      ref={field}
      type="search"
      aria-label={label}
      placeholder={placeholder}
      w={240}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      rightSection={value === '' ? <KeyHint keys="/" /> : null}
    />
  );
}
