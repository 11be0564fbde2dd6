import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { remitFile, sentClaim } from '../../../test/remit-file.ts';
import { adjust, aRemit, aVisit, sendClaim } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import { newId } from '../ids.ts';
import { openRow } from '../keys/sealed.ts';
import { loadRemits } from '../remits/store.ts';
import { collectFiles } from './collect.ts';
import { mustWait, processReceived, receiveFile, setAside } from './receive-file.ts';
import { loadInboundFile } from './store.ts';

const world = await aWorld(await testDatabase());
const { exchange } = world.system;
const { biller } = world.staff;

const take = (text: string, fileName = 'a.x12') =>
  receiveFile(world.system, biller, fileName, Buffer.from(text));
const remitCount = async () => (await world.as('biller', (unit) => loadRemits(unit, 500))).length;
const fileOf = (id: string) => world.as('biller', (unit) => loadInboundFile(unit, id));

/** An 835 that pays a claim of ours in full but for the patient's $40.00. */
async function aPayment(): Promise<string> {
  const claimId = await sendClaim(world, await aVisit(world));
  return remitFile([aRemit(await sentClaim(world, claimId), [[adjust('PR', '1', 4000)]])]);
}

describe('a file', () => {
  test('is stored as it came before it is read', async () => {
    const bytes = Buffer.from([0x49, 0x53, 0x41, 0x00, 0xff, 0x80]);
    const { id } = await receiveFile(world.system, biller, 'odd.bin', bytes);
    const [row, opened] = await world.as('biller', async (unit) => {
      const stored = await unit.db
        .selectFrom('inbound_file')
        .select(['content', 'sealed'])
        .where('inbound_file_id', '=', id)
        .executeTakeFirstOrThrow();
      return [stored, await openRow(unit, 'inbound_file', id, stored)] as const;
    });
    expect([row.content, row.sealed?.includes(bytes)]).toEqual([null, false]);
    expect((opened.content as Buffer).equals(bytes)).toBe(true);
  });

  test.each([
    { what: 'no X12', text: 'Dear practice,', code: 'file.not-x12' },
    { what: 'nothing', text: ' ', code: 'file.not-x12' },
    {
      what: 'an answer to a file of somebody else',
      text: ta1('000999999'),
      code: 'file.unknown-interchange',
    },
  ])('with $what waits for a person, who is told what to do', async ({ text, code }) => {
    const { state, problem } = await take(text);
    expect([state, problem?.code]).toEqual(['waiting', code]);
    expect(problem?.nextStep).toMatch(/\w/);
  });

  test('cut at any segment posts nothing', async () => {
    const whole = await aPayment();
    const segments = whole.split('~');
    const before = await remitCount();
    for (let end = 1; end < segments.length - 1; end += 1) {
      const { state } = await take(`${segments.slice(0, end).join('~')}~`, `cut-${end}.835`);
      expect(state, `cut after segment ${end}`).toBe('waiting');
    }
    expect(await remitCount()).toBe(before);
    expect((await take(whole)).state).toBe('processed');
    expect(await remitCount()).toBe(before + 1);
  });

  test('that waits can be set aside once, by whoever saw it as it is', async () => {
    const { id, rowVersion } = await take('Not for us.');
    const aside = (version: number) => world.as('biller', (unit) => setAside(unit, id, 'Not ours', version));
    await expect(aside(rowVersion - 1)).rejects.toMatchObject({ code: 'row.changed' });
    await aside(rowVersion);
    expect(await fileOf(id)).toMatchObject({
      state: 'set-aside',
      problem: { nextStep: 'Set aside: Not ours' },
    });
    await expect(aside(rowVersion + 1)).rejects.toMatchObject({ code: 'file.not-waiting' });
    const waits = world.as('biller', (unit) => mustWait(unit, id, rowVersion + 1));
    await expect(waits).rejects.toMatchObject({ code: 'file.not-waiting' });
  });
});

describe('a server that ends after storing a file', () => {
  /** The file as it stands when the process ends between the two transactions. */
  const storeOnly = async (text: string) => {
    const id = newId();
    const content = Buffer.from(text);
    await world.as('biller', ({ db, organizationId, now }) =>
      db
        .insertInto('inbound_file')
        .values({
          organization_id: organizationId,
          inbound_file_id: id,
          file_name: 'late.x12',
          content,
          sha256: createHash('sha256').update(content).digest('hex'),
          received_at: now,
          state: 'received',
        })
        .execute(),
    );
    return id;
  };

  test('reads it at the next start', async () => {
    const id = await storeOnly('Not X12.');
    expect(await processReceived(world.system, world.organizationId)).toBe(1);
    expect((await fileOf(id)).state).toBe('waiting');
    expect(await processReceived(world.system, world.organizationId)).toBe(0);
  });

  test('posts it at the next start, once, though it starts twice', async () => {
    const id = await storeOnly(await aPayment());
    const before = await remitCount();
    await Promise.all([1, 2].map(() => processReceived(world.system, world.organizationId)));
    expect(await remitCount()).toBe(before + 1);
    expect((await fileOf(id)).state).toBe('processed');
  });

  test('and gets it again meanwhile posts it once', async () => {
    const text = await aPayment();
    const before = await remitCount();
    await storeOnly(text);
    expect((await take(text)).state).toBe('duplicate');
    await processReceived(world.system, world.organizationId);
    expect(await remitCount()).toBe(before + 1);
  });
});

describe('files that lie ready', () => {
  test('are taken in one by one; a bad one does not stop the others', async () => {
    const payment = await aPayment();
    exchange.incoming = [
      { fileName: '1.txt', content: Buffer.from('A letter.') },
      { fileName: '2.835', content: Buffer.from(payment) },
    ];
    const before = await remitCount();
    expect(await collectFiles(world.system, world.organizationId)).toBe(2);
    expect(await remitCount()).toBe(before + 1);
    expect(exchange.incoming).toEqual([]);
  });

  test('stay when they could not be stored', async () => {
    exchange.incoming = [{ fileName: 'a\u0000b.835', content: Buffer.from('ISA') }];
    await collectFiles(world.system, world.organizationId);
    expect(exchange.incoming).toHaveLength(1);
    exchange.incoming = [];
  });
});

/** A TA1 that accepts the interchange with this number. */
function ta1(control: string): string {
  const isa = `ISA*00*          *00*          *ZZ*EXMP1          *ZZ*EXAMPLE1       *270320*1700*^*00501*000000001*0*P*:~`;
  return `${isa}TA1*${control}*270320*1700*A*000~IEA*0*000000001~`;
}
