import type { Check } from '@superbill/contract';
import { accounts, sentences } from '@superbill/engines/ledger';
import { type Cents, cents, formatMoney } from '@superbill/engines/model';
import { sql } from 'kysely';
import { countRows, outcome, type Scope } from './check.ts';

const next = 'The books were changed outside of Superbill: compare with a backup before anything is posted.';

/** Each posting has two entries or more, on accounts we know, and sums to zero. */
export async function verifyPostings(scope: Scope): Promise<Check> {
  const { db, organizationId } = scope;
  const known = Object.keys(accounts);
  const { rows } = await sql<{ posting_id: string; entries: number; total: Cents; strange: string | null }>`
    select p.posting_id, count(e.ordinal)::integer as entries, coalesce(sum(e.amount_cents), 0)::bigint as total,
      min(e.account) filter (where e.account <> all (${known}::text[])) as strange
    from posting p left join ledger_entry e using (organization_id, posting_id)
    where p.organization_id = ${organizationId}
    group by p.posting_id
    having count(e.ordinal) < 2 or sum(e.amount_cents) <> 0
      or bool_or(e.account <> all (${known}::text[]))`.execute(db);
  const faults = rows.flatMap(({ posting_id: id, entries, total, strange }) => {
    if (total !== 0) return [`posting ${id} is off by ${formatMoney(total)}`];
    if (entries < 2) return [`posting ${id} has ${entries} entries`];
    return [`posting ${id} uses an account ${strange} that does not exist`];
  });
  return outcome('postings-balance', {
    looked: `${await countRows(scope, 'posting')} postings, each sums to zero`,
    faults,
    next,
  });
}

/** All debits equal all credits. */
export async function verifyTotals({ db, organizationId }: Scope): Promise<Check> {
  const { rows } = await sql<{ debits: Cents; credits: Cents }>`
    select coalesce(sum(amount_cents) filter (where amount_cents > 0), 0)::bigint as debits,
      coalesce(-sum(amount_cents) filter (where amount_cents < 0), 0)::bigint as credits
    from ledger_entry where organization_id = ${organizationId}`.execute(db);
  const debits = rows[0]?.debits ?? (0 as Cents);
  const credits = rows[0]?.credits ?? (0 as Cents);
  return outcome('debits-equal-credits', {
    looked: `${formatMoney(debits)} on either side`,
    faults: debits === credits ? [] : [`debits ${formatMoney(debits)}, credits ${formatMoney(credits)}`],
    next,
  });
}

/** What was posted to cash for a payment is what the payer paid (BPR02). */
export async function verifyRemits({ db, organizationId }: Scope): Promise<Check> {
  const { rows } = await sql<{ remit_id: string; paid: Cents; posted: Cents }>`
    select r.remit_id, r.paid_cents as paid, coalesce(sum(e.amount_cents), 0)::bigint as posted
    from remit r
    left join posting p on (p.organization_id, p.remit_id) = (r.organization_id, r.remit_id)
    left join ledger_entry e on (e.organization_id, e.posting_id) = (p.organization_id, p.posting_id)
      and e.account = 'cash-payer'
    where r.organization_id = ${organizationId}
    group by r.remit_id, r.paid_cents`.execute(db);
  const faults = rows
    .filter(({ paid, posted }) => paid !== posted)
    .map(
      ({ remit_id: id, paid, posted }) =>
        `remit ${id} paid ${formatMoney(paid)}, posted ${formatMoney(posted)}`,
    );
  return outcome('remits-posted-whole', {
    looked: `${rows.length} payments, each posted as paid`,
    faults,
    next,
  });
}

/** Insurers settled no charge for more than was billed to them: what is left there is never below zero. */
export async function verifySettledOnce(scope: Scope): Promise<Check> {
  const { db, organizationId } = scope;
  const { rows } = await sql<{ charge_id: string; left: Cents }>`
    select charge_id, sum(amount_cents)::bigint as left from ledger_entry
    where organization_id = ${organizationId} and account = 'insurance-receivable' and charge_id is not null
    group by charge_id having sum(amount_cents) < 0`.execute(db);
  return outcome('charges-settled-once', {
    looked: `${await countRows(scope, 'charge')} charges`,
    faults: rows.map(
      ({ charge_id: id, left }) => `charge ${id} was settled for ${formatMoney(cents(-left))} too much`,
    ),
    next: 'Look at the payments of these charges; ask the payer which of its answers stands.',
  });
}

