/** The longest path that file systems take; no publisher comes near it. */
const longest = 1024;

/**
 * Why the name of a file in an archive is refused, or undefined. Names are labels for people and are never written to;
 * one that would lead out of a folder, or steer the terminal it is printed on, comes from nobody we read.
 */
export function refusedName(name: string): string | undefined {
  const parts = name.split(/[/\\]/);
  if (parts.includes('..') || /^([/\\]|[A-Za-z]:)/.test(name))
    return `has a member that leaves it (${shownName(name)}), which no publisher sends`;
  if (name !== printable(name))
    return `has a member with signs in its name that cannot be seen (${shownName(name)})`;
  if (name.length > longest || name === '')
    return `has a member without a proper name (${shownName(name) || 'empty'})`;
  return undefined;
}

/** A name as a message may show it: without what cannot be seen, and not endless. */
export function shownName(name: string): string {
  const seen = printable(name);
  return seen.length > 100 ? `${seen.slice(0, 100)}…` : seen;
}

/** Control characters, and marks that turn the direction of writing or take no room, become `?`. */
function printable(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?');
}

/** The first name that occurs twice: two readers could take a different one of them. */
export function repeatedName(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(name).size);
}
