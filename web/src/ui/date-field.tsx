import { TextInput, type TextInputProps } from '@mantine/core';
import { formatDate, type IsoDate } from '@superbill/engines/model';
import { useEffect, useState } from 'react';
import { parseTypedDate, typedDate } from './typed-values.ts';

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** The date, or `''` while there is none. */
  value?: IsoDate | '';
  onChange: (date: IsoDate | '') => void;
}

/** A date typed the way people type dates; what was understood stands beneath. */
export function DateField({ value = '', onChange, error, onBlur, ...rest }: Props) {
  const [typed, setTyped] = useState(value === '' ? '' : typedDate(value));
  useEffect(() => {
    setTyped((now) => (value !== '' && parseTypedDate(now) !== value ? typedDate(value) : now));
  }, [value]);
  const wrong = typed.trim() !== '' && value === '';
  const [left, setLeft] = useState(false);
  return (
    <TextInput
      placeholder="mm/dd/yyyy"
      inputMode="numeric"
      autoComplete="off"
      {...rest}
      value={typed}
      error={error ?? (wrong && left ? 'Type the date as month/day/year, such as 03/01/1980.' : undefined)}
      rightSectionWidth={value === '' ? 0 : 96}
      rightSectionPointerEvents="none"
      rightSection={
        <span style={{ fontSize: 12, color: 'var(--sb-quiet)' }}>{value && formatDate(value)}</span>
      }
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        setLeft(false);
        onChange(parseTypedDate(currentTarget.value) ?? '');
      }}
      onBlur={(event) => {
        setLeft(true);
        onBlur?.(event);
      }}
    />
  );
}
