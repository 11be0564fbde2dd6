import { beforeAll, describe, expect, test } from 'vitest';
import { hcpcsEdition } from '../../../../../test/hcpcs-edition.ts';
import { processorTime } from '../../../../../test/processor-time.ts';
import { hasShared } from '../../../../../test/shared.ts';
import { isoDate, type SearchedCodes } from '../../../model/index.ts';
import { codeProcedures } from '../index.ts';

describe.skipIf(!hasShared)('supplies and services, on the HCPCS table of October 2025', () => {
  let hcpcs: SearchedCodes;
  beforeAll(() => {
    hcpcs = hcpcsEdition('2025-10');
  }, 60_000);

  const code = (text: string) =>
    codeProcedures(
      {
        setting: 'outpatient',
        date: isoDate('2025-11-03'),
        documents: [{ documentId: 'n', version: 1, kind: 'note', text }],
      },
      { hcpcs },
    );

  test.each([
    ['Aluminum crutches were dispensed and gait training given.', ['E0114 x1']],
    ['Placed in a CAM walking boot, pneumatic.', ['L4361 x1']],
    ['Patient was fitted with a wrist splint.', ['L3908 x1']],
    ['Arm sling applied.', ['A4565 x1']],
    ['Knee immobilizer provided.', ['L1830 x1']],
    ['Soft cervical collar given.', ['L0120 x1']],
    ['Finger splint applied to right index finger.', ['Q4049 x1']],
    ['Reason for visit: Medicare annual wellness visit subsequent', ['G0439 x1']],
    ['Subsequent annual wellness visit completed today.', ['G0439 x1']],
    ['Nexplanon inserted in left arm.', ['J7307 x1']],
    ['Patient uses a walker at home.', []],
    ['Ordered a rolling walker.', []],
    ['Needs crutches.', []],
    ['Declined arm sling.', []],
    ['Wrist splint if pain persists.', []],
    ['Annual wellness visit is due in May.', []],
  ])('%s', (text, lines) => {
    expect(code(text).map((line) => `${line.code} x${line.units}`)).toEqual(lines);
  });

  test('what the record does not tell stays open, with what each kind would need', () => {
    const [line] = code('Crutches dispensed.');
    expect(line?.open).toHaveLength(1);
    expect(line?.alternatives.map(({ code: other }) => other)).toContain('E0114');
    expect(code('Annual wellness visit performed.')[0]?.open).toHaveLength(1);
  });

  test('an edition that is not in force says so, and a stay has no such lines', () => {
    const documents = [{ documentId: 'n', version: 1, kind: 'note' as const, text: 'Arm sling applied.' }];
    const of = (setting: 'outpatient' | 'inpatient', date: string) =>
      codeProcedures({ setting, date: isoDate(date), documents }, { hcpcs });
    expect(of('outpatient', '2026-02-01')[0]?.notes.join()).toContain('not in force on 2026-02-01');
    expect(of('outpatient', '2025-10-01')[0]?.notes).toEqual([]);
    expect(of('inpatient', '2025-10-01')).toEqual([]);
  });

  test('spans are exact', () => {
    const text = 'Exam done.\nA pneumatic CAM boot was fitted; crutches dispensed.';
    for (const { evidence } of code(text))
      for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote);
  });

  test('a megabyte takes no longer than its length', () => {
    const used = processorTime();
    code('crutches dispensed, arm sling applied, '.repeat(26_000));
    expect(used()).toBeLessThan(5_000);
  });
});
