import type { NotCodedView, RuleFiringView, SuggestionView } from '@superbill/contract';
import type { Evidence } from '@superbill/engines/model';

/** The acts of rules that led to a code, also to what it was before, the first first. */
export function firingsBehind(code: string, firings: readonly RuleFiringView[]): RuleFiringView[] {
  const codes = new Set([code]);
  const behind: RuleFiringView[] = [];
  for (const firing of [...firings].reverse()) {
    if (firing.did === 'removed' || firing.to === undefined || !codes.has(firing.to)) continue;
    behind.unshift(firing);
    if (firing.did === 'moved' && firing.from !== undefined) codes.add(firing.from);
  }
  return behind;
}

/** A line of what is not coded: what a rule left out, or what the record does not mean as a diagnosis. */
export interface LeftOut {
  code: string;
  title: string;
  reason: string;
  source: string;
  evidence: readonly Evidence[];
}

/** Everything the record names that is no suggestion, each with its reason. */
export function leftOutOf(
  suggestions: readonly Pick<SuggestionView, 'code'>[],
  firings: readonly RuleFiringView[],
  notCoded: readonly NotCodedView[],
): LeftOut[] {
  const suggested = new Set(suggestions.map(({ code }) => code));
  const byCode = new Map<string, LeftOut>();
  for (const { did, from, to, title, why, source, evidence } of firings) {
    if (did !== 'removed' || from === undefined || suggested.has(from)) continue;
    const reason = to === undefined ? why : `${why} Here ${to} stands for it.`;
    byCode.set(from, { code: from, title, reason, source, evidence });
  }
  for (const { code, title, reason, source, evidence } of notCoded)
    if (!byCode.has(code) && !suggested.has(code))
      byCode.set(code, { code, title, reason, source, evidence });
  return [...byCode.values()];
}
