import type { RuleFiring } from '../../model/index.ts';
import type { Candidate } from '../candidates.ts';
import type { Case, CodingRule } from './rule.ts';

/**
 * What one application of a rule did, told from the candidates before and after it: a candidate whose path
 * goes on from another's came from it, and one that is gone was removed unless something came from it.
 */
export function firingsOf(
  rule: CodingRule,
  before: readonly Candidate[],
  after: readonly Candidate[],
  about: Case,
): RuleFiring[] {
  const kept = new Set(after);
  const byCode = new Map(before.map((candidate) => [candidate.code, candidate]));
  const byPath = new Map(before.map((candidate) => [pathKey(candidate.path), candidate]));
  const codesAfter = new Set(after.map(({ code }) => code));
  const movedFrom = new Set<string>();
  const { id, source } = rule;
  const firings: RuleFiring[] = [];
  for (const candidate of after) {
    const { code: to, title, evidence } = candidate;
    const same = byCode.get(to);
    if (same === candidate) continue;
    const origin = same && samePath(same, candidate) ? same : cameFrom(candidate, byPath);
    const told = { rule: id, source, title, evidence };
    if (origin && origin.code === to) {
      const did = changeOf(origin, candidate);
      if (did) firings.push({ ...told, did, to, why: rule.reason });
      continue;
    }
    const why = stepOf(candidate) ?? rule.reason;
    if (!origin) firings.push({ ...told, did: 'added', to, why });
    else if (codesAfter.has(origin.code)) firings.push({ ...told, did: 'added', from: origin.code, to, why });
    else {
      movedFrom.add(origin.code);
      firings.push({ ...told, did: 'moved', from: origin.code, to, why });
    }
  }
  for (const gone of before) {
    if (kept.has(gone) || codesAfter.has(gone.code) || movedFrom.has(gone.code)) continue;
    const standIn = standInFor(gone, rule, after, about);
    firings.push({
      rule: id,
      source,
      did: 'removed',
      from: gone.code,
      ...(standIn && { to: standIn.code }),
      title: gone.title,
      why: rule.reason,
      evidence: gone.evidence,
    });
  }
  return firings;
}

/** Of several the one the record names first. */
function standInFor(
  gone: Candidate,
  rule: CodingRule,
  after: readonly Candidate[],
  about: Case,
): Candidate | undefined {
  let first: Candidate | undefined;
  for (const other of after) {
    if (first && first.order <= other.order) continue;
    if (rule.standsFor?.(other, gone, about)) first = other;
  }
  return first;
}

const pathKey = (path: readonly string[]) => path.join('\n');

function samePath(a: Candidate, b: Candidate): boolean {
  return pathKey(a.path) === pathKey(b.path);
}

/** The candidate whose path this one's goes on from, by the longest stretch. */
function cameFrom({ path }: Candidate, byPath: ReadonlyMap<string, Candidate>): Candidate | undefined {
  for (let length = path.length - 1; length > 0; length--) {
    const origin = byPath.get(pathKey(path.slice(0, length)));
    if (origin) return origin;
  }
  return undefined;
}

function changeOf(before: Candidate, after: Candidate): RuleFiring['did'] | undefined {
  if (after.evidence.length > before.evidence.length) return 'supported';
  return after.order === before.order ? undefined : 'placed';
}

/** The rule's own step of a path, without the code it ends in. */
function stepOf({ path, code }: Candidate): string | undefined {
  const step = path.at(-1);
  const arrow = step?.lastIndexOf(` → ${code}`) ?? -1;
  return arrow > 0 ? step?.slice(0, arrow) : step;
}

/** The rules that touched each code that is left, in their order, with those of the codes it was before. */
export function rulesByCode(firings: readonly RuleFiring[]): Map<string, string[]> {
  const touched = new Map<string, string[]>();
  for (const { did, rule, from, to } of firings) {
    if (did === 'removed' || to === undefined) continue;
    const before = did === 'moved' && from !== undefined ? (touched.get(from) ?? []) : [];
    touched.set(to, [...new Set([...(touched.get(to) ?? []), ...before, rule])]);
  }
  return touched;
}
