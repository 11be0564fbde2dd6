import type { StatementLineView } from '@superbill/contract';
import { type Language, type Sentence, say } from '@superbill/engines/ledger';
import type { Work } from '../work.ts';

/** The lines of a bill as they were written, put into a language. */
export async function loadStatementLines(
  { db, organizationId }: Work,
  statementId: string,
  language: Language,
): Promise<StatementLineView[]> {
  const rows = await db
    .selectFrom('statement_line')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('statement_id', '=', statementId)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    id: row.statement_line_id,
    serviceDate: row.service_date,
    wording: (language === 'es' ? row.wording_es : null) ?? row.wording,
    practitioner: row.practitioner,
    priceCents: row.price_cents,
    discountCents: row.discount_cents,
    insurancePaidCents: row.insurance_paid_cents,
    insurancePendingCents: row.insurance_pending_cents,
    patientPaidCents: row.patient_paid_cents,
    owedCents: row.owed_cents,
    reasons: (row.reasons as unknown as Sentence[]).map((sentence) => say(sentence, language)),
  }));
}
