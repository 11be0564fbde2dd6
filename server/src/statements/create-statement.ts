import { type Sentence, type StatementLine, statementLines } from '@superbill/engines/ledger';
import { addDays, cents, sum } from '@superbill/engines/model';
import { moveTo } from '../encounters/queue.ts';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { bookCharges, loadEntries } from '../ledger/store.ts';
import { loadSummary } from '../patients/store.ts';
import { nextNumber } from '../practice/control-number.ts';
import { staffId, type Work } from '../work.ts';
import { loadServices, loadShownLines, loadUninsuredCharges, type ShownLine } from './store.ts';

/** How long a patient has to pay. */
const daysToPay = 30;

/**
 * Makes a bill of what a patient owes. Services without coverage are booked to the patient first. The bill has
 * a line for each service with something open and for each that changed since a bill last showed it, so that
 * nothing a patient was told about ends in silence.
 */
export async function createStatement(
  unit: Work,
  patientId: string,
): Promise<{ id: string; number: string }> {
  const { db, organizationId } = unit;
  await loadSummary(unit, patientId, 'lock');
  await billUninsured(unit, patientId);

  const services = await loadServices(unit, patientId);
  const entries = await loadEntries(unit, { patientId });
  const shown = new Map((await loadShownLines(unit, patientId)).map((line) => [line.chargeId, line]));
  const lines = statementLines(services, entries).filter((line) => belongs(line, shown.get(line.chargeId)));
  const balance = sum(lines.map(owedOf));
  if (balance <= 0) throw new AppError('statement.nothing-owed', { patientId });

  const statementId = newId();
  const number = `S${String(await nextNumber(unit, 'statement')).padStart(6, '0')}`;
  await db
    .insertInto('statement')
    .values({
      organization_id: organizationId,
      statement_id: statementId,
      patient_id: patientId,
      number,
      issued_on: unit.today,
      due_on: addDays(unit.today, daysToPay),
      balance_cents: balance,
      created_by: staffId(unit),
      created_at: unit.now,
    })
    .execute();
  const spanish = new Map(services.map((service) => [service.chargeId, service.whatInSpanish]));
  await db
    .insertInto('statement_line')
    .values(
      lines.map((line, index) => ({
        organization_id: organizationId,
        statement_line_id: newId(),
        statement_id: statementId,
        ordinal: index + 1,
        charge_id: line.chargeId,
        service_date: line.date,
        wording: line.what,
        wording_es: spanish.get(line.chargeId) ?? null,
        practitioner: line.by,
        price_cents: line.price,
        discount_cents: line.discount,
        insurance_paid_cents: line.insurerPaid,
        patient_paid_cents: line.patientPaid,
        insurance_pending_cents: line.pending,
        owed_cents: owedOf(line),
        reasons: JSON.stringify(reasonsOf(line)),
      })),
    )
    .execute();
  unit.audit('statement.create', { kind: 'statement', id: statementId, patientId });
  return { id: statementId, number };
}

/** Books the charges of visits without coverage to the patient; those visits now wait for the patient. */
async function billUninsured(unit: Work, patientId: string): Promise<void> {
  const charges = await loadUninsuredCharges(unit, patientId);
  await bookCharges(unit, charges, 'patient');
  for (const encounterId of new Set(charges.map((charge) => charge.encounterId)))
    await moveTo(unit, encounterId, 'patient');
}

/** What a line asks for; negative when the patient paid too much. */
function owedOf({ youOwe, credit }: StatementLine) {
  return cents(youOwe - credit);
}

function belongs(line: StatementLine, shown: ShownLine | undefined): boolean {
  const open = line.youOwe !== 0 || line.credit !== 0 || line.pending !== 0;
  return (
    open ||
    !shown ||
    shown.owed !== owedOf(line) ||
    shown.pending !== line.pending ||
    shown.discount !== line.discount ||
    shown.insurerPaid !== line.insurerPaid ||
    shown.patientPaid !== line.patientPaid
  );
}

/**
 * The sentence of a line, and after it what it leaves unsaid: each of several shares, and why a part beside
 * them is still open with the insurer.
 */
export function reasonsOf({ reason, because, pending }: StatementLine): Sentence[] {
  const unsaid = because.filter((other) =>
    'share' in other.params ? reason.id === 'several-shares' : pending !== 0 && other.id !== reason.id,
  );
  return [reason, ...unsaid];
}
