import pg from 'pg';

/** `_text`, of which `pg` knows how to read the elements. */
const textArray: number = 1009;

type Parser = (text: string) => unknown;

/** Postgres type numbers, and how the text of each becomes a value of ours. `_` marks the array types. */
const parsers: Record<number, Parser> = {
  [pg.types.builtins.INT8]: safeInteger,
  [pg.types.builtins.DATE]: String,
  [pg.types.builtins.TIMESTAMPTZ]: instant,
  1016: arrayOf(safeInteger), // _int8
  1182: arrayOf(String), // _date
  1185: arrayOf(instant), // _timestamptz
};

/**
 * How values arrive from the database: `bigint` as a whole number (beyond 2^53 it throws rather than
 * rounds), `date` as `YYYY-MM-DD`, `timestamptz` as UTC text to the millisecond. A connection setting, so
 * that other users of `pg` in this process keep theirs.
 */
export const rowTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    const own = format === 'binary' ? undefined : parsers[oid];
    return own ?? pg.types.getTypeParser(oid, format as 'text');
  },
};

export function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`too large for a whole number: ${text}`);
  return value;
}

/** `2027-03-01 10:30:00.5+01` becomes `2027-03-01T09:30:00.500Z`. */
export function instant(text: string): string {
  const match = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d)(:\d\d)?$/.exec(text);
  if (!match) throw new RangeError(`not a moment that can be shown: ${text}`);
  const [, day, time, hours, minutes = ':00'] = match;
  return new Date(`${day}T${time}${hours}${minutes}`).toISOString();
}

function arrayOf(parse: (text: string) => unknown): Parser {
  const readTexts: (text: string) => (string | null)[] = pg.types.getTypeParser(textArray);
  return (text) => readTexts(text).map((element) => (element === null ? null : parse(element)));
}
