import type { BodyOf, routes } from '@superbill/contract';
import type { PatientActor } from '../auth/actors.ts';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Work } from '../work.ts';

/** A bill takes this many questions; whoever needs more is better served on the telephone. */
const questionsAllowed = 50;

/**
 * Takes a patient's question about the bill or one line of it to the billers. The line must be of the bill
 * that the session opened. The same question sent twice is one question.
 */
export async function askAboutBill(
  unit: Work,
  { patientId, statementId, proxyId }: Pick<PatientActor, 'patientId' | 'statementId' | 'proxyId'>,
  { statementLineId, body }: BodyOf<typeof routes.askAboutBill>,
): Promise<string> {
  const { db, organizationId } = unit;
  if (statementLineId !== undefined) await mustBeOnBill(unit, statementId, statementLineId);
  // A double click asks twice at the same moment.
  await db
    .selectFrom('patient')
    .select('patient_id')
    .where('organization_id', '=', organizationId)
    .where('patient_id', '=', patientId)
    .forUpdate()
    .execute();
  const asked = await db
    .selectFrom('message')
    .select(['message_id', 'body', 'statement_line_id', 'state'])
    .where('organization_id', '=', organizationId)
    .where('statement_id', '=', statementId)
    .where('author', '=', 'patient')
    .execute();
  const same = asked.find(
    (row) => row.state === 'open' && row.body === body && row.statement_line_id === (statementLineId ?? null),
  );
  if (same) return same.message_id;
  if (asked.length >= questionsAllowed) {
    throw new AppError(
      'request.invalid',
      { statementId },
      'body',
      'There are many questions on this bill already. Please call us.',
    );
  }
  const messageId = newId();
  await db
    .insertInto('message')
    .values({
      organization_id: organizationId,
      message_id: messageId,
      patient_id: patientId,
      statement_id: statementId,
      statement_line_id: statementLineId ?? null,
      author: 'patient',
      proxy_id: proxyId ?? null,
      body,
      created_at: unit.now,
    })
    .execute();
  unit.audit('bill.ask', { kind: 'message', id: messageId, patientId });
  return messageId;
}

async function mustBeOnBill(
  { db, organizationId }: Work,
  statementId: string,
  statementLineId: string,
): Promise<void> {
  const line = await db
    .selectFrom('statement_line')
    .select('statement_line_id')
    .where('organization_id', '=', organizationId)
    .where('statement_id', '=', statementId)
    .where('statement_line_id', '=', statementLineId)
    .executeTakeFirst();
  if (line) return;
  throw new AppError(
    'statement.not-found',
    { statementLineId },
    'statementLineId',
    'There is no such line on this bill.',
  );
}
