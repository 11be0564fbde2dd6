import { randomUUID } from 'node:crypto';
import type { QueryOf, routes } from '@superbill/contract';
import { exportLines } from '@superbill/server/audit/export';
import { searchAudit } from '@superbill/server/audit/search';
import { verifyAudit } from '@superbill/server/audit/verify';
import type { Db } from '@superbill/server/db/connect';
import { inTransaction } from '@superbill/server/db/connect';
import { aWorld, type World } from '../test/world.ts';
import { type Cast, lengthenTrail } from './audit-trail.ts';
import { figureOf, type Measured, timeEach } from './figure.ts';
import { observed } from './observed.ts';
import { withDatabase } from './throw-away.ts';

type Query = QueryOf<typeof routes.listAudit>;

const rows = 1_000_000;
const fewer = 200_000;
const searches = 40;
const limit = 100;
/** Which page is read besides the first. */
const deep = 50;

/**
 * An audit trail of a million rows: searched by person, patient, act and days, the first page and the fiftieth;
 * proven whole, and exported. The aim of a search is 300 ms at the 95th percentile.
 */
export function measureAudit(): Promise<Measured> {
  return withDatabase(async ({ db }) => {
    const world = await aWorld({ db });
    const { organizationId } = world;
    const cast = {
      organizationId,
      people: [...Object.values(world.staff).map(({ userId }) => userId), ...ids(40)],
      patients: ids(20_000),
    };
    await lengthenTrail(db, cast, fewer);
    const said = [await verifyOf(db, organizationId)];
    await lengthenTrail(db, cast, rows);
    said.push(await verifyOf(db, organizationId));
    for (const format of ['csv', 'jsonl'] as const) said.push(await exportOf(db, organizationId, format));
    return { on: said.join('; '), figures: await searchesOf(world, cast) };
  });
}

async function searchesOf(world: World, { people, patients }: Cast) {
  const any = <T>(list: readonly T[], turn: number) => list[(turn * 7919) % list.length];
  const day = (turn: number) =>
    new Date(Date.UTC(2026, 0, 10 + ((turn * 37) % 250))).toISOString().slice(0, 10);
  const asked: [what: string, deep: boolean, query: (turn: number) => object][] = [
    ['everything', true, () => ({})],
    ['of a person', true, (turn) => ({ userId: any(people, turn) })],
    ['of a patient', false, (turn) => ({ patientId: any(patients, turn) })],
    ['of an act', true, () => ({ action: 'claim.submit' })],
    ['of a kind of acts', true, () => ({ action: 'claim.' })],
    ['of three weeks', true, (turn) => ({ from: day(turn), to: day(turn).slice(0, 8) + '28' })],
    [
      'of a person, an act and days',
      false,
      (turn) => ({ userId: any(people, turn), action: 'code.assign', from: day(turn) }),
    ],
    ['refused, of a person', true, (turn) => ({ userId: any(people, turn), outcome: 'refused' })],
    [
      'of a person, an act that never was',
      false,
      (turn) => ({ userId: any(people, turn), action: 'refund.make' }),
    ],
  ];
  const figures = [];
  for (const [what, isDeep, query] of asked) {
    const page = (turn: number, before?: number) => () =>
      world.as('supervisor', (unit) =>
        searchAudit(unit, { ...query(turn), limit, ...(before === undefined ? {} : { before }) } as Query),
      );
    const turns = Array.from({ length: searches }, (_, turn) => turn);
    await timeEach(turns.slice(0, 3).map((turn) => page(turn)));
    figures.push(figureOf(`${what}, first page`, await timeEach(turns.map((turn) => page(turn)))));
    if (!isDeep) continue;
    const far = [];
    for (const turn of turns) {
      const ahead = await world.as('supervisor', (unit) =>
        searchAudit(unit, { ...query(turn), limit: limit * (deep - 1) } as Query),
      );
      const last = ahead.events.at(-1);
      if (last) far.push(page(turn, last.sequence));
    }
    figures.push(figureOf(`${what}, page ${deep}`, await timeEach(far)));
  }
  return figures;
}

async function verifyOf(db: Db, organizationId: string): Promise<string> {
  const { result, seconds, cpu, grew } = await observed(() =>
    inTransaction(db, { organizationId }, (tx) => verifyAudit({ db: tx, organizationId })),
  );
  if (!result.ok) throw new Error(result.detail);
  return `proven in ${seconds.toFixed(2)} s (${cpu} s of our own processor time): ${result.detail.replace(/\.$/, '')}, the process at most ${grew} MiB larger`;
}

async function exportOf(db: Db, organizationId: string, format: 'csv' | 'jsonl'): Promise<string> {
  const { result, seconds, grew } = await observed(async () => {
    let bytes = 0;
    for await (const line of exportLines({ db }, organizationId, { format }, rows)) bytes += line.length;
    return bytes;
  });
  const speed = Math.round(rows / seconds).toLocaleString('en-US');
  return `exported as ${format}: ${speed} rows a second, ${Math.round(result / 1e6)} MB, at most ${grew} MiB larger`;
}

const ids = (count: number) => Array.from({ length: count }, () => randomUUID());
