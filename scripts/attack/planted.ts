import { type RouteName, routes } from '@superbill/contract';
import { AppError } from '@superbill/server/errors';
import { type Handler, handle } from '@superbill/server/http/handle';
import { sql } from 'kysely';

// The faults a scanner has to find before its silence about the others counts: statements that are put together, one in
// each part of a request, behind the same door as the real routes. The last tells nothing but by its time.

export const plantedPlaces: { name: RouteName; where: string }[] = [
  { name: 'listFees', where: 'query.search' },
  { name: 'readTrace', where: 'params.id' },
  { name: 'listPatients', where: 'body.search' },
];

const careless: Handler[] = [
  handle(routes.listFees, async ({ db }, { query: { search } }) => {
    const statement = `select procedure from fee where procedure like '${search}%'`;
    const { rows } = await sql.raw<{ procedure: string }>(statement).execute(db);
    return { fees: rows.map(aFee) };
  }),
  handle(routes.readTrace, async ({ db }, { params: { kind, id } }) => {
    const statement = `select 1 from charge where charge_id::text = '${id}'`;
    const { rows } = await sql.raw(statement).execute(db);
    if (rows.length === 0) throw new AppError('trace.not-found', { kind });
    return { nodes: [], links: [] } as never;
  }),
  handle(routes.listPatients, async ({ db }, { body: { search } }) => {
    const statement = `select 1 from patient where last_name = '${search}'`;
    await sql
      .raw(statement)
      .execute(db)
      .catch(() => undefined);
    return { patients: [], more: false };
  }),
];

const aFee = ({ procedure }: { procedure: string }) =>
  ({ procedure, wording: 'Visit', priceCents: 100, effectiveFrom: '2027-01-01' }) as never;

/** The handler as it would be written without knowing better. */
export const orCareless = (handler: Handler): Handler =>
  careless.find(({ route }) => route === handler.route) ?? handler;
