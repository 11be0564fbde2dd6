import { expect, test } from 'vitest';
import { composites } from './composites.ts';
import type { Layout } from './layout.ts';
import { compositeNames, type SegmentNames, segmentNames } from './names.ts';
import { segmentLayouts } from './segments.ts';

/** How many parts have a name, beside how many there are. */
function counts(layouts: ReadonlyMap<string, Layout>, names: ReadonlyMap<string, SegmentNames>) {
  return [...layouts].map(
    ([id, { parts }]) => `${id}: ${names.get(id)?.slots.length ?? 0} of ${parts.length}`,
  );
}

test('every element of every segment has a name: a row in names.ts for each row in segments.ts', () => {
  const complete = [...segmentLayouts].map(([id, { parts }]) => `${id}: ${parts.length} of ${parts.length}`);
  expect(counts(segmentLayouts, segmentNames)).toEqual(complete);
});

test('every component of every composite has a name: a row in names.ts for each row in composites.ts', () => {
  const complete = [...composites].map(([id, { parts }]) => `${id}: ${parts.length} of ${parts.length}`);
  expect(counts(composites, compositeNames)).toEqual(complete);
});

test.each([...segmentNames, ...compositeNames])(
  'no two elements of %s have the same name',
  (_id, { slots }) => {
    const names = slots.map(({ name, list }) => (list ? `${list.name}[${list.index}].${name}` : name));
    expect(new Set(names).size).toBe(names.length);
  },
);
