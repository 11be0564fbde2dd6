import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type Database, openDatabase } from '@superbill/server/db/connect';
import type { Browser } from 'playwright-core';

/** What was said where no patient may be told of: a line of a log, an address, a refusal, a row that is no record. */
export interface Said {
  where: string;
  text: string;
}

interface Person {
  lastName: string;
  birthDate: string;
  phone?: string;
  email?: string;
  address?: { line1: string };
  coverages?: { memberId: string }[];
}

const demo = new URL('../data/demo/patients.json', import.meta.url);
const demoPeople = JSON.parse(readFileSync(demo, 'utf8')) as Person[];

/** The words by which somebody is known, dates also as X12 and as people in the United States write them. */
const wordsOf = ({ lastName, birthDate, phone, email, address, coverages = [] }: Person) => {
  const [year, month, day] = birthDate.split('-');
  return [
    lastName,
    birthDate,
    `${year}${month}${day}`,
    `${month}/${day}/${year}`,
    phone,
    email,
    address?.line1,
    ...coverages.map(({ memberId }) => memberId),
  ].flatMap((word) => word ?? []);
};

/**
 * Each place that tells of somebody of the demo, or says one of these further words. A word counts where it stands by
 * itself, however it is capitalized, and in addresses also when it is escaped.
 */
export function leaksIn(said: readonly Said[], further: readonly string[] = []): string[] {
  const words = [...demoPeople.flatMap(wordsOf), ...further].map((word) => word.toLowerCase());
  return said.flatMap(({ where, text }) => {
    const plain = ` ${unescaped(text)} `.toLowerCase();
    const found = words.filter((word) => standsIn(plain, word));
    return found.length === 0 ? [] : [`${where} says ${found.join(', ')}: ${text.slice(0, 300)}`];
  });
}

function standsIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/[\p{L}\p{N}]/u.test(`${text[at - 1]}${text[at + word.length]}`)) return true;
  return false;
}

const unescaped = (text: string) =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });

/** Hears what every page opened from now on asks for, is refused, and writes to its console. */
export function listenTo(browser: Browser): Said[] {
  const said: Said[] = [];
  const open = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await open(options);
    context.on('request', (request) => said.push({ where: 'an address', text: request.url() }));
    context.on('response', async (response) => {
      if (response.status() < 400) return;
      const text = await response.text().catch(() => '');
      said.push({ where: `a refusal of ${response.url()}`, text });
    });
    context.on('console', (message) => said.push({ where: 'the console', text: message.text() }));
    context.on('weberror', (error) => said.push({ where: 'the console', text: error.error().message }));
    context.on('page', (page) => {
      page.on('framenavigated', (frame) => said.push({ where: 'an address', text: frame.url() }));
    });
    return context;
  };
  return said;
}

/** What a running system has written down beside the records: its log, the heads of its letters, rows by the way. */
export async function keptIn(data: string): Promise<Said[]> {
  const log = readFileSync(join(data, 'server.log'), 'utf8').split('\n');
  const mail = join(data, 'mail');
  const letters = readdirSync(data).includes('mail') ? readdirSync(mail) : [];
  const database = await openDatabase({ data, join: true });
  try {
    return [
      ...log.map((text) => ({ where: 'the log', text })),
      ...letters.map((name) => {
        const [head = ''] = readFileSync(join(mail, name), 'utf8').split('\r\n\r\n');
        return { where: 'the head of a letter', text: head };
      }),
      ...(await rowsIn(database)),
    ];
  } finally {
    await database.close();
  }
}

/** Rows that hold ids, codes and counts alone, by the columns into which words could slip. */
const besideRecords = {
  audit_event: 'subject_kind, subject_id, action, route, detail',
  claim_event: 'kind, message, detail',
  idempotency_key: 'key',
  inbound_file: 'file_name, problem',
  interchange: 'file_name, answer',
  letter: 'kind, last_problem',
  proof: 'checks',
};

/** The rows of every practice, read as a backup reads them. */
export async function rowsIn({ url }: Pick<Database, 'url'>): Promise<Said[]> {
  const { pool, close } = await connect(url, { connections: 1 });
  const client = await pool.connect();
  try {
    await client.query('begin read only');
    await client.query('set local role superbill_backup');
    const said: Said[] = [];
    for (const [table, columns] of Object.entries(besideRecords)) {
      const { rows } = await client.query<{ text: string }>(
        `select row_to_json(t)::text as text from (select ${columns} from ${table}) t`,
      );
      said.push(...rows.map(({ text }) => ({ where: `a row of ${table}`, text })));
    }
    await client.query('rollback');
    return said;
  } finally {
    client.release();
    await close();
  }
}
