import { balanceOf, type Account as LedgerAccount } from '@superbill/engines/ledger';
import { type Claim, cents, isoDate, type Remit, type RemitClaim } from '@superbill/engines/model';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { remitFile, sentClaim } from '../../../test/remit-file.ts';
import { adjust, aRemit, aVisit, rejectClaim, sendClaim } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import { changeCharge } from '../charges/change-charge.ts';
import { readClaim } from '../claims/read-claim.ts';
import { processFile, receiveFile } from '../files/receive-file.ts';
import { loadInboundFiles } from '../files/store.ts';
import { loadEntries } from '../ledger/store.ts';
import { verifyAll } from '../system/verify.ts';
import { loadRemits } from './store.ts';

const database = await testDatabase();
const world = await aWorld(database);
const { biller } = world.staff;
const post = (remits: Remit[]) => receiveFile(world.system, biller, 'a.835', Buffer.from(remitFile(remits)));
const remitCount = async () => (await world.as('biller', (unit) => loadRemits(unit, 500))).length;
const stateOf = async (claimId: string) =>
  (await world.as('biller', (unit) => readClaim(unit, claimId))).state;

/** How many files wait because they answer a claim that was answered before. */
async function waitingFiles(): Promise<number> {
  const { files } = await world.as('biller', (unit) =>
    loadInboundFiles(unit, { state: 'waiting', limit: 500 }),
  );
  return files.filter(({ problem }) => problem?.code === 'remit.answered-twice').length;
}

/** A claim that was sent: 99213 for $150.00. */
async function aSentClaim() {
  const visit = await aVisit(world);
  const claimId = await sendClaim(world, visit);
  return { ...visit, claimId, chargeId: visit.chargeIds[0] ?? '', claim: await sentClaim(world, claimId) };
}

const watched = [
  'insurance-receivable',
  'insurance-denied',
  'patient-receivable',
  'contractual-adjustments',
  'cash-payer',
] as const satisfies LedgerAccount[];

/** What stands on each account for a charge, in cents. */
async function balances(chargeId: string) {
  const entries = await world.as('biller', (unit) => loadEntries(unit, { chargeId }));
  return Object.fromEntries(watched.map((account) => [account, balanceOf(entries, account)]));
}

/** What stands on an account for the whole practice. */
async function total(account: LedgerAccount): Promise<number> {
  return world.as('biller', async ({ db }) => {
    const rows = await db
      .selectFrom('ledger_entry')
      .select('amount_cents')
      .where('account', '=', account)
      .execute();
    return rows.reduce((sum, row) => sum + row.amount_cents, 0);
  });
}

let reversals = 0;

/** The remittance that takes another back: CLP02 is 22, every amount has the opposite sign. */
function reversalOf(remit: Remit, and: RemitClaim[] = []): Remit {
  reversals += 1;
  const claims = [
    ...remit.claims.map((claim) => ({
      ...claim,
      status: '22',
      charge: cents(-claim.charge),
      paid: cents(-claim.paid),
      patientResponsibility: cents(0),
      lines: claim.lines.map((line) => ({
        ...line,
        charge: cents(-line.charge),
        paid: cents(-line.paid),
        adjustments: line.adjustments.map((a) => ({ ...a, amount: cents(-a.amount) })),
      })),
    })),
    ...and,
  ];
  return settled({ ...remit, traceNumber: `R${reversals}`, claims });
}

/** The payment as the sum of its claims; a sum below zero is carried forward (PLB FB), as payers do. */
function settled(remit: Remit): Remit {
  const paid = cents(remit.claims.reduce((sum, claim) => sum + claim.paid, 0));
  const method = paid <= 0 ? 'NON' : 'CHK';
  if (paid >= 0) return { ...remit, paid, method, providerAdjustments: [] };
  const forward = {
    reason: 'FB',
    amount: paid,
    providerId: '1999001005',
    fiscalYearEnd: isoDate('2027-12-31'),
  };
  return { ...remit, paid: cents(0), method, providerAdjustments: [forward] };
}

const paidLess = [adjust('CO', '45', 3000), adjust('PR', '1', 4000)];
const paidMore = [adjust('CO', '45', 3000), adjust('PR', '3', 2500)];

