import { validate } from '../check/validate.ts';
import type { Snip } from '../finding.ts';

/** A place in a file, and what stands there instead; segments are parted by line breaks alone. */
export type Change = readonly [from: string | RegExp, to: string];

/** The file with its changes made, each at its first place, and the segments counted anew. */
function changed(file: string, changes: readonly Change[]): string {
  let text = file.replaceAll('~\n', '\n');
  for (const [from, to] of changes) {
    const next = typeof from === 'string' ? text.replace(from, () => to) : text.replace(from, to);
    if (next === text) throw new Error(`nothing to replace: ${from}`);
    text = next;
  }
  const segments = text.split('\n').filter((segment) => segment !== '');
  const start = segments.findIndex((segment) => segment.startsWith('ST*'));
  const end = segments.findIndex((segment) => segment.startsWith('SE*'));
  const counted = segments.map((segment, index) =>
    index === end ? segment.replace(/^SE\*\d+/, `SE*${end - start + 1}`) : segment,
  );
  return `${counted.join('~\n')}~\n`;
}

/** `code element loop` of each finding, or the segment that is missing in place of an element; a warning is marked. */
export function found(file: string, changes: readonly Change[], snip: Snip = 5): string[] {
  return validate(changed(file, changes), { snip })
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ severity, code, element, id, loop }) =>
      [severity === 'warning' ? 'warning' : '', code, element ?? id, loop].filter(Boolean).join(' '),
    );
}
