import { type Cents, cents, type IsoDate, isoDate, parseIsoDate } from '../../model/index.ts';

/**
 * Reads a value of a JSON document into the model. A wrong type is noted under the value's path and read as
 * absent; what is absent is read as empty, for the edits to find.
 */
export type Shape<T> = (value: unknown, at: string, problems: string[]) => T;

/** The shape of a property that may be absent. */
export interface Optional<T> {
  optional: Shape<T>;
}

/** A shape for every property of an object: a new property of the model wants one too. */
type Fields<T> = {
  [Name in keyof T]-?: Record<never, never> extends Pick<T, Name>
    ? Optional<Exclude<T[Name], undefined>>
    : Shape<T[Name]>;
};

export const optional = <T>(shape: Shape<T>): Optional<T> => ({ optional: shape });

const isAbsent = (value: unknown): value is undefined | null => value === undefined || value === null;

/** A shape that takes what `read` makes of a value, and `empty` for what is absent or wrong. */
function plain<T>(wanted: string, empty: T, read: (value: unknown) => T | undefined): Shape<T> {
  return (value, at, problems) => {
    if (isAbsent(value)) return empty;
    const found = read(value);
    if (found === undefined) problems.push(`${at} must be ${wanted}`);
    return found ?? empty;
  };
}

export const text = plain('text', '', (value) => (typeof value === 'string' ? value : undefined));

export const number = plain('a number', 0, (value) => (typeof value === 'number' ? value : undefined));

export const amount: Shape<Cents> = plain('whole cents', cents(0), (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) ? cents(value) : undefined,
);

/** A date cannot be empty, so one that is absent is a problem. */
export const date: Shape<IsoDate> = (value, at, problems) => {
  if (isAbsent(value)) problems.push(`${at} is missing`);
  return readDate(value, at, problems);
};

const readDate = plain('a date like 2027-03-01', isoDate('1900-01-01'), (value) =>
  typeof value === 'string' ? parseIsoDate(value) : undefined,
);

/** One of a few texts; the first when absent. */
export function choice<Choice extends string>(...choices: readonly [Choice, ...Choice[]]): Shape<Choice> {
  return plain(`one of ${choices.join(', ')}`, choices[0], (value) => choices.find((one) => one === value));
}

/** A property that is there to say yes. */
export const yes = plain<true>('true', true, (value) => (value === true ? true : undefined));

/** Benefits are assigned unless it is said that they are not. */
export const assignment = plain<boolean | 'not-applicable'>('true, false or not-applicable', true, (value) =>
  typeof value === 'boolean' || value === 'not-applicable' ? value : undefined,
);

export function list<T>(shape: Shape<T>, wanted = 'a list'): Shape<T[]> {
  return (value, at, problems) => {
    if (isAbsent(value)) return [];
    if (!Array.isArray(value)) {
      problems.push(`${at} must be ${wanted}`);
      return [];
    }
    return value.map((one, index) => shape(one, `${at}[${index}]`, problems));
  };
}

/** An object with these properties; others are passed over. */
export function object<T extends object>(fields: Fields<T>): Shape<T> {
  return (value, at, problems) => {
    const given = isAbsent(value) ? {} : value;
    const isObject = typeof given === 'object' && !Array.isArray(given);
    if (!isObject) problems.push(`${at || 'the document'} must be an object`);
    const values: Record<string, unknown> = isObject ? { ...given } : {};
    const read = Object.entries<Shape<unknown> | Optional<unknown>>(fields).flatMap(([name, field]) => {
      const path = at === '' ? name : `${at}.${name}`;
      const inner = values[name];
      if (typeof field === 'function') return [[name, field(inner, path, problems)]];
      return isAbsent(inner) ? [] : [[name, field.optional(inner, path, problems)]];
    });
    // Every property of T has a shape, so what was read is a T.
    return Object.fromEntries(read) as T;
  };
}
