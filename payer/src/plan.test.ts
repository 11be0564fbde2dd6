import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aPlanFile } from './examples.test-data.ts';
import { readPlan } from './plan.ts';

const demo = new URL('../../data/demo/payer-plans/', import.meta.url);

test.each(readdirSync(demo))('the demo plan %s can be read', (file) => {
  expect(readPlan(readFileSync(new URL(file, demo), 'utf8'), file).members.length).toBeGreaterThan(0);
});

test.each([
  { change: { timelyFilingDays: -1 }, field: 'timelyFilingDays' },
  { change: { members: [{ memberId: 'EX1' }] }, field: 'members.0.firstName' },
  { change: { allowedCents: { '99213': 90.5 } }, field: 'allowedCents.99213' },
  { change: { memberIdPattern: '(' }, field: 'memberIdPattern' },
  { change: { surprise: 1 }, field: 'surprise' },
])('a plan with a wrong $field is refused by name', ({ change, field }) => {
  expect(() => readPlan(JSON.stringify(aPlanFile(change)), 'wrong.json')).toThrow(
    new RegExp(`wrong\\.json[\\s\\S]*${field.replaceAll('.', '\\.')}`),
  );
});

test('a plan that is no JSON is refused', () => {
  expect(() => readPlan('{', 'wrong.json')).toThrow(/^wrong\.json: not JSON/);
});
