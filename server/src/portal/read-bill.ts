import type { Bill } from '@superbill/contract';
import type { Language } from '@superbill/engines/ledger';
import type { PatientActor } from '../auth/actors.ts';
import { loadMessages } from '../messages/store.ts';
import { findProxy } from '../proxies/store.ts';
import { loadStatementLines } from '../statements/statement-lines.ts';
import type { Work } from '../work.ts';

/** The bill that the session opened, in the language asked for or the patient's own. */
export async function readBill(
  unit: Work,
  { patientId, statementId, proxyId }: Pick<PatientActor, 'patientId' | 'statementId' | 'proxyId'>,
  asked: Language | undefined,
): Promise<Bill> {
  const { db, organizationId } = unit;
  const row = await db
    .selectFrom('statement as s')
    .innerJoin('patient as p', (join) =>
      join.onRef('p.organization_id', '=', 's.organization_id').onRef('p.patient_id', '=', 's.patient_id'),
    )
    .innerJoin('organization as o', 'o.organization_id', 's.organization_id')
    .select(['s.number', 's.issued_on', 's.due_on', 's.balance_cents'])
    .select(['p.first_name', 'p.language', 'o.name', 'o.phone'])
    .where('s.organization_id', '=', organizationId)
    .where('s.statement_id', '=', statementId)
    .where('s.patient_id', '=', patientId)
    .executeTakeFirstOrThrow();
  const language = asked ?? (row.language as Language);
  const proxy = proxyId === undefined ? undefined : await findProxy(unit, patientId, proxyId);
  const questions = await loadMessages(unit, { statementId });
  unit.audit('bill.read', { kind: 'statement', id: statementId, patientId });
  return {
    practice: { name: row.name, phone: row.phone },
    number: row.number,
    language,
    patientFirstName: row.first_name,
    readBy: proxy ? `${proxy.first_name} ${proxy.last_name}` : null,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    balanceCents: row.balance_cents,
    lines: await loadStatementLines(unit, statementId, language),
    questions: questions.map(({ id, statementLineId, body, createdAt, replies }) => ({
      id,
      statementLineId,
      body,
      createdAt,
      // Who answered is the practice's own business.
      replies: replies.map((reply) => ({ id: reply.id, body: reply.body, createdAt: reply.createdAt })),
    })),
  };
}
