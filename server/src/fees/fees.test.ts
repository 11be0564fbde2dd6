import { cents, isoDate } from '@superbill/engines/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aVisit } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import { loadCharges } from '../charges/store.ts';
import type { Work } from '../work.ts';
import { changeFee, setFee, withdrawFee } from './change-fee.ts';
import { exportFees } from './export-fees.ts';
import { readFeeFile } from './fee-file.ts';
import { importFees, previewFees } from './import-fees.ts';
import { listFeeSchedule } from './list-fees.ts';
import { inForce, loadPrices } from './store.ts';

const database = await testDatabase();
const world = await aWorld(database);
const office = <T>(run: (unit: Work) => Promise<T>) => world.as('administrator', run);
const july = isoDate('2027-07-01');
const prices = (procedure: string) =>
  office(async (unit) =>
    (await loadPrices(unit, procedure)).map((row) => [row.price_cents, row.effective_from, row.effective_to]),
  );

/** Sets a price as a person does who has just looked at the schedule. */
const set = (procedure: string, price: number, from: string) =>
  office(async (unit) => {
    const effectiveFrom = isoDate(from);
    const seen = inForce(await loadPrices(unit, procedure), effectiveFrom);
    const instead = seen && { id: seen.fee_id, rowVersion: seen.row_version };
    const input = { procedure, wording: 'Words', priceCents: cents(price), effectiveFrom };
    return setFee(unit, { ...input, ...(instead ? { instead } : {}) });
  });

