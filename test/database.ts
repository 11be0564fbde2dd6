import http from 'node:http';
import { connect, type Database } from '@superbill/server/db/connect';
import { afterAll, inject } from 'vitest';

/**
 * A migrated, empty database for one test file, on a real PostgreSQL, dropped when the file is done:
 * `const { db } = await testDatabase();` at the top of the file. It takes about 0.1 s; the first caller of
 * a run also waits for the server, 2 s.
 */
export function testDatabase(): Promise<Database> {
  return lend('/migrated');
}

/** The same without any table, for tests of the migrations themselves. */
export function emptyDatabase(): Promise<Database> {
  return lend('/empty');
}

/** A copy of a test's database as it stands, to go on from one past in several ways. Nothing may be at work in it. */
export function copyOf({ url }: Database): Promise<Database> {
  return lend(`/copy${new URL(url).pathname}`);
}

async function lend(path: string): Promise<Database> {
  const url = await ask(path);
  const database = await connect(url);
  afterAll(async () => {
    await database.close();
    await ask(`/drop${new URL(url).pathname}`);
  });
  return database;
}

function ask(path: string): Promise<string> {
  return new Promise((answered, failed) => {
    const request = http.request({ socketPath: inject('databaseBroker'), path, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => {
        if (response.statusCode === 200) answered(text);
        else failed(new Error(`no test database: ${text}`));
      });
    });
    request.on('error', failed).end();
  });
}
