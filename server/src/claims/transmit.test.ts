import type { Claim } from '@superbill/engines/model';
import { read837 } from '@superbill/engines/x12';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { sentClaim } from '../../../test/remit-file.ts';
import { aPatient, aVisit } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import { sendPrepared } from '../files/send-interchange.ts';
import { loadContent } from '../files/store.ts';
import { addCoverage } from '../patients/change-coverage.ts';
import { createClaim, submitClaim } from './create-claim.ts';
import { readClaim } from './read-claim.ts';
import { transmitClaims } from './transmit.ts';

const world = await aWorld(await testDatabase());
const { exchange } = world.system;
const send = (claimIds?: string[]) => transmitClaims(world.system, world.staff.biller, claimIds);

beforeEach(() => {
  exchange.sent = [];
});

/** A claim that is ready for the next transmission. */
async function aReadyClaim(part: Parameters<typeof aVisit>[1] = {}): Promise<string> {
  const { encounterId } = await aVisit(world, part);
  return world.as('biller', async (unit) => {
    const { id } = await createClaim(unit, encounterId);
    const { rowVersion } = await readClaim(unit, id);
    const { state, findings } = await submitClaim(unit, id, rowVersion);
    if (state !== 'ready') throw new Error(JSON.stringify(findings));
    return id;
  });
}

const claimOf = (claimId: string) => world.as('biller', (unit) => readClaim(unit, claimId));
function claimsIn(content: string): Claim[] {
  const { submissions, findings } = read837(Buffer.from(content, 'latin1'));
  expect(findings).toEqual([]);
  return submissions.flatMap(({ claims }) => claims);
}
const interchanges = () =>
  world.as('biller', ({ db }) =>
    db
      .selectFrom('interchange')
      .selectAll()
      .where('organization_id', '=', world.organizationId)
      .orderBy('control_number')
      .execute(),
  );

describe('a transmission', () => {
  test('sends what the claim says, word for word, and freezes it', async () => {
    const claimId = await aReadyClaim();
    await send();
    const content = await sentClaim(world, claimId);
    const [sent] = claimsIn(exchange.sent[0]?.content ?? '');
    expect(sent?.controlNumber).toBe(content.controlNumber);
    expect(sent?.lines.map((line) => [line.procedure, line.charge, line.controlNumber])).toEqual(
      content.lines.map((line) => [line.procedure, line.charge, line.controlNumber]),
    );
    expect((await claimOf(claimId)).state).toBe('sent');
  });

  test('makes one file for each payer, and none for claims that were not named', async () => {
    const named = await aReadyClaim();
    const left = await aReadyClaim();
    const patientId = await aPatient(world, { covered: false });
    await world.as('front-desk', (unit) =>
      addCoverage(unit, patientId, {
        payerId: world.otherPayerId,
        benefitOrder: 1,
        memberId: 'S000001',
        relationship: 'self',
        effectiveFrom: '2026-01-01' as Parameters<typeof addCoverage>[2]['effectiveFrom'],
      }),
    );
    const elsewhere = await aReadyClaim({ patientId });
    await send([named, elsewhere]);
    expect(exchange.sent).toHaveLength(2);
    expect(await Promise.all([named, elsewhere, left].map(async (id) => (await claimOf(id)).state))).toEqual([
      'sent',
      'sent',
      'ready',
    ]);
    await send();
  });

  test('of nothing is refused', async () => {
    await expect(send()).rejects.toMatchObject({ code: 'claim.none-ready' });
    expect(exchange.sent).toEqual([]);
  });

  test('started five times at once sends each claim once', async () => {
    const ids = [await aReadyClaim(), await aReadyClaim(), await aReadyClaim()];
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => send()));
    const refused = outcomes.flatMap((o) => (o.status === 'rejected' ? [o.reason.code] : []));
    expect(refused).toEqual(Array(4).fill('claim.none-ready'));
    const sent = exchange.sent.flatMap(({ content }) => claimsIn(content));
    const numbers = await Promise.all(ids.map(async (id) => (await claimOf(id)).controlNumber));
    expect(sent.map(({ controlNumber }) => controlNumber).sort()).toEqual(numbers.sort());
  });

  test('numbers its files without gaps, those that failed included', async () => {
    await aReadyClaim();
    await Promise.allSettled([send(), send(), send(['01900000-0000-7000-8000-000000000000'])]);
    await aReadyClaim();
    await send();
    const numbers = (await interchanges()).map(({ control_number }) => Number(control_number));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});

describe('a server that ends', () => {
  test('between storing a file and sending it sends the same bytes at the next start, once', async () => {
    const claimId = await aReadyClaim();
    const crashing = {
      ...world.system,
      exchange: {
        ...exchange,
        send: async () => {
          throw new Error('the power went');
        },
      },
    };
    await expect(transmitClaims(crashing, world.staff.biller)).rejects.toThrow('the power went');
    const prepared = (await interchanges()).at(-1);
    expect([prepared?.state, (await claimOf(claimId)).state]).toEqual(['prepared', 'sent']);
    await expect(send(), 'nothing is prepared a second time').rejects.toMatchObject({
      code: 'claim.none-ready',
    });

    expect(await sendPrepared(world.system, world.organizationId)).toBe(1);
    const { content } = await world.as('biller', (unit) =>
      loadContent(unit, 'interchange', prepared?.interchange_id ?? ''),
    );
    expect(exchange.sent).toEqual([{ fileName: prepared?.file_name, content }]);
    expect((await interchanges()).at(-1)).toMatchObject({
      state: 'sent',
      control_number: prepared?.control_number,
    });
    expect(await sendPrepared(world.system, world.organizationId)).toBe(0);
    expect(exchange.sent).toHaveLength(1);
  });

  test('after sending, before noting it, sends the same file under the same name again', async () => {
    await aReadyClaim();
    const forgetting = {
      ...world.system,
      exchange: {
        ...exchange,
        send: async (...file: Parameters<typeof exchange.send>) => {
          await exchange.send(...file);
          throw new Error('the power went');
        },
      },
    };
    await expect(transmitClaims(forgetting, world.staff.biller)).rejects.toThrow('the power went');
    await sendPrepared(world.system, world.organizationId);
    const [first, second] = exchange.sent;
    expect(second).toEqual(first);
    expect((await interchanges()).filter(({ state }) => state === 'prepared')).toEqual([]);
  });

  test('is answered for twice at once by two starts, and sends once', async () => {
    await aReadyClaim();
    const away = { ...exchange, send: () => Promise.reject(new Error('away')) };
    await expect(transmitClaims({ ...world.system, exchange: away }, world.staff.biller)).rejects.toThrow(
      'away',
    );
    await Promise.all([1, 2, 3].map(() => sendPrepared(world.system, world.organizationId)));
    expect(exchange.sent).toHaveLength(1);
  });
});
