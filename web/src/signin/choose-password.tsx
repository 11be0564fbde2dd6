import { PasswordInput } from '@mantine/core';
import style from './sign-in.module.css';

interface Props {
  label: string;
  value: string;
  onChange: (password: string) => void;
  /** Characters it needs at least. */
  shortest: number;
  error?: string | undefined;
  autoFocus?: boolean;
}

/** Whether a password is long enough; characters count as people see them. */
export function isLongEnough(password: string, shortest: number): boolean {
  return [...password.normalize('NFC')].length >= shortest;
}

/**
 * A new password with what it needs, said while one types. Only its length counts, and that it is none of those
 * that are guessed first, which the server looks up (NIST SP 800-63B, 5.1.1.2); paste and show are welcome.
 */
export function ChoosePassword({ label, value, onChange, shortest, error, autoFocus = false }: Props) {
  const length = [...value.normalize('NFC')].length;
  const enough = isLongEnough(value, shortest);
  return (
    <PasswordInput
      label={label}
      autoComplete="new-password"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={error}
      required
      withAsterisk={false}
      autoFocus={autoFocus}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={
        <span className={enough ? style.enough : undefined} aria-live="polite">
          {enough
            ? `✓ ${length} characters.`
            : length === 0
              ? `At least ${shortest} characters: a few words are easy to keep. No rules about digits or signs.`
              : `${length} of ${shortest} characters.`}
        </span>
      }
    />
  );
}
