import { TextInput, type TextInputProps } from '@mantine/core';

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: string;
  onChange: (typed: string) => void;
  /** Told once six digits stand there, so that nobody has to press Enter. */
  onWhole?: (code: string) => void;
}

/** The six digits of an authenticator app, as phones and password managers fill them in. */
export function CodeField({ value, onChange, onWhole, ...rest }: Props) {
  return (
    <TextInput
      label="Code of your app"
      placeholder="123 456"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={7}
      styles={{ input: { fontSize: 18, letterSpacing: '0.2em', fontVariantNumeric: 'tabular-nums' } }}
      size="md"
      {...rest}
      value={value}
      onChange={({ currentTarget }) => {
        const typed = currentTarget.value.replace(/[^\d ]/g, '');
        onChange(typed);
        const digits = typed.replaceAll(' ', '');
        if (digits.length === 6 && digits !== value.replaceAll(' ', '')) onWhole?.(digits);
      }}
    />
  );
}
