import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '@superbill/contract';
import { cents, type IsoDate, isNpi, parseIsoDate } from '@superbill/engines/model';
import { settleRestore } from '@superbill/server/backup/cut-off';
import { upgradeDatabase } from '@superbill/server/backup/upgrade';
import { machineClock } from '@superbill/server/clock';
import { openEditionStore } from '@superbill/server/codesets/edition-store';
import { dataDirectory } from '@superbill/server/data-directory';
import { openDatabase } from '@superbill/server/db/connect';
import { StartError } from '@superbill/server/db/start-error';
import { folderExchange } from '@superbill/server/files/folder-exchange';
import { bringKeyring } from '@superbill/server/keys/key-use';
import { createLog } from '@superbill/server/log';
import { folderMailer } from '@superbill/server/mail/mailer';
import {
  admitUsers,
  createPractice,
  listOrganizations,
  type PracticeSetup,
} from '@superbill/server/practice/create-practice';
import { Command } from 'commander';
import { z } from 'zod';
import { codeSetDirectory } from './code-sets.ts';
import { processTerminal, type Terminal } from './terminal.ts';

const npi = z.string().refine(isNpi, 'not an NPI: ten digits with a right check digit');
const address = z.strictObject({
  line1: z.string().min(1),
  line2: z.string().optional(),
  city: z.string().min(1),
  state: z.string().regex(/^[A-Z]{2}$/, 'two capital letters'),
  zip: z.string().regex(/^\d{5}(\d{4})?$/, 'five or nine digits'),
});
const date = z
  .string()
  .refine((text) => parseIsoDate(text) !== undefined, 'a date is written 2027-03-01')
  .transform((text) => text as IsoDate);

const setup = z.strictObject({
  name: z.string().min(1),
  npi,
  taxId: z.string().regex(/^\d{9}$/, 'nine digits'),
  taxonomy: z.string().optional(),
  address,
  phone: z.string().min(1),
  submitterId: z.string().regex(/^[A-Za-z0-9]{2,15}$/, '2 to 15 letters or digits'),
  locations: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        placeOfService: z.string().regex(/^\d{2}$/),
        npi: npi.optional(),
        address,
      }),
    )
    .min(1),
  practitioners: z.array(
    z.strictObject({
      firstName: z.string().min(1),
      lastName: z.string().min(1),
      credential: z.string().optional(),
      npi,
      taxonomy: z.string().optional(),
      specialty: z.string().optional(),
    }),
  ),
  payers: z.array(
    z.strictObject({
      name: z.string().min(1),
      electronicId: z.string().min(2).max(15),
      claimFilingIndicator: z.string().min(1).max(2),
      timelyFilingDays: z.int().positive(),
      authorizationRequired: z.array(z.string()).default([]),
      address: address.optional(),
      phone: z.string().optional(),
    }),
  ),
  users: z
    .array(
      z.strictObject({
        login: z.string().min(2).max(80),
        name: z.string().min(1),
        roles: z.array(z.enum(roles)).min(1),
        practitionerNpi: npi.optional(),
      }),
    )
    .min(1),
  fees: z.array(
    z.strictObject({
      procedure: z.string().regex(/^[A-Z0-9]{5}$/),
      wording: z.string().min(1),
      wordingEs: z.string().optional(),
      priceCents: z.int().positive(),
      from: date,
    }),
  ),
});

/** `superbill practice create FILE`: a practice of your own, with a password for each of its people. */
export function practiceCommand(terminal: Terminal = processTerminal()): Command {
  const practice = new Command('practice').description('set up a practice of your own');
  practice
    .command('create')
    .argument(
      '<file>',
      'JSON: the practice, its locations, practitioners, payers, users and fees (docs/practice.example.json)',
    )
    .option('--data <dir>', 'data directory')
    .action(async (file: string, options: { data?: string }) => {
      const given = readSetup(file);
      if ('problem' in given) {
        terminal.err(given.problem);
        return terminal.exit(given.status);
      }
      try {
        const passwords = await create(given.setup, dataDirectory(options.data), (message) =>
          terminal.err(message),
        );
        terminal.out(`${given.setup.name} is set up. The passwords are shown this once:`);
        for (const { login, password } of passwords) terminal.out(`  ${login}  ${password}`);
        for (const line of nextSteps(given.setup)) terminal.out(line);
      } catch (error) {
        if (!(error instanceof StartError)) throw error;
        terminal.err(error.message);
        terminal.exit(2);
      }
    });
  return practice;
}

/** What to do with the log-ins that were just shown. */
function nextSteps({ users }: z.output<typeof setup>): string[] {
  const administrator = users.find(({ roles: held }) => held.includes('administrator'));
  return [
    '',
    'Next: npm start -- --no-demo, sign in, and under My account choose a password of your own and a second step.',
    administrator
      ? `As ${administrator.login} invite everybody else under People: they choose their own passwords.`
      : 'Nobody here is an administrator, so nobody can invite others: superbill user --help says how to add one.',
  ];
}

function readSetup(file: string): { setup: z.output<typeof setup> } | { problem: string; status: 1 | 2 } {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return {
      problem: `${file} cannot be read as JSON: ${error instanceof Error ? error.message : error}`,
      status: 2,
    };
  }
  const result = setup.safeParse(json);
  if (result.success) return { setup: result.data };
  const issues = result.error.issues.map(
    ({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`,
  );
  return { problem: `${file} does not describe a practice:\n${issues.join('\n')}`, status: 1 };
}

async function create(
  given: z.output<typeof setup>,
  data: string,
  onProgress: (message: string) => void,
): Promise<{ login: string; password: string }[]> {
  const ownServer = Boolean(process.env.DATABASE_URL);
  await settleRestore(data, { now: machineClock.now(), ownServer });
  const database = await openDatabase({ url: process.env.DATABASE_URL, data, join: true });
  try {
    await upgradeDatabase(database, { data, env: process.env, now: machineClock.now(), onProgress });
    const users = given.users.map((user) => ({ ...user, password: randomBytes(12).toString('base64url') }));
    const practice: PracticeSetup = {
      ...given,
      users,
      fees: given.fees.map(({ priceCents, ...fee }) => ({ ...fee, price: cents(priceCents) })),
    };
    const system = {
      db: database.db,
      clock: machineClock,
      codeSets: openEditionStore(codeSetDirectory(data)),
      exchange: folderExchange(data),
      keyring: await bringKeyring(database.db, await listOrganizations(database), process.env),
      mailer: folderMailer(join(data, 'mail')),
      log: createLog('silent'),
    };
    const taken = await database.db
      .selectFrom('sign_in_directory')
      .select('login')
      .where(
        'login',
        'in',
        users.map(({ login }) => login.toLowerCase()),
      )
      .execute();
    if (taken.length > 0)
      throw new StartError(`Log-in ${taken.map(({ login }) => login).join(', ')} is taken. Choose another.`);
    const { organizationId } = await createPractice(system, practice);
    await admitUsers(system, organizationId);
    return users.map(({ login, password }) => ({ login, password }));
  } finally {
    await database.close();
  }
}
