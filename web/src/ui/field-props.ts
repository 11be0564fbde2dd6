import type { UseFormReturnType } from '@mantine/form';

/** What a form gives to the field at a path; a part of a larger form adds its own beginning. */
export type FieldProps = (
  path: string,
) => ReturnType<UseFormReturnType<Record<string, unknown>>['getInputProps']>;

/** The fields below a path: `fieldsUnder(form, 'coverages.0')('memberId')`. */
export function fieldsUnder<Values>(
  form: Pick<UseFormReturnType<Values>, 'getInputProps'>,
  under = '',
): FieldProps {
  return (path) => form.getInputProps(under === '' ? path : `${under}.${path}`);
}
