import { expect, test } from 'vitest';
import { saysPaid } from './says-paid.ts';

test.each([
  ['I paid this at the desk in cash.', true],
  ['We have already paid!', true],
  ['Ya pagué esta consulta en efectivo.', true],
  ['Why did my insurance pay nothing?', false],
  ['How can I pay in parts?', false],
  ['¿Por qué no paga mi seguro?', false],
])('%s', (text, paid) => {
  expect(saysPaid(text)).toBe(paid);
});
