import { validate } from '../check/validate.ts';

/** A mistake planted in the body of an example, and the one finding that is due. */
export interface Defect {
  what: string;
  example: string;
  /** The body with the mistake. */
  body: string;
  /** `code element loop @ segment`: the segment as far as it is told. */
  finds: string;
}

/**
 * Reads defects, one a line: `what | example | edit | finding`. An edit is `from -> to` (the first place; `~`
 * ends a segment), `- text` (the first segment that begins so goes) or `- text ...` (all from there on goes).
 */
export function readDefects(table: string, bodies: Readonly<Record<string, string>>): Defect[] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [what = '', example = '', edit = '', finds = ''] = line.split(' | ').map((cell) => cell.trim());
      const sound = bodies[example] ?? '';
      const body = edited(sound, edit.replaceAll('~', '\n'));
      if (body === sound) throw new Error(`nothing is planted: ${line}`);
      return { what, example, body, finds };
    });
}

function edited(body: string, edit: string): string {
  if (!edit.startsWith('- ')) {
    const arrow = edit.indexOf(' ->');
    return body.replace(edit.slice(0, arrow), () => edit.slice(arrow + 4));
  }
  const toEnd = edit.endsWith(' ...');
  const start = body.indexOf(`\n${toEnd ? edit.slice(2, -4) : edit.slice(2)}`);
  if (start < 0) return body;
  const end = body.indexOf('\n', start + 1);
  return body.slice(0, start) + (toEnd || end < 0 ? '' : body.slice(end));
}

/** What is found in a file, notices left out, each as a {@link Defect} says it, its segment as long as in `like`. */
export function findingsOf(file: string, like = ''): string[] {
  const length = like === '' ? 0 : like.length - like.indexOf('@') - 2;
  return validate(file)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ code, element, id, loop, position }) => {
      const segment = file.slice(position, file.indexOf('~', position)).slice(0, length);
      return [code, element ?? id, loop, '@', segment].filter(Boolean).join(' ');
    });
}
