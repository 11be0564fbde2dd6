import { expectedMinutes, groupOf, type KindTime, type TimeModel } from './expected-minutes.ts';
import { clamp, median, orderlessSum, quantile, shrink } from './quantile.ts';
import type { StartValue, StartValues } from './start-values.ts';
import { type WorkFeatures, type WorkKind, workKinds } from './work-kind.ts';

/** One item that was finished: what it was, and the minutes somebody worked on it, without pauses and calls. */
export interface FinishedWork extends WorkFeatures {
  minutes: number;
}

/** How many observations a start value, or what is above a group, is worth. */
const worth = { usual: 8, slope: 12, spread: 20 } as const;

/** No item counts for less or more than this many times what the start value expects of it. */
const furthest = 6;

/** The model of a practice without history. */
export function startModel(start: StartValues): TimeModel {
  return Object.fromEntries(workKinds.map((kind) => [kind, startOf(start.kinds[kind])])) as Record<
    WorkKind,
    KindTime
  >;
}

function startOf({ minutes, inpatient, perDocument, perPage, low, high, mean }: StartValue): KindTime {
  return {
    usual: { outpatient: minutes, inpatient: minutes * inpatient },
    groups: {},
    perDocument,
    perPage,
    low,
    high,
    mean,
    typical: minutes + perDocument / 2,
    seen: 0,
  };
}

/**
 * Learns what is usual from finished items of the whole team. Medians, drawn towards the start values, so that a new
 * practice begins sensibly, one forgotten screen moves little, and nothing depends on the order of the items. What a
 * further document or page costs is never below zero: more to read never counts as less.
 */
export function learnMinutes(start: StartValues, finished: readonly FinishedWork[]): TimeModel {
  const byKind = groupBy(finished, ({ kind }) => kind);
  return Object.fromEntries(
    workKinds.map((kind) => [kind, learnKind(start, kind, byKind.get(kind) ?? [])]),
  ) as Record<WorkKind, KindTime>;
}

function learnKind(start: StartValues, kind: WorkKind, finished: readonly FinishedWork[]): KindTime {
  const begin = startOf(start.kinds[kind]);
  if (finished.length === 0) return begin;
  const atStart = startModel(start);
  const seen = finished.map((work) => {
    const expected = expectedMinutes(atStart, work).minutes;
    return {
      ...work,
      minutes: clamp(work.minutes, expected / furthest, expected * furthest),
      documents: Math.max(0, work.documents - 1),
      pages: Math.max(0, work.pages - 1),
    };
  });
  let time = begin;
  // What is usual and what more documents cost depend on each other: a few rounds settle them.
  for (let round = 0; round < 4; round += 1) {
    const usual = learnUsual(begin, time, seen);
    time = { ...time, usual, groups: learnGroups(usual, time, seen) };
    time = { ...time, perDocument: slope(begin.perDocument, time, seen, 'documents', 'pages') };
    time = { ...time, perPage: slope(begin.perPage, time, seen, 'pages', 'documents') };
  }
  const model = { ...atStart, [kind]: time };
  const ratios = finished.map((work, index) => {
    const minutes = seen[index]?.minutes ?? work.minutes;
    return minutes / expectedMinutes(model, work).minutes;
  });
  const spread = (value: number, belief: number) => shrink(value, belief, ratios.length, worth.spread);
  const expected = finished.map((work) => expectedMinutes(model, work).minutes);
  const mean = clamp(orderlessSum(ratios) / ratios.length, 0.8, 2);
  return {
    ...time,
    low: Math.min(1, spread(quantile(ratios, 0.1), begin.low)),
    high: Math.max(1, spread(quantile(ratios, 0.9), begin.high)),
    mean: spread(mean, begin.mean),
    typical: shrink(median(expected), begin.typical, expected.length, worth.usual),
    seen: finished.length,
  };
}

function groupBy<T, K>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function furtherMinutes(time: KindTime, work: FinishedWork): number {
  return work.documents * time.perDocument + work.pages * time.perPage;
}

function usualOf(belief: number, time: KindTime, seen: readonly FinishedWork[]): number {
  if (seen.length === 0) return belief;
  const middle = median(seen.map((work) => work.minutes - furtherMinutes(time, work)));
  return Math.max(belief / furthest, shrink(middle, belief, seen.length, worth.usual));
}

function learnUsual(begin: KindTime, time: KindTime, seen: readonly FinishedWork[]): KindTime['usual'] {
  const of = (setting: WorkFeatures['setting']) =>
    usualOf(
      begin.usual[setting],
      time,
      seen.filter((work) => work.setting === setting),
    );
  return { outpatient: of('outpatient'), inpatient: of('inpatient') };
}

function learnGroups(
  usual: KindTime['usual'],
  time: KindTime,
  seen: readonly FinishedWork[],
): KindTime['groups'] {
  const known = seen.filter(({ specialty }) => specialty !== null);
  const groups = [...groupBy(known, groupOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    groups.map(([group, works]) => [group, usualOf(usual[works[0]?.setting ?? 'outpatient'], time, works)]),
  );
}

/** What each further document (or page) costs: the median over the items that have further ones. */
function slope(
  belief: number,
  time: KindTime,
  seen: readonly FinishedWork[],
  of: 'documents' | 'pages',
  other: 'documents' | 'pages',
): number {
  if (belief === 0) return 0;
  const per = { documents: time.perDocument, pages: time.perPage };
  const costs = seen
    .filter((work) => work[of] > 0)
    .map((work) => {
      const usual = time.groups[groupOf(work)] ?? time.usual[work.setting];
      return (work.minutes - usual - work[other] * per[other]) / work[of];
    });
  if (costs.length === 0) return belief;
  return clamp(shrink(median(costs), belief, costs.length, worth.slope), 0, belief * furthest);
}
