import { TextInput, type TextInputProps } from '@mantine/core';
import type { Cents } from '@superbill/engines/model';
import { useState } from 'react';
import { parseTypedMoney, typedMoney } from './typed-values.ts';

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  value: Cents | undefined;
  onChange: (amount: Cents | undefined) => void;
}

/** An amount in dollars as typed; whole cents out, undefined while it is not an amount. */
export function MoneyField({ value, onChange, error, ...rest }: Props) {
  const [typed, setTyped] = useState(value === undefined ? '' : typedMoney(value));
  const wrong = typed.trim() !== '' && parseTypedMoney(typed) === undefined;
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      leftSection="$"
      styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
      {...rest}
      value={typed}
      error={error ?? (wrong ? 'Type dollars and cents, such as 25.00.' : undefined)}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(parseTypedMoney(currentTarget.value));
      }}
      onBlur={() => {
        const amount = parseTypedMoney(typed);
        if (amount !== undefined) setTyped(typedMoney(amount));
      }}
    />
  );
}
