import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Role, roles } from '@superbill/contract';
import { cents, type Instant, isoDate } from '@superbill/engines/model';
import { keepUp } from '@superbill/server/backup/upkeep';
import { fixedClock } from '@superbill/server/clock';
import { openEditionStore } from '@superbill/server/codesets/edition-store';
import type { Database } from '@superbill/server/db/connect';
import type { ClaimExchange } from '@superbill/server/files/exchange';
import { type Keyring, keyringOf, newKey } from '@superbill/server/keys/keyring';
import { createLog } from '@superbill/server/log';
import type { Letter, Mailer } from '@superbill/server/mail/mailer';
import { admitUsers, createPractice } from '@superbill/server/practice/create-practice';
import { type Actor, type System, type Work, work } from '@superbill/server/work';

/** A member of staff in one role. */
type Staff = Actor & { userId: string; hat: Role };

/** A small practice of invented people in a test's own database, with one user for each role. */
export interface World {
  system: System & { clock: ReturnType<typeof fixedClock>; exchange: MemoryExchange; mailer: MemoryMailer };
  organizationId: string;
  locationId: string;
  /** Ada Example, MD, family medicine; also signs in as the physician. */
  practitionerId: string;
  /** Example Mutual, which wants an authorization for 70551. */
  payerId: string;
  otherPayerId: string;
  staff: Record<Role, Staff>;
  /** The log-in of a role; its password is {@link password}. */
  login(role: Role): string;
  /** One unit of work on behalf of the user with this role. */
  as<T>(role: Role, run: (unit: Work & { userId: string; hat: Role }) => Promise<T>): Promise<T>;
}

export const password = 'correct horse battery';

/** Prices of the world, in cents. */
export const prices = {
  '99213': 15000,
  '99214': 21000,
  '99396': 22000,
  '87880': 3500,
  '36415': 1500,
} as const;

const wordings: Record<keyof typeof prices, [english: string, spanish: string]> = {
  '99213': ['Office visit', 'Consulta médica'],
  '99214': ['Office visit, longer', 'Consulta médica más larga'],
  '99396': ['Yearly check-up', 'Chequeo anual'],
  '87880': ['Rapid strep test', 'Prueba rápida de estreptococo'],
  '36415': ['Drawing blood', 'Extracción de sangre'],
};

const address = { line1: '1 Example Street', city: 'Exampleton', state: 'OR', zip: '970010001' };

let worlds = 0;

/** Seals what is sealed in every world. */
export const testKey = newKey();
const testKeyring = keyringOf([testKey]);

/**
 * Sets up a practice through the product's own use case. Several in one database are several organizations.
 * The clock stands until a test moves it.
 */
export async function aWorld(
  database: Pick<Database, 'db'> & Partial<Pick<Database, 'url'>>,
  { start = '2027-03-20T17:00:00.000Z', keyring = testKeyring }: { start?: string; keyring?: Keyring } = {},
): Promise<World> {
  worlds += 1;
  const number = worlds;
  const login = (role: Role) => `${role}-${number}`;
  const system = {
    db: database.db,
    clock: fixedClock(start as Instant),
    codeSets: openEditionStore('/nonexistent', worldCodes),
    exchange: memoryExchange(),
    keyring,
    mailer: memoryMailer(),
    upkeep: database.url === undefined ? undefined : anUpkeep(database.url, start as Instant),
    log: createLog('silent'),
  };
  const practice = await createPractice(system, {
    name: `Example Family Clinic ${number}`,
    npi: '1999001005',
    taxId: '000000417',
    taxonomy: '261QM1300X',
    address,
    phone: '503-555-0100',
    submitterId: `EXAMPLE${number}`,
    locations: [{ name: 'Main Street', placeOfService: '11', address }],
    practitioners: [
      {
        firstName: 'Ada',
        lastName: 'Example',
        credential: 'MD',
        npi: '1999002011',
        taxonomy: '207Q00000X',
        specialty: 'family medicine',
      },
    ],
    payers: [
      {
        name: 'Example Mutual',
        electronicId: 'EXMP1',
        claimFilingIndicator: 'CI',
        timelyFilingDays: 180,
        authorizationRequired: ['70551'],
        phone: '503-555-0151',
      },
      {
        name: 'Sample Health Plan',
        electronicId: 'SMPL1',
        claimFilingIndicator: 'CI',
        timelyFilingDays: 90,
        authorizationRequired: [],
      },
    ],
    users: roles.map((role) => ({
      login: login(role),
      name: `Example ${role}`,
      password,
      roles: [role],
      ...(role === 'physician' ? { practitionerNpi: '1999002011' } : {}),
    })),
    fees: Object.entries(prices).map(([procedure, price]) => {
      const [wording, wordingEs] = wordings[procedure as keyof typeof prices];
      return { procedure, wording, wordingEs, price: cents(price), from: isoDate('2026-01-01') };
    }),
  });
  await admitUsers(system, practice.organizationId);

  const { organizationId } = practice;
  const staff = Object.fromEntries(
    roles.map((role, index) => [role, { organizationId, userId: at(practice.userIds, index), hat: role }]),
  ) as Record<Role, Staff>;
  return {
    system,
    organizationId,
    locationId: at(practice.locationIds, 0),
    practitionerId: at(practice.practitionerIds, 0),
    payerId: at(practice.payerIds, 0),
    otherPayerId: at(practice.payerIds, 1),
    staff,
    login,
    as: (role, run) => work(system, staff[role], (unit) => run(unit as Work & { userId: string; hat: Role })),
  };
}

