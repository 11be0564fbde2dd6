import type { Message } from '@superbill/contract';
import { summaryColumns, toSummary } from '../patients/store.ts';
import type { Work } from '../work.ts';

function selectMessages({ db, organizationId }: Work) {
  return db
    .selectFrom('message as m')
    .innerJoin('patient as p', (join) =>
      join.onRef('p.organization_id', '=', 'm.organization_id').onRef('p.patient_id', '=', 'm.patient_id'),
    )
    .innerJoin('statement as s', (join) =>
      join
        .onRef('s.organization_id', '=', 'm.organization_id')
        .onRef('s.statement_id', '=', 'm.statement_id'),
    )
    .leftJoin('statement_line as l', (join) =>
      join
        .onRef('l.organization_id', '=', 'm.organization_id')
        .onRef('l.statement_line_id', '=', 'm.statement_line_id'),
    )
    .leftJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'm.organization_id').onRef('u.user_id', '=', 'm.author_id'),
    )
    .select(summaryColumns)
    .select(['m.message_id', 'm.reply_to_id', 'm.statement_id', 'm.statement_line_id', 'm.author', 'm.body'])
    .select(['m.state', 'm.created_at', 's.number', 'l.wording', 'u.name as author_name'])
    .where('m.organization_id', '=', organizationId);
}

/**
 * Patients' questions with the answers to each: those of one bill or all open ones, who waits longest first; or
 * all answered ones, the newest first.
 */
export async function loadMessages(
  unit: Work,
  of: { state: Message['state'] } | { statementId: string },
): Promise<Message[]> {
  const order = 'state' in of && of.state === 'answered' ? 'desc' : 'asc';
  const questions = selectMessages(unit)
    .where('m.reply_to_id', 'is', null)
    .orderBy('m.created_at', order)
    .orderBy('m.message_id', order);
  const found = await ('state' in of
    ? questions.where('m.state', '=', of.state)
    : questions.where('m.statement_id', '=', of.statementId)
  )
    .limit(500)
    .execute();
  if (found.length === 0) return [];
  const replies = await selectMessages(unit)
    .where(
      'm.reply_to_id',
      'in',
      found.map((row) => row.message_id),
    )
    .orderBy('m.created_at')
    .orderBy('m.message_id')
    .execute();
  return found.map((row) => ({
    id: row.message_id,
    patient: toSummary(row),
    statementId: row.statement_id,
    statementNumber: row.number,
    statementLineId: row.statement_line_id,
    lineWording: row.wording,
    author: row.author as Message['author'],
    authorName: row.author_name,
    body: row.body,
    state: row.state as Message['state'],
    createdAt: row.created_at,
    replies: replies
      .filter((reply) => reply.reply_to_id === row.message_id)
      .map((reply) => ({
        id: reply.message_id,
        authorName: reply.author_name,
        body: reply.body,
        createdAt: reply.created_at,
      })),
  }));
}
