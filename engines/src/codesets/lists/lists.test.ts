import { expect, test } from 'vitest';
import { fshFile } from '../../../../test/code-files.ts';
import { type IsoDate, isoDate } from '../../model/index.ts';
import { identify } from '../files/identify.ts';
import type { CodeList, CodeListName, ListedCode } from './code-list.ts';
import { isListed, openList } from './open-list.ts';

/** The list that a text is found to be, or why it is none. */
function read(text: string, said?: CodeListName): CodeList | string {
  const identified = identify(text, said);
  if ('skip' in identified) return identified.skip;
  const found = identified.read();
  if (!found.ok) return found.problem;
  return found.value.kind === 'list' ? found.value.value : found.value.kind;
}

test('a code system of CMS is the list it stands for, without free codes', () => {
  const text = fshFile('CLM-ADMSN-SRC-CD', [
    ['1', 'INVENTED DOOR (NON-NEWBORN)/RESERVED FOR NATIONAL ASSIGNMENT (NEWBORN)'],
    ['3', 'RESERVED FOR NATIONAL ASSIGNMENT (NON-NEWBORN)/RESERVED FOR NATIONAL ASSIGNMENT (NEWBORN)'],
    ['A', 'RESERVED FOR NATIONAL ASSIGNMENT (NON-NEWBORN)'],
    ['~', 'NO DESCRIPTION AVAILABLE'],
  ]);
  expect(read(text)).toEqual({ name: 'admission-source', codes: [['1']] });
});

test.each<[id: string, name: string, kept: string, left: [string, string]]>([
  ['ANSI-RSN-CD', 'adjustment-reason', 'P14', ['99', 'NO DESCRIPTION AVAILABLE']],
  ['BENE-PTNT-STUS-CD', 'patient-status', '01', ['00', 'UNKNOWN']],
  ['CLM-ADMSN-TYPE-CD', 'admission-type', '9', ['6', 'Reserved']],
  ['CLM-BILL-FREQ-CD', 'bill-type', '13A', ['191', 'A HOUSE, RESERVED FOR NATIONAL ASSIGNMENT, VOID/CANCEL']],
  ['CLM-POS-CD', 'place-of-service', '11', ['30', 'UNASSIGNED']],
  ['CLM-REV-CNTR-CD', 'revenue', '0450', ['0003', 'RESERVED']],
  ['CLM-RLT-COND-CD', 'condition', 'AA', ['AQ', 'RESERVED FOR NATIONAL ASSIGNMENT']],
])('%s lists codes of %s', (id, name, kept, left) => {
  const text = fshFile(id, [[kept, 'Unknown - but a meaning all the same'], left]);
  expect(read(text)).toEqual({ name, codes: [[kept]] });
});

test.each([
  ['on the day that is said', 'DISCONTINUED 4/1/03', '2003-04-01'],
  ['before version 5010, where no day is said', 'An invented reason. INACTIVE', '2011-12-31'],
  ['before version 5010, where no day is said', 'INVENTED (EFF. 1/2/07) OBSOLETE', '2011-12-31'],
])('a dead code ended %s', (_, meaning, end) => {
  expect(read(fshFile('BENE-PTNT-STUS-CD', [['71', meaning]]))).toEqual({
    name: 'patient-status',
    codes: [['71', null, end]],
  });
});

test.each([
  ['another code system', fshFile('CLM-TYPE-CD', [['1', 'x']]), undefined, 'not a code list that X12'],
  [
    'a code of another form',
    fshFile('CLM-POS-CD', [['1A', 'x']]),
    undefined,
    'line 6 is no place-of-service code',
  ],
  ['a cut line', fshFile('CLM-POS-CD', [['11', 'x']]).slice(0, -2), undefined, 'line 6'],
  ['no codes', fshFile('CLM-POS-CD', []), undefined, 'no place-of-service codes'],
  [
    'another list than is said',
    fshFile('CLM-POS-CD', [['11', 'x']]),
    'remark',
    'place-of-service, not remark',
  ],
  ['two code systems', fshFile('CLM-POS-CD', []).repeat(2), undefined, 'several code systems'],
] as const)('%s is not read', (_, text, said, expected) => {
  expect(read(text, said)).toContain(expected);
});