describe('the same payment', () => {
  test('sixteen times at once, each in an envelope of its own, is posted once', async () => {
    const { claim, chargeId } = await aSentClaim();
    const remit = aRemit(claim, [paidLess]);
    const before = await remitCount();
    const files = await Promise.all(Array.from({ length: 16 }, () => post([remit])));
    expect(files.map(({ state }) => state).sort()).toEqual([...Array(15).fill('duplicate'), 'processed']);
    expect(await remitCount()).toBe(before + 1);
    expect((await balances(chargeId))['cash-payer']).toBe(8000);
  });

  test('sixteen times at once as the same bytes is posted once', async () => {
    const { claim } = await aSentClaim();
    const bytes = Buffer.from(remitFile([aRemit(claim, [paidLess])]));
    const before = await remitCount();
    const files = await Promise.all(
      Array.from({ length: 16 }, () => receiveFile(world.system, biller, 'a.835', bytes)),
    );
    expect(files.filter(({ state }) => state === 'duplicate')).toHaveLength(15);
    expect(await remitCount()).toBe(before + 1);
  });

  test('beside a new one in a file leaves the new one to be posted', async () => {
    const [one, two] = [await aSentClaim(), await aSentClaim()];
    const first = aRemit(one.claim, [paidLess]);
    await post([first]);
    expect((await post([first, aRemit(two.claim, [paidLess])])).state).toBe('processed');
    expect(await stateOf(two.claimId)).toBe('paid');
    expect((await balances(one.chargeId))['cash-payer']).toBe(8000);
  });

  test('number with other content waits: one of the two is wrong', async () => {
    const [one, two] = [await aSentClaim(), await aSentClaim()];
    const first = aRemit(one.claim, [paidLess]);
    await post([first]);
    const { traceNumber } = first;
    expect(await post([{ ...aRemit(two.claim, [paidLess]), traceNumber }])).toMatchObject({
      state: 'waiting',
      problem: { code: 'remit.trace-reused' },
    });
  });

  test('number with another amount waits as well', async () => {
    const { claim, chargeId } = await aSentClaim();
    const first = aRemit(claim, [paidLess]);
    await post([first]);
    const { traceNumber } = first;
    expect(await post([{ ...aRemit(claim, [paidMore]), traceNumber }])).toMatchObject({
      state: 'waiting',
      problem: { code: 'remit.trace-reused' },
    });
    expect((await balances(chargeId))['cash-payer']).toBe(8000);
  });

  test('number of another payer is another payment', async () => {
    const [one, two] = [await aSentClaim(), await aSentClaim()];
    const first = aRemit(one.claim, [paidLess]);
    await post([first]);
    const second = { ...aRemit(two.claim, [paidLess]), traceNumber: first.traceNumber };
    const other = {
      ...second,
      payer: { name: 'Sample Health Plan', id: 'SMPL1' },
      traceOrigin: '1999999999',
    };
    expect((await post([other])).state).toBe('processed');
  });
});