/** What patients paid is in the books, payment by payment; a payment that was voided came out again. */
export async function verifyPatientPayments(scope: Scope): Promise<Check> {
  const { db, organizationId } = scope;
  const { rows } = await sql<{ payment_id: string; amount: Cents; posted: Cents }>`
    select t.payment_id, (case when v.payment_id is null then t.amount_cents else 0 end)::bigint as amount,
      coalesce(sum(e.amount_cents), 0)::bigint as posted
    from patient_payment t
    left join payment_void v using (organization_id, payment_id)
    left join ledger_entry e on (e.organization_id, e.payment_id) = (t.organization_id, t.payment_id)
      and e.account = 'cash-patient'
    where t.organization_id = ${organizationId}
    group by t.payment_id, t.amount_cents, v.payment_id
    having case when v.payment_id is null then t.amount_cents else 0 end <> coalesce(sum(e.amount_cents), 0)`.execute(
    db,
  );
  const faults = rows.map(
    ({ payment_id: id, amount, posted }) =>
      `payment ${id} is ${formatMoney(amount)}, posted ${formatMoney(posted)}`,
  );
  return outcome('patient-payments-posted', {
    looked: `${await countRows(scope, 'patient_payment')} payments of patients`,
    faults,
    next,
  });
}

/** What the account of credits holds is what patients have to their credit: each entry is somebody's, and nobody's is below zero. */
export async function verifyCredits({ db, organizationId }: Scope): Promise<Check> {
  const { rows } = await sql<{ patient_id: string | null; credit: Cents }>`
    select patient_id, -sum(amount_cents)::bigint as credit from ledger_entry
    where organization_id = ${organizationId} and account = 'patient-credit'
    group by patient_id`.execute(db);
  const held = rows.reduce((total, { credit }) => total + credit, 0);
  const faults = rows.flatMap(({ patient_id: id, credit }) => {
    if (id === null) return [`${formatMoney(credit)} of credit are nobody's`];
    return credit < 0 ? [`patient ${id} used ${formatMoney(cents(-credit))} more credit than there was`] : [];
  });
  return outcome('credits-are-owed', {
    looked: `${formatMoney(cents(held))} of credit of ${rows.length} patients, as the account says`,
    faults,
    next,
  });
}

/** Every line of a bill adds up, belongs to its patient and says only sentences we have; so does the bill. */
export async function verifyStatements(scope: Scope): Promise<Check> {
  const { db, organizationId } = scope;
  const lines = await sql<{ id: string; off: Cents }>`
    select id, off from (select l.statement_line_id as id,
      (l.price_cents - l.discount_cents - l.insurance_paid_cents - l.patient_paid_cents
        - l.insurance_pending_cents - l.owed_cents)::bigint as off,
      e.patient_id is distinct from s.patient_id
        or exists (select from jsonb_array_elements(l.reasons) r
          where r->>'id' is null or r->>'id' <> all (${Object.keys(sentences)}::text[])) as "foreign"
    from statement_line l
    join statement s using (organization_id, statement_id)
    left join charge c using (organization_id, charge_id)
    left join encounter e using (organization_id, encounter_id)
    where l.organization_id = ${organizationId}) as line
    where off <> 0 or "foreign"`.execute(db);
  const bills = await sql<{ number: string; off: Cents }>`
    select s.number, (s.balance_cents - coalesce(sum(l.owed_cents), 0))::bigint as off
    from statement s left join statement_line l using (organization_id, statement_id)
    where s.organization_id = ${organizationId}
    group by s.number, s.balance_cents having s.balance_cents <> coalesce(sum(l.owed_cents), 0)`.execute(db);
  const faults = [
    ...lines.rows.map(({ id, off }) =>
      off === 0
        ? `bill line ${id} has a charge of another patient or an unknown sentence`
        : `bill line ${id} is off by ${formatMoney(off)}`,
    ),
    ...bills.rows.map(({ number, off }) => `bill ${number} is off by ${formatMoney(off)}`),
  ];
  return outcome('bills-add-up', {
    looked: `${await countRows(scope, 'statement_line')} lines of bills`,
    faults,
    next: 'Do not send these bills; make new ones and tell the patients.',
  });
}
