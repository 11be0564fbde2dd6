import type { Labels } from './labels.ts';
import { first, isLook, last, type Named, type Operation, rootsOf, type Target } from './operations.ts';
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
  const done = withoutDevicesTakenOut(
    found.filter((one) => !isRoute(one, statement)),
    statement,
  );
  const onTheWay = (one: Named) => isLook(one.operation) || isAccess(one.operation);
  const looks = done.filter(({ operation }) => isLook(operation));
  if (done.every(onTheWay)) return { named: looks.length > 0 ? looks : done, looks: [] };
  const acts = done.filter((one) => !onTheWay(one));
  const segments = segmentsOf(statement, acts);
  const named = acts.filter((one, at) => {
    const again = acts.filter((other) => other !== one && sameRoots(other.operation, one.operation));
    if (one.operation.source === 'root' && again.some((other) => standTogether(one, other, statement)))
      return false;
    const isLater = again.some((other) => acts.indexOf(other) < at);
    return !isLater || saysPlace(one, segments[at], statement, labels);
  });
  return { named, looks };
}

/** Opening a way to the place is part of what is done there. Source: guideline B3.1b. */
const access = /^(?:laparotomy|thoracotomy|craniotomy|craniectomy|sternotomy|arthrotomy|burr hole)/i;

function isAccess({ name }: Operation): boolean {
  return access.test(name);
}

const route = /\b(?:via|through|using|by)(?: (?:an?|the|existing|right|left|his|her))? ?$/i;

/** `Platelets through a central line`: what something is given through is not put in by it. */
function isRoute({ words }: Named, statement: Statement): boolean {
  return route.test(statement.text.slice(0, statement.words[first(words)]?.start ?? 0));
}

/** Removal, Revision, Change: what is then named is what was put in before. */
const takenOut = /^(?:Removal|Revision|Change)$/;

/** `Removal of PICC`, `shunt revision`: the device names the operation that put it in, which is not done now. */
function withoutDevicesTakenOut(found: readonly Named[], statement: Statement): Named[] {
  const out = found.filter(({ operation }) => operation.source === 'root' && takenOut.test(operation.name));
  return found.filter(
    (one) => out.includes(one) || !out.some((other) => standTogether(one, other, statement)),
  );
}

/** Whether at most three small words, and no comma, stand between two names. */
function standTogether(a: Named, b: Named, { text, words }: Statement): boolean {
  const [one, two] = first(a.words) < first(b.words) ? [a, b] : [b, a];
  const between = text.slice(words[last(one.words)]?.end ?? 0, words[first(two.words)]?.start ?? 0);
  return between.length < 24 && !/[,;.:]|\b(?:and|with|then)\b/i.test(between);
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
