import type { Labels } from './labels.ts';
import { isLook, type Named, rootsOf, type Target } from './operations.ts';
import { readPattern } from './patterns.ts';
import { type Segment, type Statement, segmentsOf } from './statement.ts';

/** The operations of a statement that are coded, and the looks on the way to them. */
export interface Settled {
  named: Named[];
  looks: Named[];
}

/**
 * Leaves out what is part of another operation: a look on the way to it (guideline B3.11a), and a second name of the
 * same operation that has no body part of its own (`ORIF … with intramedullary nailing`).
 */
export function settle(found: readonly Named[], statement: Statement, labels: Labels): Settled {
  const looks = found.filter(({ operation }) => isLook(operation));
  if (looks.length === found.length) return { named: [...found], looks: [] };
  const acts = found.filter(({ operation }) => !isLook(operation));
  const segments = segmentsOf(statement, acts);
  const named = acts.filter((one, at) => {
    const before = acts.slice(0, at);
    const again = before.some(({ operation }) => sameRoots(operation, one.operation));
    return !again || saysPlace(one, segments[at], statement, labels);
  });
  return { named, looks };
}

function sameRoots(a: Named['operation'], b: Named['operation']): boolean {
  const [one, two] = [rootsOf(a), rootsOf(b)];
  return one === two && one !== '';
}

function saysPlace(
  { words }: Named,
  segment: Segment | undefined,
  { keys }: Statement,
  labels: Labels,
): boolean {
  const { from, to } = segment ?? { from: 0, to: keys.length };
  const own = keys.map((key, place) => (place >= from && place < to && !words.has(place) ? key : ''));
  return [...labels.evidence(own)].some(([label, { score }]) => score > 0.3 && labels.isPlace(label));
}

/** Upper intestinal tract: esophagus to duodenum; lower: jejunum to anus. Source: guideline B4.8. */
const tracts: Record<string, string> = { '0': '[1-79]', D: '[8A-Q]' };

/** The tables of what is done by a scope, where the text names no body part: those of the system looked into. */
export function targetsBeyond(looks: readonly Named[], { operation }: Named): Target[] {
  return looks.flatMap(({ operation: look }) =>
    look.targets.flat().flatMap(({ pattern }) => {
      const system = [...(pattern[1] ?? [])];
      const place = [...(pattern[3] ?? [])][0] ?? '';
      if (system.length !== 1) return [];
      const within = system[0] === 'D' ? (tracts[place] ?? '') : '';
      const written = `0${system[0]}[${rootsOf(operation)}]${within}`;
      return [{ pattern: readPattern(written), written, keys: [] }];
    }),
  );
}
