import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

const rows = [
  ...read('docs/threats.md').matchAll(/^\|(?: (\d+) \|)? ([^|]+) \| `([^`]+)` \| ([^|]+) \|$/gm),
].map(([, number, what = '', file = '', that = '']) => ({ number: Number(number ?? 0), what, file, that }));

test('the table has all thirty classes, each once, and hostile input', () => {
  const numbers = rows.flatMap(({ number }) => (number > 0 ? [number] : []));
  expect(numbers).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  expect(rows.length).toBeGreaterThan(36);
});

test.each(rows)('$what: $file says that', ({ file, that }) => {
  expect(existsSync(new URL(file, root)), file).toBe(true);
  expect(read(file)).toContain(that);
});
