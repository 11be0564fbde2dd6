import { byText } from './by-text.ts';
import type { Decision, Offer } from './decision.ts';
import { logit, sigmoid } from './log-odds.ts';
import { fewestPatients, type Weight } from './model.ts';

/** Fewer decisions say nothing about how this organization decides. */
const fewestDecisions = 20;
/** A feature seen less often gets no weight. */
const fewestSeen = 4;
/** How far a weight may stray from zero on little evidence: the precision of a normal prior. */
const restraint = 1;
const sweeps = 40;
const smallestWeight = 0.005;

/** Decisions on suggestions that came about alike. */
interface Group {
  offset: number;
  features: readonly string[];
  accepted: number;
  total: number;
  /** Log odds by the weights so far. */
  odds: number;
}

/**
 * Logistic regression with the engine's own confidence as the starting point: a weight says how much more, or
 * less, often than the engine thinks suggestions with that feature are accepted here. Decisions are counted
 * before anything is added up, and weights are found one after the other in the order of their names, so the
 * order of decisions cannot matter.
 */
export function learnWeights(decisions: readonly Decision[]): Weight[] {
  const offers = decisions.filter(isOffer);
  const seen = countFeatures(offers);
  const features = [...seen].filter(([, { patients, accepted, rejected }]) => {
    return patients.size >= fewestPatients && accepted + rejected >= fewestSeen;
  });
  if (offers.length < fewestDecisions) return [];
  const used = features.map(([feature]) => feature).sort(byText);
  const groups = groupsOf(offers, new Set(used));
  const withFeature = new Map<string, Group[]>(used.map((feature) => [feature, []]));
  for (const group of groups) for (const feature of group.features) withFeature.get(feature)?.push(group);

  const weights = new Map<string, number>();
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const feature of used) {
      const old = weights.get(feature) ?? 0;
      const next = old + newtonStep(old, withFeature.get(feature) ?? []);
      weights.set(feature, next);
      for (const group of withFeature.get(feature) ?? []) group.odds += next - old;
    }
  }
  return used.flatMap((feature) => {
    const weight = Math.round((weights.get(feature) ?? 0) * 1000) / 1000;
    const { accepted, rejected } = seen.get(feature) ?? { accepted: 0, rejected: 0 };
    return Math.abs(weight) < smallestWeight ? [] : [{ feature, weight, accepted, rejected }];
  });
}

function isOffer(decision: Decision): decision is Decision & { offered: Offer } {
  return decision.offered !== undefined;
}

function newtonStep(weight: number, groups: readonly Group[]): number {
  let slope = -restraint * weight;
  let curve = restraint;
  for (const { accepted, total, odds } of groups) {
    const expected = sigmoid(odds);
    slope += accepted - total * expected;
    curve += total * expected * (1 - expected);
  }
  return slope / curve;
}

function countFeatures(offers: readonly (Decision & { offered: Offer })[]) {
  const seen = new Map<string, { patients: Set<string>; accepted: number; rejected: number }>();
  for (const { patient, outcome, offered } of offers) {
    for (const feature of new Set(offered.features)) {
      const count = seen.get(feature) ?? { patients: new Set<string>(), accepted: 0, rejected: 0 };
      seen.set(feature, count);
      count.patients.add(patient);
      count[outcome] += 1;
    }
  }
  return seen;
}

function groupsOf(
  offers: readonly (Decision & { offered: Offer })[],
  used: ReadonlySet<string>,
): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { outcome, offered } of offers) {
    const features = [...new Set(offered.features)].filter((feature) => used.has(feature)).sort(byText);
    const offset = logit(offered.confidence);
    const key = `${offered.confidence} ${features.join(' ')}`;
    const group = groups.get(key) ?? { offset, features, accepted: 0, total: 0, odds: offset };
    groups.set(key, group);
    group.total += 1;
    if (outcome === 'accepted') group.accepted += 1;
  }
  return [...groups].sort(([a], [b]) => byText(a, b)).map(([, group]) => group);
}
