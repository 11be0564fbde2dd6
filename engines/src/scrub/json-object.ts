import { type Cents, cents, type IsoDate, parseIsoDate } from '../model/index.ts';

/** One object of a JSON document, read field by field; wrong types are noted under their path and read as absent. */
export class JsonObject {
  private readonly fields: Record<string, unknown>;
  private readonly path: string;
  private readonly problems: string[];

  constructor(value: unknown, path: string, problems: string[]) {
    this.path = path;
    this.problems = problems;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject) problems.push(`${path || 'the document'} must be an object`);
    this.fields = isObject ? { ...value } : {};
  }

  /** Absent text is empty: the edits say what is missing. */
  text(name: string): string {
    return this.optional(name, 'text', (value) => (typeof value === 'string' ? value : undefined)) ?? '';
  }

  /** `{ [name]: text }`, or nothing when absent, to spread into an object. */
  maybeText<Name extends string>(name: Name): { [Key in Name]?: string } {
    const value = this.optional(name, 'text', (text) => (typeof text === 'string' ? text : undefined));
    return value === undefined ? {} : ({ [name]: value } as { [Key in Name]?: string });
  }

  date(name: string): IsoDate | undefined {
    return this.optional(name, 'a date like 2027-03-01', (value) =>
      typeof value === 'string' ? parseIsoDate(value) : undefined,
    );
  }

  amount(name: string): Cents | undefined {
    return this.optional(name, 'whole cents', (value) => (isWhole(value) ? cents(value) : undefined));
  }

  number(name: string): number | undefined {
    return this.optional(name, 'a number', (value) => (typeof value === 'number' ? value : undefined));
  }

  flag(name: string): boolean | undefined {
    return this.optional(name, 'true or false', (value) => (typeof value === 'boolean' ? value : undefined));
  }

  /** One of a few texts; the first when absent. */
  choice<Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]): Choice {
    const found = this.optional(name, `one of ${choices.join(', ')}`, (value) =>
      choices.find((choice) => choice === value),
    );
    return found ?? choices[0];
  }

  texts(name: string): string[] {
    const isTexts = (value: unknown): value is string[] =>
      Array.isArray(value) && value.every((one) => typeof one === 'string');
    return this.optional(name, 'a list of texts', (value) => (isTexts(value) ? value : undefined)) ?? [];
  }

  numbers(name: string): number[] {
    const isNumbers = (value: unknown): value is number[] =>
      Array.isArray(value) && value.every((one) => typeof one === 'number');
    return this.optional(name, 'a list of numbers', (value) => (isNumbers(value) ? value : undefined)) ?? [];
  }

  /** A nested object; absent fields read as empty. */
  object(name: string): JsonObject {
    return new JsonObject(this.fields[name] ?? {}, this.at(name), this.problems);
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined && this.fields[name] !== null;
  }

  objects(name: string): JsonObject[] {
    const list = this.optional(name, 'a list', (value) => (Array.isArray(value) ? value : undefined)) ?? [];
    return list.map((value, index) => new JsonObject(value, `${this.at(name)}[${index}]`, this.problems));
  }

  private optional<T>(name: string, wanted: string, read: (value: unknown) => T | undefined): T | undefined {
    if (!this.has(name)) return undefined;
    const value = read(this.fields[name]);
    if (value === undefined) this.problems.push(`${this.at(name)} must be ${wanted}`);
    return value;
  }

  private at(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}
