/** A code, a family (`E10.-`) or a range (`E08-E13`) as the tabular list prints it inside a note. */
export interface CodeMention {
  from: string;
  /** Last category of a range; the same as `from` otherwise. */
  to: string;
}

const code = String.raw`[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?`;

/** Reads the codes out of a note: `'type 1 diabetes mellitus (E10.-)'` names `E10`. */
export function codesNamedIn(note: string): CodeMention[] {
  const mention = new RegExp(String.raw`\b(${code})(?:\.?-(${code}))?`, 'g');
  return [...note.matchAll(mention)].flatMap(([, from, to]) => (from ? [{ from, to: to ?? from }] : []));
}

/** Whether a code is the one named, stands below it, or falls into the range. */
export function isNamedBy(candidate: string, { from, to }: CodeMention): boolean {
  if (from === to) return candidate.startsWith(from);
  return candidate.slice(0, from.length) >= from && candidate.slice(0, to.length) <= to;
}
