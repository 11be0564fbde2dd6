import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStaffSession } from '@superbill/server/auth/sessions';
import { handlers } from '@superbill/server/handlers';
import { createApp } from '@superbill/server/http/app';
import { serve } from '@superbill/server/http/serve';
import { aVisit } from '../test/visit.ts';
import { aWorld } from '../test/world.ts';
import { figureOf, type Measured, timeEach } from './figure.ts';
import { withDatabase, withFolder } from './throw-away.ts';

const visits = 200;
const requests = 300;

/** Reads over HTTP on this machine, as the screens make them: a worklist of 200 visits, and one visit whole. */
export function measureHttp(): Promise<Measured> {
  return withFolder((webFolder) =>
    withDatabase(async (database) => {
      writeFileSync(join(webFolder, 'index.html'), '<!doctype html>');
      const world = await aWorld(database);
      const ids: string[] = [];
      for (let i = 0; i < visits; i += 1) ids.push((await aVisit(world)).encounterId);
      const token = await world.as('biller', (unit) => openStaffSession(unit, unit.userId, 'biller'));
      const app = createApp(world.system, handlers);
      const server = await serve(app, { port: 0, host: '127.0.0.1', webFolder });
      const read = (path: string, body?: object) => async () => {
        const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
          headers: { cookie: `superbill_session=${token}` },
          ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
        });
        if (!response.ok) throw new Error(`${path}: ${response.status}`);
        await response.arrayBuffer();
      };
      const worklist = read('/api/encounters/search', { queue: 'billing' });
      const each = Array.from({ length: requests }, (_, index) =>
        read(`/api/encounters/${ids[index % visits]}`),
      );
      try {
        await timeEach([...Array(20).fill(worklist), ...each.slice(0, 20)]);
        const figures = [
          figureOf(`worklist of ${visits} visits`, await timeEach(Array(requests).fill(worklist))),
          figureOf('one visit whole', await timeEach(each)),
        ];
        return { on: 'loopback, one request after the other, each with its audit row committed', figures };
      } finally {
        await server.stop();
      }
    }),
  );
}
