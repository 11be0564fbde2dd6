import type { QueryProposal } from '../../model/index.ts';
import type { Candidate } from '../candidates.ts';
import type { Case } from '../rules/rule.ts';

export function proposeQueries(_: readonly Candidate[], __: Case): QueryProposal[] {
  return [];
}
