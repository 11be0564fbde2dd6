/**
 * What no answer may tell: how our code failed, how the database words things, where files lie. Each pattern is of
 * something that reached a client in one of the products of our field.
 */
const tells: readonly [what: string, pattern: RegExp][] = [
  ['a stack', /\bat (?:async )?[\w.<>$]+ \(|\bat file:\/\/|node:internal|\.[cm]?[jt]s:\d+:\d+/],
  ['a path of the machine', /\/(?:home|root|tmp|usr|var|etc|work|Users|node_modules)\/[\w.-]/],
  ['SQL', /\b(?:select|insert into|update|delete from)\b[^"]{0,80}\b(?:from|values|set|where)\b/i],
  [
    'an error of PostgreSQL',
    /\b(?:syntax error at|relation "|column "|violates|invalid input syntax|SQLSTATE|out of range for type)/i,
  ],
  ['an exception', /\b(?:TypeError|RangeError|ReferenceError|SyntaxError|DatabaseError|ZodError)\b/],
];

/** The names of what a text tells and should not; nothing when it is clean. */
export function toldBy(text: string): string[] {
  return tells.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);
}
