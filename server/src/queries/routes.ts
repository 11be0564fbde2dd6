import { routes } from '@superbill/contract';
import { type Handler, handle } from '../http/handle.ts';
import { answerQuery } from './answer-query.ts';
import { askQuery, withdrawQuery } from './ask-query.ts';
import { loadQueriesOfPractitioner } from './store.ts';

export const queryHandlers: Handler[] = [
  handle(routes.askQuery, async (unit, { params: { encounterId }, body }) => ({
    id: await askQuery(unit, encounterId, body),
  })),

  handle(routes.listQueries, async (unit, { query: { state } }) => {
    const user = await unit.db
      .selectFrom('app_user')
      .select('practitioner_id')
      .where('organization_id', '=', unit.organizationId)
      .where('user_id', '=', unit.userId)
      .executeTakeFirstOrThrow();
    if (user.practitioner_id === null) return { queries: [] };
    const queries = await loadQueriesOfPractitioner(unit, user.practitioner_id, state);
    for (const { id, patient } of queries)
      unit.audit('query.read', { kind: 'query', id, patientId: patient.id });
    return { queries };
  }),

  handle(routes.answerQuery, async (unit, { params: { queryId }, body }) => {
    await answerQuery(unit, queryId, body);
    return { id: queryId };
  }),

  handle(routes.withdrawQuery, async (unit, { params: { encounterId, queryId } }) => {
    await withdrawQuery(unit, encounterId, queryId);
    return {};
  }),
];
