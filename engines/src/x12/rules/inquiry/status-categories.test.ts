import { expect, test } from 'vitest';
import { validate } from '../../check/validate.ts';
import { findingsOf } from '../../testing/defects.ts';
import { statusResponse, statusResponseFile } from '../../testing/status-examples.ts';

test.each([
  { status: 'P3:317', finds: [] },
  { status: 'A4:35', finds: [] },
  { status: 'D0:35', finds: [] },
  { status: 'R16:21', finds: [] },
  { status: 'P1:R5::RX', finds: [] },
  { status: 'P:20', finds: ['status-category STC01-1'] },
  { status: 'X1:20', finds: ['status-category STC01-1'] },
  { status: 'P10:20', finds: ['status-category STC01-1'] },
  { status: 'P1:R5', finds: ['status-code STC01-2'] },
  { status: 'F1:65', finds: ['status-paid STC05'] },
  { status: 'F3N:65', finds: ['status-paid STC05'] },
  { status: 'F1:65', more: '*0', finds: [] },
  { status: 'P3:317', more: '******P1:20*P2:20', finds: [] },
  { status: 'P3:317', more: '******A1:20', finds: ['status-group STC10-1'] },
  { status: 'X3:317', more: '******A1:20', finds: ['status-category STC01-1'] },
])('a status $status $more', ({ status, more = '', finds }) => {
  const body = statusResponse.replace(/STC\*P3:317(.*)/, `STC*${status}$1${more}`);
  expect(findingsOf(statusResponseFile(body)).map((one) => one.split(' 2200D')[0])).toEqual(finds);
});

test('a category that is none is told once, though the code set does not know it either', () => {
  const file = statusResponseFile(statusResponse.replace('STC*P3', 'STC*ZZ'));
  const told = validate(file, { snip: 5 }).findings.filter(({ severity }) => severity === 'error');
  expect(told.map(({ code, element }) => `${code} ${element}`)).toEqual(['status-category STC01-1']);
});
