import type { BodyOf, routes } from '@superbill/contract';
import { formatDate } from '@superbill/engines/model';
import { addDocument } from '../encounters/documents.ts';
import { AppError } from '../errors.ts';
import { staffId, type Work } from '../work.ts';
import { returnWhenAnswered } from './ask-query.ts';

/**
 * Answers a question put to the signed-in physician. The answer is signed into the record as an addendum,
 * so that a code may stand on it; the visit goes back to the coder.
 */
export async function answerQuery(
  unit: Work,
  queryId: string,
  answer: BodyOf<typeof routes.answerQuery>,
): Promise<void> {
  const { db, organizationId } = unit;
  const query = await db
    .selectFrom('query as q')
    .innerJoin('app_user as u', (join) =>
      join
        .onRef('u.organization_id', '=', 'q.organization_id')
        .onRef('u.practitioner_id', '=', 'q.practitioner_id'),
    )
    .select(['q.encounter_id', 'q.question', 'q.options', 'q.state', 'u.name'])
    .where('q.organization_id', '=', organizationId)
    .where('q.query_id', '=', queryId)
    // Another physician's question is not there for this one.
    .where('u.user_id', '=', staffId(unit))
    .forUpdate('q')
    .executeTakeFirst();
  if (!query) throw new AppError('query.not-found', { queryId });
  if (query.state !== 'open') throw new AppError('query.closed', { queryId });
  if (!(query.options as unknown as string[]).includes(answer.option)) {
    throw new AppError('query.option-unknown', { queryId }, 'option');
  }

  const documentId = await addDocument(unit, query.encounter_id, {
    kind: 'addendum',
    title: `Addendum of ${formatDate(unit.today)}`,
    text: [
      `Question: ${query.question}`,
      `Answer: ${answer.option}`,
      ...(answer.text ? [answer.text] : []),
    ].join('\n'),
  });
  await db
    .updateTable('query')
    .set({
      state: 'answered',
      answer_option: answer.option,
      answer_text: answer.text ?? null,
      answer_document_id: documentId,
      answered_by: staffId(unit),
      answered_at: unit.now,
    })
    .where('organization_id', '=', organizationId)
    .where('query_id', '=', queryId)
    .execute();
  unit.audit('query.answer', { kind: 'query', id: queryId });
  await returnWhenAnswered(unit, query.encounter_id, `${query.name} answered your question.`);
}
