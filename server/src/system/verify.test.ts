import { cents } from '@superbill/engines/model';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { adjust, answerClaim, aVisit, sendClaim } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import { recordPayment } from '../ledger/record-payment.ts';
import { createStatement } from '../statements/create-statement.ts';
import { type Verdict, verifyAll, verifyOrganization } from './verify.ts';

const database = await testDatabase();
const world = await aWorld(database);

// A visit with everything: paid by the insurer, billed, partly paid by the patient. And one without coverage.
const visit = await aVisit(world);
const claimId = await sendClaim(world, visit);
await answerClaim(world, claimId, [[adjust('CO', '45', 3000), adjust('PR', '1', 4000)]]);
await world.as('biller', (unit) => createStatement(unit, visit.patientId));
await world.as('biller', (unit) =>
  recordPayment(unit, visit.patientId, { amountCents: cents(1000), method: 'cash' }),
);
const uninsured = await aVisit(world, { covered: false });
await world.as('biller', (unit) => createStatement(unit, uninsured.patientId));

const beside = { keyring: world.system.keyring, dueBefore: world.system.clock.now() };
const stranger = await aWorld(database);
const failed = ({ checks }: Verdict) => checks.filter(({ ok }) => !ok);

test('a practice at work is whole, and every check says what it looked at', async () => {
  const verdict = await verifyOrganization(database.db, world.organizationId, beside);
  expect(failed(verdict)).toEqual([]);
  expect(verdict.ok).toBe(true);
  expect(verdict.checks.map(({ name }) => name)).toEqual([
    'postings-balance',
    'debits-equal-credits',
    'remits-posted-whole',
    'patient-payments-posted',
    'charges-settled-once',
    'credits-are-owed',
    'bills-add-up',
    'sent-claims-frozen',
    'control-numbers-unique',
    'every-visit-in-one-queue',
    'evidence-stands',
    'sent-charges-have-codes',
    'ties-within-the-practice',
    'nothing-stuck',
    'sealed-values',
    'audit-chain',
  ]);
  for (const { detail } of verdict.checks) expect(detail).toMatch(/\d/);
});

test('a practice where nothing has happened is whole', async () => {
  const fresh = await aWorld(database);
  expect(await verifyOrganization(database.db, fresh.organizationId)).toMatchObject({ ok: true });
});

test('proving sees one moment, however much is written meanwhile', async () => {
  const writing = Array.from({ length: 5 }, () =>
    world.as('biller', async (unit) => {
      unit.audit('test.note', { kind: 'test' });
    }),
  );
  const proving = [1, 2, 3].map(() =>
    verifyOrganization(database.db, world.organizationId, { keyring: world.system.keyring }),
  );
  for (const verdict of await Promise.all(proving)) expect(failed(verdict)).toEqual([]);
  await Promise.all(writing);
});

class Undo extends Error {}

/**
 * Changes rows as whoever owns the tables and knows how to switch the guards off, proves, and takes it back.
 * Nothing of the product can do this: the statements are what a thief with the database would run.
 */
async function afterTampering(statements: string[]): Promise<Verdict> {
  let verdict: Verdict | undefined;
  const tampering = database.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.organization_id', ${world.organizationId}, true)`.execute(tx);
    for (const statement of statements) {
      const table = /(?:update|from|table) (\w+)/.exec(statement)?.[1] ?? '';
      await sql.raw(`alter table ${table} disable trigger user`).execute(tx);
      await sql.raw(statement).execute(tx);
    }
    verdict = await verifyAll({ db: tx, organizationId: world.organizationId }, beside);
    throw new Undo();
  });
  await expect(tampering).rejects.toBeInstanceOf(Undo);
  if (!verdict) throw new Error('nothing was proven');
  return verdict;
}

const [charge] = visit.chargeIds;
const [code] = visit.codeIds;
const contract = `charge_id = '${charge}' and adjustment->>'reason' = '45'`;
const cashEntry = `account = 'cash-payer' and charge_id = '${charge}'`;

