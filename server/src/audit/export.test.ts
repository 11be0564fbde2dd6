import { createHash } from 'node:crypto';
import { routes } from '@superbill/contract';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aPatient } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import { openStaffSession } from '../auth/sessions.ts';
import { handlers } from '../handlers.ts';
import { createApp } from '../http/app.ts';

const database = await testDatabase();
const world = await aWorld(database);
const app = createApp(world.system, handlers);
const patientId = await aPatient(world);
const token = await world.as('auditor', (unit) => openStaffSession(unit, unit.userId, 'auditor'));

const exported = async (query: string) => {
  const response = await app.request(`${routes.exportAudit.path}?${query}`, {
    headers: { cookie: `superbill_session=${token}` },
  });
  return { response, text: await response.text() };
};

/** As an outsider verifies it, with nothing of ours but the description of the format. */
function chainHolds(lines: readonly string[]): boolean {
  let previous: Buffer = Buffer.alloc(32);
  return lines.every((line) => {
    const { previousHash, hash, outcome, route, requestId, ...first } = JSON.parse(line);
    const fields = [...Object.values(first), ...(outcome === null ? [] : [outcome, route, requestId])];
    const digest = createHash('sha256').update(previous);
    for (const field of fields) {
      const bytes = Buffer.from(field === null ? '' : String(field));
      digest.update(field === null ? 'n' : `${bytes.length}:`).update(bytes);
    }
    const holds = previousHash === previous.toString('hex');
    previous = digest.digest();
    return holds && hash === previous.toString('hex');
  });
}

test('JSON Lines hold the whole chain, and an outsider can prove it', async () => {
  const { response, text } = await exported('format=jsonl');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="audit-2027-03-20.jsonl"');
  const lines = text.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(2);
  expect(chainHolds(lines)).toBe(true);
  expect(chainHolds(lines.map((line) => line.replace('patient.register', 'patient.remove')))).toBe(false);
});

test('CSV is a table whose texts no spreadsheet runs', async () => {
  await world.as('biller', async (unit) => {
    unit.audit('test.note', { kind: '=1+1', id: '@SUM(A1)' });
    await unit.db.updateTable('app_user').set({ name: '+cmd' }).where('user_id', '=', unit.userId).execute();
  });
  const { response, text } = await exported('format=csv&action=test.note');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const [head, row] = text.split('\r\n');
  expect(head).toContain('"sequence","at"');
  for (const cell of [`"'+cmd"`, `"'=1+1"`, `"'@SUM(A1)"`]) expect(row).toContain(cell);
});

test('the export is itself in the trail, and not in the file', async () => {
  const { text } = await exported(`patientId=${patientId}`);
  expect(text).toContain('patient.register');
  expect(text).not.toContain('audit.export');
  const { text: after } = await exported('action=audit.export');
  expect(after).toContain(patientId);
});
