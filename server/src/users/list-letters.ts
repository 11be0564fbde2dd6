import type { ResponseOf, routes } from '@superbill/contract';
import type { Work } from '../work.ts';

type LetterSummary = ResponseOf<typeof routes.listLetters>['letters'][number];

const shown = 100;

/** The newest letters and what became of them; never their text. */
export async function listLetters({ db, organizationId }: Work): Promise<LetterSummary[]> {
  const rows = await db
    .selectFrom('letter')
    .select(['letter_id', 'user_id', 'kind', 'state', 'attempts', 'last_problem', 'created_at'])
    .where('organization_id', '=', organizationId)
    .orderBy('created_at', 'desc')
    .orderBy('letter_id', 'desc')
    .limit(shown)
    .execute();
  return rows.map((row) => ({
    id: row.letter_id,
    userId: row.user_id,
    kind: row.kind as LetterSummary['kind'],
    state: row.state as LetterSummary['state'],
    attempts: row.attempts,
    lastProblem: row.last_problem,
    createdAt: row.created_at,
  }));
}
