import { routes } from '@superbill/contract';
import { expect, test } from 'vitest';
import { ApiProblem, noAnswer, refusal } from './problem.ts';
import { addressOf } from './request.ts';

test.each([
  {
    route: routes.readEncounter,
    input: { params: { encounterId: 'a b/c' } },
    address: '/api/encounters/a%20b%2Fc',
  },
  {
    route: routes.listFees,
    input: { query: { date: undefined, search: 'X-ray & splint', limit: 20 } },
    address: '/api/fees?search=X-ray+%26+splint&limit=20',
  },
  { route: routes.readSession, input: {}, address: '/api/session' },
])('a request goes to $address', ({ route, input, address }) => {
  expect(addressOf(route, input)).toBe(address);
});

test('a path with a part missing is a bug, not a request', () => {
  expect(() => addressOf(routes.readEncounter, {})).toThrow('encounterId');
});

test('a refusal keeps code, words, field and next step', () => {
  const body = { code: 'patient.alike', message: 'Known.', at: 'patient', nextStep: 'Open it.' };
  expect(refusal(409, body)).toMatchObject({ ...body, status: 409 });
});

test.each([{ body: '<html>Bad gateway</html>' }, { body: { error: 'x' } }, { body: null }])(
  'a refusal that is not ours still says what to do: $body',
  ({ body }) => {
    const problem = refusal(502, body);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem.message).toContain('502');
    expect(problem.nextStep).toBeDefined();
  },
);

test('silence is told apart from a refusal', () => {
  expect(noAnswer().status).toBe(0);
});
