import { f1, type NoteResult, type PhraseResult, share } from './score.ts';

export function percent(part: number): string {
  return (part * 100).toFixed(1);
}

/** The value below which so much of the values lies, in milliseconds. */
export function quantile(times: readonly number[], part: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(2);
}

export function columnsOfPhrases(results: readonly PhraseResult[]): string[] {
  const within = (limit: number) => percent(share(results, ({ rank }) => rank >= 0 && rank < limit));
  return [within(1), within(5), within(10), percent(share(results, (one) => one.categoryRank === 0))];
}

export function columnsOfNotes(results: readonly NoteResult[]): string[] {
  const exact = f1(results);
  const allRight = share(results, ({ extra, missed }) => extra + missed === 0);
  const violations = results.reduce((total, one) => total + one.violations, 0);
  const traps = results.reduce((total, one) => total + one.traps, 0);
  const shares = [exact.precision, exact.recall, exact.f1, f1(results, 'category').f1, allRight].map(percent);
  return [...shares, `${violations} of ${traps}`];
}

const nameWidth = 14;

/** A table by source, with all of them together last. */
export function table<T extends { source: string }>(
  what: string,
  columns: readonly string[],
  results: readonly T[],
  cells: (results: readonly T[]) => string[],
): string {
  const row = (name: string, texts: readonly string[]) =>
    `  ${name.padEnd(nameWidth)}${texts.map((text, at) => text.padStart(Math.max(6, (columns[at - 1] ?? 'n').length) + 2)).join('')}`;
  const sources = [...new Set(results.map(({ source }) => source))];
  const lines = sources.map((source) => {
    const some = results.filter((one) => one.source === source);
    return row(source, [String(some.length), ...cells(some)]);
  });
  const all = sources.length > 1 ? [row('all', [String(results.length), ...cells(results)])] : [];
  return [row(what, ['n', ...columns]), ...lines, ...all].join('\n');
}
