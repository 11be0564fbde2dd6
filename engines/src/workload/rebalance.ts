import { type Capacity, type DueWork, dueByDay, peakOf, peakWith } from './plan-days.ts';
import type { Desk } from './work-kind.ts';

export interface Worker {
  personId: string;
  desks: readonly Desk[];
  capacity: readonly Capacity[];
}

export interface OwnedWork extends DueWork {
  itemId: string;
  desk: Desk;
  ownerId: string;
  /** Somebody has it open: it stays where it is. */
  isOpen: boolean;
  /** Takes much longer than the desk's usual item. */
  isHard: boolean;
}

export interface Move {
  itemId: string;
  from: string;
  to: string;
}

export interface Proposal {
  moves: Move[];
  /** The fullest day of each person, 1 being full; see {@link peakOf}. */
  before: Map<string, number>;
  after: Map<string, number>;
}

/** Nobody is touched whose fullest day holds less than this share, nor who is close to the team's average. */
const calm = 0.85;
const closeToAverage = 1.15;
/** What an unequal share of hard items weighs against a fuller day. */
const hardWeight = 0.15;
const mostMoves = 60;

/**
 * Proposes few moves that lower the fullest day in the team. Takes from whoever is fullest, gives to who may do it and
 * keeps most room, and minds that hard items do not end up with one person. Never moves what somebody has open, nor to
 * somebody without the role or without time. Nothing in it depends on the order of the lists.
 */
export function proposeMoves(people: readonly Worker[], work: readonly OwnedWork[]): Proposal {
  const team = people.toSorted((a, b) => (a.personId < b.personId ? -1 : 1));
  const shares = new Map(team.map((person) => [person.personId, shareOf(person, [])]));
  for (const item of work.toSorted((a, b) => (a.itemId < b.itemId ? -1 : 1)))
    shares.get(item.ownerId)?.items.push(item);
  for (const share of shares.values()) Object.assign(share, sumsOf(share.person, share.items));
  const before = peaks(shares);
  const target = targetOf([...shares.values()]);
  const moves: Step[] = [];
  while (moves.length < mostMoves) {
    const step = bestStep([...shares.values()], target);
    if (!step) break;
    carryOut(shares, step);
    moves.push(step);
  }
  const kept = leaveOut(shares, moves, target);
  return {
    moves: kept.map(({ item, from, to }) => ({ itemId: item.itemId, from, to })),
    before,
    after: peaks(shares),
  };
}

interface Shared {
  person: Worker;
  items: OwnedWork[];
  /** See {@link dueByDay}. */
  due: number[];
  minutes: number;
  hardMinutes: number;
  peak: number;
}

interface Step {
  item: OwnedWork;
  from: string;
  to: string;
}

function shareOf(person: Worker, items: OwnedWork[]): Shared {
  return { person, ...sumsOf(person, items) };
}

function sumsOf({ capacity }: Worker, items: OwnedWork[]): Omit<Shared, 'person'> {
  const total = (some: readonly OwnedWork[]) => some.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    items,
    due: dueByDay(items, capacity),
    minutes: total(items),
    hardMinutes: total(items.filter(({ isHard }) => isHard)),
    peak: peakOf(items, capacity),
  };
}

function peaks(shares: ReadonlyMap<string, Shared>): Map<string, number> {
  return new Map([...shares].map(([id, { peak }]) => [id, peak]));
}

function targetOf(shares: readonly Shared[]): number {
  const work = shares.flatMap(({ items }) => items).reduce((sum, { minutes }) => sum + minutes, 0);
  const time = shares.flatMap(({ person }) => person.capacity).reduce((sum, { minutes }) => sum + minutes, 0);
  return Math.max(calm, time > 0 ? (work / time) * closeToAverage : calm);
}

function bestStep(shares: readonly Shared[], target: number): Step | undefined {
  const fullest = shares
    .filter(({ peak }) => peak > target)
    .sort((a, b) => b.peak - a.peak || (a.person.personId < b.person.personId ? -1 : 1));
  for (const giver of fullest) {
    const step = bestFrom(giver, shares);
    if (step) return step;
  }
  return undefined;
}

/** The move that leaves the fuller of both with most room; undefined when none helps. */
function bestFrom(giver: Shared, shares: readonly Shared[]): Step | undefined {
  let best: { step: Step; score: number } | undefined;
  const tried = new Set<string>();
  for (const item of giver.items) {
    // Items that are alike for the plan need not be tried twice.
    const likeness = `${item.desk} ${item.due} ${Math.round(item.minutes)} ${item.isHard}`;
    if (item.isOpen || tried.has(likeness)) continue;
    tried.add(likeness);
    const left = peakWith(giver.due, giver.person.capacity, item, -1);
    for (const taker of shares) {
      if (taker === giver || !mayTake(taker, item)) continue;
      const fuller = Math.max(left, peakWith(taker.due, taker.person.capacity, item, 1));
      if (fuller > giver.peak - 0.01) continue;
      const score = fuller + hardWeight * Math.max(hardShare(giver, item, -1), hardShare(taker, item, 1));
      if (!best || score < best.score - 1e-9)
        best = { step: { item, from: giver.person.personId, to: taker.person.personId }, score };
    }
  }
  return best?.step;
}

function mayTake({ person }: Shared, { desk, due }: OwnedWork): boolean {
  if (!person.desks.includes(desk)) return false;
  const until = person.capacity.filter(({ day }, index) => index === 0 || day <= due);
  return until.some(({ minutes }) => minutes > 0);
}

function hardShare({ minutes, hardMinutes }: Shared, item: OwnedWork, sign: 1 | -1): number {
  const total = minutes + sign * item.minutes;
  const hard = hardMinutes + (item.isHard ? sign * item.minutes : 0);
  return total > 1e-6 ? hard / total : 0;
}

function carryOut(shares: ReadonlyMap<string, Shared>, { item, from, to }: Step): void {
  const [giver, taker] = [shares.get(from), shares.get(to)];
  if (!giver || !taker) throw new RangeError('a move names a person who is not in the team');
  const left = giver.items.filter((one) => one.itemId !== item.itemId);
  Object.assign(giver, sumsOf(giver.person, left));
  Object.assign(taker, sumsOf(taker.person, [...taker.items, item]));
}

/** Takes back each move without which the team is as well off: the fewest moves that reach the same. */
function leaveOut(shares: ReadonlyMap<string, Shared>, moves: readonly Step[], target: number): Step[] {
  const reached = Math.max(target, ...[...shares.values()].map(({ peak }) => peak));
  let kept = joined(moves);
  for (const step of kept.toSorted(
    (a, b) => a.item.minutes - b.item.minutes || (a.item.itemId < b.item.itemId ? -1 : 1),
  )) {
    const back = { item: step.item, from: step.to, to: step.from };
    carryOut(shares, back);
    if (Math.max(...[...shares.values()].map(({ peak }) => peak)) <= reached + 1e-9)
      kept = kept.filter((one) => one !== step);
    else carryOut(shares, step);
  }
  return kept;
}

/** An item that moved twice moved once, from its first owner to its last. */
function joined(moves: readonly Step[]): Step[] {
  const byItem = new Map<string, Step>();
  for (const step of moves) {
    const earlier = byItem.get(step.item.itemId);
    byItem.set(step.item.itemId, earlier ? { ...step, from: earlier.from } : step);
  }
  return [...byItem.values()].filter(({ from, to }) => from !== to);
}
