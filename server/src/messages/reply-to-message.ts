import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { staffId, type Work } from '../work.ts';

/** Answers a patient's question; the patient sees it with the bill, and the question is off the list. */
export async function replyToMessage(unit: Work, messageId: string, body: string): Promise<string> {
  const { db, organizationId } = unit;
  const question = await db
    .selectFrom('message')
    .select(['patient_id', 'statement_id', 'statement_line_id'])
    .where('organization_id', '=', organizationId)
    .where('message_id', '=', messageId)
    .where('reply_to_id', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!question) throw new AppError('message.not-found', { messageId });
  const replyId = newId();
  await db
    .insertInto('message')
    .values({
      ...question,
      organization_id: organizationId,
      message_id: replyId,
      reply_to_id: messageId,
      author: 'practice',
      author_id: staffId(unit),
      body,
      state: 'answered',
      created_at: unit.now,
    })
    .execute();
  await db
    .updateTable('message')
    .set({ state: 'answered' })
    .where('organization_id', '=', organizationId)
    .where('message_id', '=', messageId)
    .execute();
  unit.audit('message.reply', { kind: 'message', id: messageId, patientId: question.patient_id });
  return replyId;
}
