import type { Finding } from '../model/index.ts';
import type { Wording } from './entry.ts';

/** What a claim says in more words than a field takes. `what` begins the sentence. */
export function noRoom({ field: name, source }: Wording, field: string, at: string, what: string): Finding {
  return {
    rule: 'form-no-room',
    severity: 'warning',
    at,
    message: `${what}; ${name} ${field} has no room for more, so it is not on the form.`,
    source: `${source}, ${name} ${field}`,
  };
}

/** Findings for what a claim says and the form has no field for, by the names of properties. */
export function withoutField<T extends object>(
  { source }: Wording,
  given: T,
  names: readonly (keyof T & string)[],
  path = '',
): Finding[] {
  return names.filter((name) => isSaid(given[name])).map((name) => noField(source, path + name));
}

export function noField(source: string, at: string): Finding {
  return {
    rule: 'form-no-field',
    severity: 'info',
    at,
    message: 'The form has no field for this: send it with the claim where the payer needs it.',
    source,
  };
}

function isSaid(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}