describe('a reversal and its correction', () => {
  const orders: { what: string; files: (pay: Remit, correct: Remit) => Remit[][] }[] = [
    { what: 'come one after the other', files: (pay, correct) => [[pay], [reversalOf(pay)], [correct]] },
    { what: 'come the wrong way round', files: (pay, correct) => [[pay], [correct], [reversalOf(pay)]] },
    { what: 'come in one file', files: (pay, correct) => [[pay], [reversalOf(pay), correct]] },
    {
      what: 'come in one file, the wrong way round',
      files: (pay, correct) => [[pay], [correct, reversalOf(pay)]],
    },
    { what: 'come in one payment', files: (pay, correct) => [[pay], [reversalOf(pay, correct.claims)]] },
    { what: 'all come at once in one file', files: (pay, correct) => [[pay, reversalOf(pay), correct]] },
  ];

  test.each(orders)('that $what end at the same balances and the same state', async ({ files }) => {
    const { claim, claimId, chargeId } = await aSentClaim();
    const pay = aRemit(claim, [paidLess]);
    const correct = aRemit(claim, [paidMore]);
    for (const remits of files(pay, correct)) {
      const { state, problem } = await post(remits);
      // A correction that comes before its reversal waits, and is read again when the reversal is there.
      if (state === 'waiting') expect(problem?.code).toBe('remit.answered-twice');
      else expect([state, problem]).toEqual(['processed', null]);
    }
    expect(await waitingFiles()).toBe(0);
    expect(await balances(chargeId)).toEqual({
      'insurance-receivable': 0,
      'insurance-denied': 0,
      'patient-receivable': 2500,
      'contractual-adjustments': 3000,
      'cash-payer': 9500,
    });
    expect(await stateOf(claimId)).toBe('paid');
  });

  test('missing: a second answer waits, so that no patient is billed twice; its money may go to suspense', async () => {
    const { claim, chargeId } = await aSentClaim();
    await post([aRemit(claim, [paidLess])]);
    const before = await balances(chargeId);
    const { id, state, problem } = await post([aRemit(claim, [paidMore])]);
    expect([state, problem?.code]).toEqual(['waiting', 'remit.answered-twice']);
    expect(await balances(chargeId)).toEqual(before);

    await processFile(world.system, biller, id, { unknownClaims: 'suspense' });
    expect(await balances(chargeId)).toEqual(before);
    expect(await waitingFiles()).toBe(0);
  });

  test('alone brings everything back to where it was, and the claim waits for the new answer', async () => {
    const { claim, claimId, chargeId } = await aSentClaim();
    const before = await balances(chargeId);
    const pay = aRemit(claim, [paidLess]);
    await post([pay]);
    await post([reversalOf(pay)]);
    expect(await balances(chargeId)).toEqual(before);
    expect(await stateOf(claimId)).toBe('accepted');
  });

  test('of an earlier version of the claim finds the lines of that version', async () => {
    const { claim, claimId, chargeId, encounterId, codeIds } = await aSentClaim();
    const pay = aRemit(claim, [paidLess]);
    // The payer rejects first, so the claim is corrected and sent again; then it pays what it had rejected.
    await rejectClaim(world, claimId);
    await world.as('biller', (unit) =>
      changeCharge(unit, encounterId, chargeId, {
        charge: { procedure: '99213', modifiers: ['25'], units: 1, diagnoses: codeIds.slice(0, 4) },
        rowVersion: 1,
      }),
    );
    await sendClaim(world, { encounterId });
    const second = await sentClaim(world, claimId);
    expect(second.lines[0]?.controlNumber).not.toBe(claim.lines[0]?.controlNumber);

    for (const remits of [[pay], [reversalOf(pay)], [aRemit(second, [paidMore])]])
      expect(await post(remits)).toMatchObject({ state: 'processed' });
    expect(await balances(chargeId)).toMatchObject({ 'insurance-receivable': 0, 'patient-receivable': 2500 });
    const tied = await world.as('biller', ({ db }) =>
      db
        .selectFrom('remit_line as r')
        .innerJoin('claim_line as l', 'l.claim_line_id', 'r.claim_line_id')
        .select('l.version')
        .where('l.claim_id', '=', claimId)
        .orderBy('r.remit_line_id')
        .execute(),
    );
    expect(tied.map(({ version }) => version)).toEqual([1, 1, 2]);
  });
});

describe('money that belongs to no claim (PLB)', () => {
  const withPlb = (claim: Claim, reason: string, amount: number): Remit => {
    const remit = aRemit(claim, [paidLess]);
    const plb = {
      reason,
      reference: 'REF1',
      amount: cents(amount),
      providerId: '1999001005',
      fiscalYearEnd: isoDate('2027-12-31'),
    };
    return { ...remit, paid: cents(remit.paid - amount), providerAdjustments: [plb] };
  };

  test.each([
    { what: 'a recovery', reason: 'WO', amount: 3000, account: 'payer-take-back' },
    { what: 'a balance carried forward', reason: 'FB', amount: -3000, account: 'payer-take-back' },
    { what: 'interest', reason: 'L6', amount: -125, account: 'payer-interest' },
    { what: 'anything else', reason: 'CS', amount: 700, account: 'suspense' },
  ] as const)(
    '$what ($reason) goes to $account, and cash is what was paid',
    async ({ reason, amount, account }) => {
      const { claim } = await aSentClaim();
      const before = [await total(account), await total('cash-payer')];
      expect((await post([withPlb(claim, reason, amount)])).state).toBe('processed');
      const after = [await total(account), await total('cash-payer')];
      expect(after.map((sum, index) => sum - (before[index] ?? 0))).toEqual([amount, 8000 - amount]);
    },
  );
});