test.each<[text: string, said: CodeListName | undefined, name: CodeListName, codes: ListedCode[]]>([
  [
    'code,effective_from,effective_to\n99991,2020-01-01,\n99992,,2025-12-31\n99993\n',
    'procedure',
    'procedure',
    [['99991', isoDate('2020-01-01')], ['99992', null, isoDate('2025-12-31')], ['99993']],
  ],
  ['Revenue Code\tDescription\r\n0450\tInvented\r\n', undefined, 'revenue', [['0450']]],
  ['bill-type,effective_from\n0111,20260101\n', undefined, 'bill-type', [['111', isoDate('2026-01-01')]]],
  ['modifier,end\n"25",12/31/2026\n', undefined, 'modifier', [['25', null, isoDate('2026-12-31')]]],
  [
    'adj_code\tadj_type\tadj_description\tadj_start_date\tadj_end_date\nN9\tRARC\tInvented\t1997-01-01\t\n',
    undefined,
    'remark',
    [['N9', isoDate('1997-01-01')]],
  ],
  [
    'pos_code\tpos_type\tpos_name\n11\tx\tRoom\n30\tUnassigned\tUnassigned\n',
    undefined,
    'place-of-service',
    [['11']],
  ],
  ['drg\tmdc\tdrg_description\n001\t\tInvented\n', undefined, 'drg', [['001']]],
  ['code\n0450\n', 'revenue', 'revenue', [['0450']]],
])('the table %j is a list', (text, said, name, codes) => {
  const dated = codes.some((listed) => listed.length > 1);
  expect(read(text, said)).toEqual({ name, codes, ...(dated && { dated }) });
});

test.each<[what: string, text: string, said: CodeListName | undefined, expected: string]>([
  ['a list that does not say which', 'code,effective_from\n11,2020-01-01\n', undefined, '--list'],
  ['a table with a column of that name', 'value,label,amount\n01,x,2\n', undefined, 'not a code set'],
  ['a fee schedule', 'procedure_code,charge\n99213,100\n', undefined, 'not a code set'],
  ['a letter', 'Dear reader', 'remark', 'expected a heading with the columns code'],
  ['a table without a heading', '45,1995-01-01\n', 'adjustment-reason', 'expected a heading'],
  ['codes of another list', 'code\n11\nN130\n', 'place-of-service', 'line 3 has no place-of-service code'],
  [
    'a date that is none',
    'code,effective_to\n11,soon\n',
    'place-of-service',
    'line 2 has a date that is none',
  ],
  [
    'a turned stretch',
    'code,from,to\n11,2026-01-02,2026-01-01\n',
    'place-of-service',
    'ends before it begins',
  ],
  ['another list than is said', 'revenue_code\n0450\n', 'remark', 'it lists revenue, not remark'],
  ['no codes', 'code,effective_from\n', 'remark', 'no remark codes'],
])('%s is not read', (_, text, said, expected) => {
  expect(read(text, said)).toContain(expected);
});

const appendix = `Appendix A List of MS-DRGs Version 40.0\n\nDRG MDC MS Description\n001     P  INVENTED\n999        NOT GROUPED\n`;

test('the appendix of the MS-DRG manual is a list of its fiscal year', () => {
  expect(read(appendix)).toEqual({ name: 'drg', codes: [['001'], ['999']], edition: 'FY2023' });
  expect(read(appendix.slice(0, -20))).toContain('cut short');
});

const onDay = (list: CodeList) => (code: string, date: string) => openList(list).has(code, isoDate(date));

test('a code ended before the day is wrong on it, and so is one that begins later', () => {
  const has = onDay({
    name: 'place-of-service',
    codes: [
      ['11'],
      ['17', isoDate('2010-05-01')],
      ['18', null, isoDate('2012-12-31')],
      ['18', isoDate('2013-05-01')],
    ],
  });
  expect([has('11', '1990-01-01'), has('12', '2026-01-01')]).toEqual([true, false]);
  expect([has('17', '2010-04-30'), has('17', '2010-05-01')]).toEqual([false, true]);
  expect(['2012-12-31', '2013-01-01', '2013-05-01'].map((date) => has('18', date))).toEqual([
    true,
    false,
    true,
  ]);
});

test('a remark may be newer than the service it is about, and than the list', () => {
  const has = onDay({
    name: 'remark',
    codes: [
      ['M1', isoDate('1997-01-01')],
      ['N890', isoDate('2024-03-01')],
      ['N889', null, isoDate('2020-12-31')],
    ],
  });
  expect(has('N890', '2023-12-01')).toBe(true);
  expect(has('N889', '2021-01-01')).toBe(false);
  expect([has('N891', '2024-03-01'), has('N891', '2025-03-01'), has('N920', '2025-03-01')]).toEqual([
    false,
    undefined,
    false,
  ]);
  expect([has('N888', '2025-03-01'), has('MA1', '2025-03-01')]).toEqual([false, false]);
});

test('groups of a stay are judged by the list of the year, and otherwise only known', () => {
  const codes: ListedCode[] = [['001'], ['010']];
  const lists = [
    openList({ name: 'drg', codes }),
    openList({ name: 'drg', codes: [['001']], edition: 'FY2023' }),
  ];
  const has = (code: string, date: string) => isListed(lists, code, date as IsoDate);
  expect([has('001', '2023-01-01'), has('010', '2023-01-01')]).toEqual([true, false]);
  expect([has('010', '2024-01-01'), has('011', '2024-01-01')]).toEqual([true, undefined]);
  expect(isListed([], '001', isoDate('2024-01-01'))).toBeUndefined();
});