/** Backups of a test's database, into a folder that is made when one is. */
function anUpkeep(url: string, start: Instant) {
  const data = join(tmpdir(), `superbill-test-upkeep-${process.pid}`);
  return keepUp({
    url,
    data,
    folder: join(data, 'backups'),
    everyHours: null,
    keyring: testKeyring,
    knownPassword: 'superbill-demo',
    clock: fixedClock(start),
    log: createLog('silent'),
  });
}

/** The code set of the tests: a starter set of a few diagnoses. */
export const worldCodes = {
  set: {
    rows: [
      ['I10', 'Essential (primary) hypertension', 'high blood pressure'],
      ['E11.9', 'Type 2 diabetes mellitus without complications', 'diabetes'],
      ['J02.0', 'Streptococcal pharyngitis', 'strep throat'],
      ['Z00.00', 'General adult medical examination without abnormal findings', 'check-up'],
    ].map(([code = '', title = '', word = '']) => ({
      code,
      title,
      clinical: [title],
      everyday: [word],
      abbreviations: [],
    })),
    categories: [
      { code: 'E11', title: 'Type 2 diabetes mellitus' },
      { code: 'J02', title: 'Acute pharyngitis' },
      { code: 'Z00', title: 'General examination without complaint' },
    ],
  },
  vocabulary: { words: [], phrases: [], abbreviations: [] },
  edition: 'test-2027',
  effectiveFrom: isoDate('2020-01-01'),
  sha256: '0'.repeat(64),
} satisfies Parameters<typeof openEditionStore>[1];

/** The exchange kept in memory: what was sent, and what lies ready to be taken in. */
interface MemoryExchange extends ClaimExchange {
  sent: { fileName: string; content: string }[];
  incoming: { fileName: string; content: Uint8Array }[];
}

function memoryExchange(): MemoryExchange {
  const exchange: MemoryExchange = {
    sent: [],
    incoming: [],
    async send(_organizationId, fileName, content) {
      exchange.sent.push({ fileName, content: Buffer.from(content).toString('latin1') });
    },
    list: async () =>
      exchange.incoming.map(({ fileName, content }) => ({ fileName, read: async () => content })),
    async taken(_organizationId, fileName) {
      exchange.incoming = exchange.incoming.filter((file) => file.fileName !== fileName);
    },
  };
  return exchange;
}

/** Letters kept in memory, as if a mail server took them. */
interface MemoryMailer extends Mailer {
  letters: Letter[];
}

function memoryMailer(): MemoryMailer {
  const letters: Letter[] = [];
  return { letters, delivers: true, send: async (letter) => void letters.push(letter) };
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new Error(`there is no element ${index}`);
  return value;
}