describe('a price from a day on', () => {
  test('ends the one before on the eve, and a later one keeps its day', async () => {
    await set('99100', 1000, '2027-01-01');
    await set('99100', 3000, '2027-09-01');
    await set('99100', 2000, '2027-05-01');
    expect(await prices('99100')).toEqual([
      [1000, '2027-01-01', '2027-04-30'],
      [2000, '2027-05-01', '2027-08-31'],
      [3000, '2027-09-01', '9999-12-31'],
    ]);
  });

  test('from the same day takes the place of the other', async () => {
    await set('99101', 1000, '2027-01-01');
    await set('99101', 1100, '2027-01-01');
    expect(await prices('99101')).toEqual([[1100, '2027-01-01', '9999-12-31']]);
  });

  test('is refused when somebody else set another one in the meantime', async () => {
    const input = { procedure: '99213', wording: 'Office visit', priceCents: cents(1), effectiveFrom: july };
    await expect(office((unit) => setFee(unit, input))).rejects.toMatchObject({ code: 'row.changed' });
  });

  test('changes no charge that was entered', async () => {
    const { encounterId } = await aVisit(world, { serviceDate: '2027-03-10', procedures: ['99214'] });
    await set('99214', 99900, '2027-03-01');
    const [charge] = await world.as('biller', (unit) => loadCharges(unit, encounterId));
    expect(charge?.chargeCents).toBe(21000);
  });

  test('never leaves two prices or a hole after the first day, whatever the order', async () => {
    const offered = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 5 });
    let number = 0;
    await fc.assert(
      fc.asyncProperty(offered, async (days) => {
        number += 1;
        const procedure = `8${String(number).padStart(4, '0')}`;
        for (const day of days) await set(procedure, day * 100, `2027-02-${String(day).padStart(2, '0')}`);
        const rows = await office((unit) => loadPrices(unit, procedure));
        for (let day = Math.min(...days); day <= 28; day += 1) {
          const date = isoDate(`2027-02-${String(day).padStart(2, '0')}`);
          const covering = rows.filter((row) => row.effective_from <= date && date <= row.effective_to);
          expect(covering.map((row) => row.price_cents)).toEqual([
            Math.max(...days.filter((begin) => begin <= day)) * 100,
          ]);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('taking a price back', () => {
  test('lets the one before go on', async () => {
    await set('99102', 1000, '2027-01-01');
    const id = await set('99102', 2000, '2027-05-01');
    await office((unit) => withdrawFee(unit, id));
    expect(await prices('99102')).toEqual([[1000, '2027-01-01', '9999-12-31']]);
    await expect(office((unit) => withdrawFee(unit, id))).rejects.toMatchObject({ code: 'fee.not-found' });
  });

  test('is refused when something was charged at it', async () => {
    await aVisit(world, { serviceDate: '2027-03-11', procedures: ['87880'] });
    const [row] = await office((unit) => loadPrices(unit, '87880'));
    await expect(office((unit) => withdrawFee(unit, row?.fee_id ?? ''))).rejects.toMatchObject({
      code: 'fee.used',
    });
  });
});

describe('ending a price', () => {
  test.each([
    { effectiveTo: '2026-12-31', refused: 'The price ends before it begins.' },
    { effectiveTo: '2027-05-01', refused: 'The next price begins on 2027-05-01.' },
    { effectiveTo: '2027-02-01', refused: undefined },
  ])('on $effectiveTo', async ({ effectiveTo, refused }) => {
    const procedure = `77${effectiveTo.slice(5, 7)}${effectiveTo.slice(9)}`;
    const id = await set(procedure, 1000, '2027-01-01');
    await set(procedure, 2000, '2027-05-01');
    const body = { wording: 'Words', effectiveTo: isoDate(effectiveTo), rowVersion: 2 };
    const ending = office((unit) => changeFee(unit, id, body));
    if (refused) await expect(ending).rejects.toMatchObject({ at: 'effectiveTo', message: refused });
    else expect(await ending).toBe(3);
  });
});

describe('a file of prices', () => {
  test.each([
    { file: 'code,price\n99213,1', line: 1, column: undefined, says: 'missing: procedure' },
    { file: 'procedure,price\n9921,1', line: 2, column: 'procedure', says: 'five letters or digits' },
    { file: 'procedure,price\n99213,free', line: 2, column: 'price', says: 'dollars and cents' },
    { file: 'procedure,price\n99213,-5', line: 2, column: 'price', says: 'dollars and cents' },
    { file: 'procedure,price\n99213,1.234', line: 2, column: 'price', says: 'dollars and cents' },
    { file: 'procedure,price,from\n99213,5,2/30/2027', line: 2, column: 'from', says: 'A day is written' },
    { file: 'procedure,price\n99213,5\n\n99213,6', line: 4, column: 'procedure', says: 'Line 2 has' },
  ])('says what is wrong in line $line: $says', ({ file, line, column, says }) => {
    const { faults } = readFeeFile(file, july);
    expect(faults).toMatchObject([{ line, ...(column ? { column } : {}) }]);
    expect(faults[0]?.message).toContain(says);
  });

  test('is read as people and spreadsheets write it', () => {
    const file = '\uFEFFPrice,Procedure,Wording,From\r\n"$1,250.5",j1885,"\'=Shot, one",7/4/2027\r\n';
    expect(readFeeFile(file, july)).toEqual({
      lines: [
        {
          line: 2,
          procedure: 'J1885',
          wording: '=Shot, one',
          wordingEs: undefined,
          priceCents: 125050,
          effectiveFrom: '2027-07-04',
        },
      ],
      faults: [],
    });
  });

  test('tells what it would change, and changes exactly that', async () => {
    const content = 'procedure,wording,price\n36415,,16.00\n99396,Yearly check-up,220.00\n99999,New,5\n';
    const preview = await office((unit) => previewFees(unit, { content, effectiveFrom: july }));
    expect(preview.changes.map(({ procedure, does }) => [procedure, does])).toEqual([
      ['36415', 'price'],
      ['99396', 'nothing'],
      ['99999', 'add'],
    ]);
    const body = { content, effectiveFrom: july, fingerprint: preview.fingerprint };
    expect(await office((unit) => importFees(unit, body))).toEqual({ added: 1, changed: 1 });
    expect(await prices('36415')).toEqual([
      [1500, '2026-01-01', '2027-06-30'],
      [1600, '2027-07-01', '9999-12-31'],
    ]);
    // The schedule is another one now, so the preview counts no longer.
    await expect(office((unit) => importFees(unit, body))).rejects.toMatchObject({ code: 'row.changed' });
  });

  test('with one bad line changes nothing', async () => {
    const content = 'procedure,wording,price\n99213,,1.00\nx,,1\n';
    const before = await prices('99213');
    const body = { content, effectiveFrom: july, fingerprint: '' };
    await expect(office((unit) => importFees(unit, body))).rejects.toMatchObject({ code: 'fee.file-faulty' });
    expect(await prices('99213')).toEqual(before);
  });

  test('that was written by the export changes nothing when it is read in', async () => {
    await office((unit) =>
      setFee(unit, {
        procedure: '99150',
        wording: '=HYPERLINK("x"), one\'s',
        priceCents: cents(123456),
        effectiveFrom: isoDate('2027-01-01'),
      }),
    );
    const { content } = await office((unit) => exportFees(unit, july));
    expect(content).toContain(`"'=HYPERLINK`);
    const { changes, faults } = await office((unit) => previewFees(unit, { content, effectiveFrom: july }));
    expect(faults).toEqual([]);
    expect(new Set(changes.map(({ does }) => does))).toEqual(new Set(['nothing']));
  });
});

test('the list of a day shows each procedure once, with what follows, and those to come apart', async () => {
  await set('99103', 1000, '2027-01-01');
  await set('99103', 2000, '2027-05-01');
  await set('99104', 500, '2028-01-01');
  const { fees, coming } = await office((unit) =>
    listFeeSchedule(unit, { date: isoDate('2027-03-20'), search: '9910 words' }),
  );
  expect(fees.find(({ procedure }) => procedure === '99103')).toMatchObject({
    priceCents: 1000,
    next: { priceCents: 2000, from: '2027-05-01' },
  });
  expect(coming.map(({ procedure }) => procedure)).toContain('99104');
});
