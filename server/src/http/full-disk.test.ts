import { routes } from '@superbill/contract';
import { expect, test } from 'vitest';
import { apiOf } from '../../../test/api-client.ts';
import { testDatabase } from '../../../test/database.ts';
import { aPatient } from '../../../test/visit.ts';
import { aWorld, password } from '../../../test/world.ts';

test('on a nearly full disk changes are refused with what to do, while people sign in and read', async () => {
  const world = await aWorld(await testDatabase());
  const patientId = await aPatient(world);
  let freeBytes = 50;
  const client = apiOf({ ...world.system, disk: () => ({ freeBytes, totalBytes: 1000 }) })();
  await client.call(routes.signIn, { body: { login: world.login('biller'), password } });
  const register = (lastName: string) =>
    client.send(routes.registerPatient, {
      body: { patient: { firstName: 'Iris', lastName, birthDate: '1990-02-03', sex: 'F' } },
    });
  expect(await register('First')).toMatchObject({ status: 200 });

  freeBytes = 49;
  expect(await register('Second')).toMatchObject({
    status: 507,
    json: { code: 'disk.full', nextStep: expect.stringMatching(/make room/) },
  });
  expect(await client.send(routes.readPatient, { params: { patientId } })).toMatchObject({ status: 200 });
  expect(await client.send(routes.signOut)).toMatchObject({ status: 200 });
  await client.call(routes.signIn, { body: { login: world.login('biller'), password } });

  freeBytes = 50;
  expect(await register('Third')).toMatchObject({ status: 200 });
});