test.each([
  {
    what: 'an entry raised by a cent',
    tamper: [`update ledger_entry set amount_cents = amount_cents + 1 where ${cashEntry}`],
    found: {
      'postings-balance': /posting [0-9a-f-]{36} is off by \$0\.01/,
      'debits-equal-credits': /debits \$[\d,.]+, credits \$/,
      'remits-posted-whole': /paid \$80\.00, posted \$80\.01/,
    },
  },
  {
    what: 'a posting emptied',
    tamper: [`delete from ledger_entry where charge_id = '${uninsured.chargeIds[0]}'`],
    found: { 'postings-balance': /posting [0-9a-f-]{36} has 0 entries/ },
  },
  {
    what: 'money on an account that does not exist',
    tamper: [
      `update ledger_entry set account = 'pocket' where account = 'revenue' and charge_id = '${uninsured.chargeIds[0]}'`,
    ],
    found: { 'postings-balance': /uses an account pocket that does not exist/ },
  },
  {
    what: 'insurer money moved away, in balance',
    tamper: [
      `update ledger_entry set amount_cents = amount_cents - 500 where ${cashEntry}`,
      `update ledger_entry set amount_cents = amount_cents + 500 where account = 'contractual-adjustments'`,
    ],
    found: { 'remits-posted-whole': /paid \$80\.00, posted \$75\.00/ },
  },
  {
    what: 'a charge settled twice, in balance',
    tamper: [
      `update ledger_entry set amount_cents = amount_cents - 500 where account = 'insurance-receivable' and ${contract}`,
      `update ledger_entry set amount_cents = amount_cents + 500 where account = 'contractual-adjustments' and ${contract}`,
    ],
    found: { 'charges-settled-once': /charge [0-9a-f-]{36} was settled for \$\d+\.00 too much/ },
  },
  {
    what: "a patient's payment lowered",
    tamper: ['update patient_payment set amount_cents = 900'],
    found: { 'patient-payments-posted': /is \$9\.00, posted \$10\.00/ },
  },
  {
    what: 'a bill line raised',
    tamper: [`update statement_line set owed_cents = owed_cents + 100 where charge_id = '${charge}'`],
    found: { 'bills-add-up': /bill line [0-9a-f-]{36} is off by -\$1\.00; bill S000001 is off by -\$1\.00/ },
  },
  {
    what: 'a sentence that is not ours',
    tamper: [
      `update statement_line set reasons = '[{"id": "pay-me", "params": {}}]' where charge_id = '${charge}'`,
    ],
    found: { 'bills-add-up': /unknown sentence/ },
  },
  {
    what: 'a sent claim taken out of its file',
    tamper: [`update claim_version set interchange_id = null where claim_id = '${claimId}'`],
    found: { 'sent-claims-frozen': /claim C00000001 was sent but is frozen in no file/ },
  },
  {
    what: 'a line of a sent claim changed',
    tamper: [`update claim_line set charge_cents = 1 where claim_id = '${claimId}'`],
    found: { 'sent-claims-frozen': /the lines of claim C00000001, version 1/ },
  },
  {
    what: 'a sent version that an older release left in clear, rewritten',
    tamper: [
      `update claim_version set sealed = null, content_sha256 = null, content = '{"charge": 99, "lines": []}' where claim_id = '${claimId}'`,
    ],
    found: { 'sent-claims-frozen': /the lines of claim C00000001, version 1/ },
  },
  {
    what: 'a sent version whose sealed words were changed',
    tamper: [
      `update claim_version set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where claim_id = '${claimId}'`,
    ],
    found: {
      'sent-claims-frozen': /what was sent of claim C00000001, version 1, does not open/,
      'sealed-values': new RegExp(`claim_version ${claimId}/1`),
    },
  },
  {
    what: 'a sent version sealed anew with other words',
    tamper: [`update claim_version set content_sha256 = sha256('x') where claim_id = '${claimId}'`],
    found: { 'sent-claims-frozen': /the lines of claim C00000001, version 1/ },
  },
  {
    what: 'a debt of a patient booked as a use of credit there never was',
    tamper: [
      `update ledger_entry set account = 'patient-credit' where account = 'patient-receivable' and charge_id = '${uninsured.chargeIds[0]}'`,
    ],
    found: {
      'credits-are-owed': new RegExp(`patient ${uninsured.patientId} used \\$[\\d.]+ more credit`),
    },
  },
  {
    what: 'credit that is nobody’s',
    tamper: [
      `update ledger_entry set account = 'patient-credit', patient_id = null where account = 'revenue' and charge_id = '${uninsured.chargeIds[0]}'`,
    ],
    found: { 'credits-are-owed': /of credit are nobody's/ },
  },
  {
    what: 'a row tied to another practice, its foreign key dropped',
    tamper: [
      'alter table patient_payment drop constraint patient_payment_organization_id_recorded_by_fkey',
      `update patient_payment set recorded_by = '${stranger.staff.biller.userId}'`,
    ],
    found: {
      'ties-within-the-practice':
        /patient_payment: FOREIGN KEY \(organization_id, recorded_by\) .* does not bind, 1 rows point out/,
    },
  },
  {
    what: 'a foreign key that leaves the practice out',
    tamper: [
      'alter table app_user add unique (user_id)',
      'alter table patient_payment add foreign key (recorded_by) references app_user (user_id)',
    ],
    found: {
      'ties-within-the-practice': /patient_payment: FOREIGN KEY \(recorded_by\) .* leaves the practice out/,
    },
  },
  {
    what: 'a file that was prepared and never sent',
    tamper: [`update interchange set state = 'prepared', prepared_at = '2027-03-01T00:00:00Z'`],
    found: { 'nothing-stuck': /file \d+ is prepared and was not sent/ },
  },
  {
    what: 'numbers set back, so that they would be given again',
    tamper: [`update control_number set last = 0 where kind = 'interchange'`],
    found: { 'control-numbers-unique': /interchange number 1 is in use, but only 0/ },
  },
  {
    what: 'a visit that stands nowhere',
    tamper: [
      'alter table encounter drop constraint encounter_queue_check',
      `update encounter set queue = 'lost' where encounter_id = '${visit.encounterId}'`,
    ],
    found: { 'every-visit-in-one-queue': new RegExp(`visit ${visit.encounterId} stands at no desk`) },
  },
  {
    what: 'a note rewritten under its code',
    tamper: [
      `update document_version set text = 'All well today.' where document_id = '${visit.documentId}'`,
    ],
    found: { 'evidence-stands': new RegExp(`evidence ${code}:1 does not stand`) },
  },
  {
    what: 'a quote moved by one',
    tamper: [
      `update code_evidence set span_start = span_start + 1, span_end = span_end + 1 where code_id = '${code}'`,
    ],
    found: { 'evidence-stands': new RegExp(`evidence ${code}:1 does not stand`) },
  },
  {
    what: 'a code without its evidence',
    tamper: [`delete from code_evidence where code_id = '${code}'`],
    found: { 'evidence-stands': new RegExp(`code ${code} has no evidence`) },
  },
  {
    what: 'a sent charge cut off from its codes',
    tamper: [`delete from charge_diagnosis where charge_id = '${charge}'`],
    found: { 'sent-charges-have-codes': new RegExp(`charge ${charge} points to no code`) },
  },
  {
    what: 'an act of the audit trail changed',
    tamper: [`update audit_event set action = 'patient.glance' where sequence = 2`],
    found: { 'audit-chain': /Row 2 of the audit trail was changed/ },
  },
  {
    what: 'an act of the audit trail removed',
    tamper: ['delete from audit_event where sequence = 2'],
    found: { 'audit-chain': /Row 2 of the audit trail is missing/ },
  },
  {
    what: 'the end of the audit trail cut off',
    tamper: ['delete from audit_event where sequence > 5'],
    found: { 'audit-chain': /ends at row 5, but \d+ were written/ },
  },
])('$what is found, and nothing else', async ({ tamper, found }) => {
  const faults = failed(await afterTampering(tamper));
  expect(faults.map(({ name }) => name)).toEqual(Object.keys(found));
  for (const { name, detail } of faults) expect(detail).toMatch(found[name as keyof typeof found] ?? /$^/);
});

test('quotes are counted as the screens count them, beyond the basic plane too', async () => {
  const emoji = await aVisit(world, {
    note: 'Feels 🙂 today. Hypertension, not controlled.',
    serviceDate: '2027-03-17',
  });
  expect(emoji.codeIds).toHaveLength(1);
  const verdict = await verifyOrganization(database.db, world.organizationId, {
    keyring: world.system.keyring,
  });
  expect(failed(verdict)).toEqual([]);
});
