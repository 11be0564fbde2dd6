import { routes } from '@superbill/contract';
import { type Handler, handle, handleInSteps, handleWithSecret } from '../http/handle.ts';
import { loadMessages } from '../messages/store.ts';
import { work } from '../work.ts';
import { createStatement } from './create-statement.ts';
import { issueLink } from './links.ts';
import { loadStatement, loadStatements, loadUnbilled } from './list-statements.ts';
import { loadStatementLines } from './statement-lines.ts';

export const statementHandlers: Handler[] = [
  handle(routes.listStatements, async (unit, { query: { limit } }) => {
    const statements = await loadStatements(unit, limit);
    const unbilled = await loadUnbilled(unit, limit);
    unit.audit('statement.list', {
      kind: 'statement',
      detail: { count: statements.length, unbilled: unbilled.length },
    });
    return { statements, unbilled };
  }),

  handleWithSecret(
    routes.createStatement,
    (unit, { params: { patientId } }) => createStatement(unit, patientId),
    async (unit, { id, number }) => ({ id, number, link: await issueLink(unit, id) }),
  ),

  // In steps, because a link must not be stored with an Idempotency-Key: sent again it makes another one.
  handleInSteps(
    routes.renewStatementLink,
    ({ system }, actor, { params: { statementId }, body: { proxyId } }) =>
      work(system, actor, async (unit) => ({ link: await issueLink(unit, statementId, proxyId) })),
  ),

  // In the office's language; the patient's own page has the patient's.
  handle(routes.readStatement, async (unit, { params: { statementId } }) => {
    const statement = await loadStatement(unit, statementId);
    const lines = await loadStatementLines(unit, statementId, 'en');
    const messages = await loadMessages(unit, { statementId });
    unit.audit('statement.read', {
      kind: 'statement',
      id: statementId,
      patientId: statement.patient.id,
    });
    return { ...statement, lines, messages };
  }),
];
