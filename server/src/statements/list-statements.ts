import type { PatientSummary, StatementSummary } from '@superbill/contract';
import { type Cents, cents } from '@superbill/engines/model';
import { sql } from 'kysely';
import { AppError } from '../errors.ts';
import { summaryColumns, toSummary } from '../patients/store.ts';
import type { Work } from '../work.ts';
import { loadUninsuredCharges } from './store.ts';

function selectStatements({ db, organizationId }: Work) {
  return db
    .selectFrom('statement as s')
    .innerJoin('patient as p', (join) =>
      join.onRef('p.organization_id', '=', 's.organization_id').onRef('p.patient_id', '=', 's.patient_id'),
    )
    .select(summaryColumns)
    .select(['s.statement_id', 's.number', 's.issued_on', 's.due_on', 's.balance_cents'])
    .select(
      sql<number>`(select count(*) from statement_line x
        where (x.organization_id, x.statement_id) = (s.organization_id, s.statement_id))::integer`.as(
        'lines',
      ),
    )
    .select(
      sql<number>`(select count(*) from message x
        where (x.organization_id, x.statement_id) = (s.organization_id, s.statement_id)
          and x.reply_to_id is null and x.state = 'open')::integer`.as('open_questions'),
    )
    .where('s.organization_id', '=', organizationId);
}

type StatementRow = Awaited<ReturnType<ReturnType<typeof selectStatements>['execute']>>[number];

function toStatement(row: StatementRow): StatementSummary {
  return {
    id: row.statement_id,
    number: row.number,
    patient: toSummary(row),
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    balanceCents: row.balance_cents,
    lines: row.lines,
    openQuestions: row.open_questions,
  };
}

export async function loadStatement(unit: Work, statementId: string): Promise<StatementSummary> {
  const row = await selectStatements(unit).where('s.statement_id', '=', statementId).executeTakeFirst();
  if (!row) throw new AppError('statement.not-found', { statementId });
  return toStatement(row);
}

/** Bills, newest first. */
export async function loadStatements(unit: Work, limit: number): Promise<StatementSummary[]> {
  const rows = await selectStatements(unit)
    .orderBy('s.created_at', 'desc')
    .orderBy('s.number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toStatement);
}

export interface Unbilled {
  patient: PatientSummary;
  balanceCents: Cents;
}

/**
 * Patients to bill next, the largest balance first: those who owe more on some service than any bill has
 * told them, and those whose visit nobody but they can be asked for.
 */
export async function loadUnbilled(unit: Work, limit: number): Promise<Unbilled[]> {
  const { db, organizationId } = unit;
  const owing = await sql<{ patient_id: string; balance: Cents; untold: boolean }>`
    with owed as (
      select patient_id, charge_id, sum(amount_cents)::bigint as cents from ledger_entry
      where organization_id = ${organizationId} and account = 'patient-receivable'
      group by patient_id, charge_id
    ), told as (
      select distinct on (l.charge_id) l.charge_id, l.owed_cents as cents from statement_line l
      join statement s on (s.organization_id, s.statement_id) = (l.organization_id, l.statement_id)
      where l.organization_id = ${organizationId}
      order by l.charge_id, s.created_at desc, s.number desc
    )
    select owed.patient_id, sum(owed.cents)::bigint as balance,
      bool_or(owed.cents > coalesce(told.cents, 0)) as untold
    from owed left join told using (charge_id)
    group by owed.patient_id having sum(owed.cents) <> 0`.execute(db);

  const balances = new Map(owing.rows.map((row) => [row.patient_id, cents(row.balance)]));
  const candidates = new Set(owing.rows.filter((row) => row.untold).map((row) => row.patient_id));
  for (const { patientId, amount } of await loadUninsuredCharges(unit)) {
    balances.set(patientId, cents((balances.get(patientId) ?? 0) + amount));
    candidates.add(patientId);
  }
  const due = [...candidates]
    .map((patientId) => ({ patientId, balanceCents: balances.get(patientId) ?? cents(0) }))
    .filter(({ balanceCents }) => balanceCents > 0)
    .sort((a, b) => b.balanceCents - a.balanceCents)
    .slice(0, limit);
  if (due.length === 0) return [];
  const patients = await db
    .selectFrom('patient as p')
    .select(summaryColumns)
    .where('p.organization_id', '=', organizationId)
    .where(
      'p.patient_id',
      'in',
      due.map(({ patientId }) => patientId),
    )
    .execute();
  const summaries = new Map(patients.map((row) => [row.patient_id, toSummary(row)]));
  return due.flatMap(({ patientId, balanceCents }) => {
    const patient = summaries.get(patientId);
    return patient ? [{ patient, balanceCents }] : [];
  });
}