describe('a payment for a claim that is not ours', () => {
  const strangers: { what: string; change: (claim: RemitClaim) => RemitClaim; says: RegExp }[] = [
    {
      what: 'unknown number',
      change: (claim) => ({ ...claim, controlNumber: 'X999' }),
      says: /is not a claim of this practice/,
    },
    {
      what: 'our number, another patient, day and charge',
      change: (claim) => ({
        ...claim,
        charge: cents(20000),
        patient: { memberId: 'Z1', lastName: 'Other', firstName: 'Person' },
        lines: claim.lines.map((line) => ({
          ...line,
          charge: cents(20000),
          serviceDate: isoDate('2026-01-01'),
          adjustments: [adjust('CO', '45', 20000 - line.paid)],
        })),
        patientResponsibility: cents(0),
      }),
      says: /does not agree with our claim/,
    },
    {
      what: 'a line that we did not bill',
      change: (claim) => ({
        ...claim,
        lines: claim.lines.map(({ controlNumber: _, ...line }) => ({ ...line, procedure: '99999' })),
      }),
      says: /has a line that our claim does not have/,
    },
  ];

  test.each(strangers)(
    '($what) waits with the reason, then posts into suspense when told so',
    async ({ change, says }) => {
      const { claim, claimId, chargeId } = await aSentClaim();
      const remit = aRemit(claim, [paidLess]);
      const strange = { ...remit, claims: remit.claims.map(change) };
      const before = await balances(chargeId);
      const [suspense, count] = [await total('suspense'), await remitCount()];

      const file = await post([strange]);
      expect(file).toMatchObject({ state: 'waiting', problem: { code: 'remit.claim-unknown' } });
      expect(file.problem?.message).toMatch(says);
      expect([await total('suspense'), await remitCount()]).toEqual([suspense, count]);

      await processFile(world.system, biller, file.id, { unknownClaims: 'suspense' });
      expect([await total('suspense'), await remitCount()]).toEqual([suspense - 8000, count + 1]);
      expect(await balances(chargeId), 'nothing on the claim that was not meant').toEqual(before);
      expect(await stateOf(claimId)).toMatch(/sent|paid/);
    },
  );

  test('keeps the claims beside it in the file waiting too: a payment is posted whole', async () => {
    const { claim, claimId } = await aSentClaim();
    const remit = aRemit(claim, [paidLess]);
    const [own] = remit.claims;
    const both = settled({ ...remit, claims: own ? [own, { ...own, controlNumber: 'X998' }] : [] });
    expect((await post([both])).state).toBe('waiting');
    expect(await stateOf(claimId)).toBe('sent');
  });
});

describe('a payment that does not add up', () => {
  const offBy: { what: string; change: (remit: Remit) => Remit }[] = [
    { what: 'in its total', change: (remit) => ({ ...remit, paid: cents(remit.paid + 1) }) },
    {
      what: 'in a claim',
      change: (remit) =>
        settled({ ...remit, claims: remit.claims.map((c) => ({ ...c, paid: cents(c.paid + 1) })) }),
    },
    {
      what: 'in a line',
      change: (remit) => ({
        ...remit,
        claims: remit.claims.map((c) => ({
          ...c,
          lines: c.lines.map((line) => ({ ...line, paid: cents(line.paid - 1) })),
        })),
      }),
    },
  ];

  test.each(offBy)('by a cent $what is not posted', async ({ change }) => {
    const { claim, claimId } = await aSentClaim();
    const count = await remitCount();
    expect(await post([change(aRemit(claim, [paidLess]))])).toMatchObject({
      state: 'waiting',
      problem: { code: 'remit.unbalanced', nextStep: expect.stringContaining('Nothing was posted') },
    });
    expect([await remitCount(), await stateOf(claimId)]).toEqual([count, 'sent']);
  });
});

test('after all of this the books prove whole', async () => {
  const { checks } = await world.as('supervisor', verifyAll);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});
