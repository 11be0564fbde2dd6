import type { Role } from '@superbill/contract';
import type { Address, Cents, IsoDate } from '@superbill/engines/model';
import { genesis } from '../audit/append.ts';
import { hashPassword } from '../auth/passwords.ts';
import { newId } from '../ids.ts';
import { sealRow } from '../keys/sealed.ts';
import type { System, Work } from '../work.ts';
import { work } from '../work.ts';

/** A practice as it is set up: everything else is entered by its people. */
export interface PracticeSetup {
  name: string;
  npi: string;
  /** Nine digits. */
  taxId: string;
  taxonomy?: string | undefined;
  address: Address;
  phone: string;
  submitterId: string;
  locations: { name: string; placeOfService: string; npi?: string | undefined; address: Address }[];
  practitioners: {
    firstName: string;
    lastName: string;
    credential?: string | undefined;
    npi: string;
    taxonomy?: string | undefined;
    specialty?: string | undefined;
  }[];
  payers: {
    name: string;
    electronicId: string;
    claimFilingIndicator: string;
    timelyFilingDays: number;
    authorizationRequired: string[];
    address?: Address | undefined;
    phone?: string | undefined;
  }[];
  users: {
    login: string;
    name: string;
    password: string;
    roles: Role[];
    /** The practitioner's NPI, for a physician who signs in. */
    practitionerNpi?: string | undefined;
  }[];
  fees: { procedure: string; wording: string; wordingEs?: string | undefined; price: Cents; from: IsoDate }[];
}

/** Ids of what was set up, in the order it was given. */
export interface CreatedPractice {
  organizationId: string;
  locationIds: string[];
  practitionerIds: string[];
  payerIds: string[];
  userIds: string[];
}

/**
 * Sets up a practice with its people, payers and prices, and starts its audit trail. Nobody can sign in, and
 * the practice is not listed, before {@link admitUsers}: so a set-up that was cut short leaves no half practice.
 */
export async function createPractice(system: System, setup: PracticeSetup): Promise<CreatedPractice> {
  const organizationId = newId();
  const passwords = await Promise.all(setup.users.map((user) => hashPassword(user.password)));
  return work(system, { organizationId, userId: null, hat: 'system' }, async (unit) => {
    await insertOrganization(unit, setup);
    const locationIds = await insertLocations(unit, setup.locations);
    const practitionerIds = await insertPractitioners(unit, setup.practitioners);
    const payerIds = await insertPayers(unit, setup.payers);
    const practitionerByNpi = new Map(
      setup.practitioners.map(({ npi }, index) => [npi, practitionerIds[index]]),
    );
    const userIds: string[] = [];
    for (const [index, user] of setup.users.entries()) {
      const practitionerId = practitionerByNpi.get(user.practitionerNpi ?? '') ?? null;
      userIds.push(await insertUser(unit, user, passwords[index] ?? '', practitionerId));
    }
    await insertFees(unit, setup.fees);
    unit.audit('practice.create', { kind: 'organization', id: organizationId });
    return { organizationId, locationIds, practitionerIds, payerIds, userIds };
  });
}

/** Lets the practice's users sign in. */
export function admitUsers(system: System, organizationId: string): Promise<void> {
  return work(system, { organizationId, userId: null, hat: 'system' }, async ({ db }) => {
    const users = await db
      .selectFrom('app_user')
      .select('login')
      .where('organization_id', '=', organizationId)
      .execute();
    await db
      .insertInto('sign_in_directory')
      .values(users.map(({ login }) => ({ login, organization_id: organizationId })))
      .onConflict((conflict) => conflict.column('login').doNothing())
      .execute();
  });
}

async function insertOrganization(unit: Work, setup: PracticeSetup): Promise<void> {
  const { db, organizationId, now } = unit;
  await db
    .insertInto('organization')
    .values({
      organization_id: organizationId,
      name: setup.name,
      npi: setup.npi,
      taxonomy: setup.taxonomy ?? null,
      address: JSON.stringify(setup.address),
      phone: setup.phone,
      submitter_id: setup.submitterId,
      created_at: now,
    })
    .execute();
  // Only now: the organization's data key refers to its row.
  await db
    .updateTable('organization')
    .set({ sealed: await sealRow(unit, 'organization', organizationId, { tax_id: setup.taxId }) })
    .where('organization_id', '=', organizationId)
    .execute();
  await db
    .insertInto('audit_head')
    .values({ organization_id: organizationId, sequence: 0, hash: genesis })
    .execute();
}

async function insertLocations(
  { db, organizationId }: Work,
  locations: PracticeSetup['locations'],
): Promise<string[]> {
  const rows = locations.map((location) => ({
    organization_id: organizationId,
    location_id: newId(),
    name: location.name,
    place_of_service: location.placeOfService,
    npi: location.npi ?? null,
    address: JSON.stringify(location.address),
  }));
  if (rows.length > 0) await db.insertInto('location').values(rows).execute();
  return rows.map((row) => row.location_id);
}

async function insertPractitioners(
  { db, organizationId }: Work,
  practitioners: PracticeSetup['practitioners'],
): Promise<string[]> {
  const rows = practitioners.map((practitioner) => ({
    organization_id: organizationId,
    practitioner_id: newId(),
    first_name: practitioner.firstName,
    last_name: practitioner.lastName,
    credential: practitioner.credential ?? null,
    npi: practitioner.npi,
    taxonomy: practitioner.taxonomy ?? null,
    specialty: practitioner.specialty ?? null,
  }));
  if (rows.length > 0) await db.insertInto('practitioner').values(rows).execute();
  return rows.map((row) => row.practitioner_id);
}

async function insertPayers(
  { db, organizationId }: Work,
  payers: PracticeSetup['payers'],
): Promise<string[]> {
  const rows = payers.map((payer) => ({
    organization_id: organizationId,
    payer_id: newId(),
    name: payer.name,
    electronic_id: payer.electronicId,
    claim_filing_indicator: payer.claimFilingIndicator,
    timely_filing_days: payer.timelyFilingDays,
    authorization_required: payer.authorizationRequired,
    address: payer.address ? JSON.stringify(payer.address) : null,
    phone: payer.phone ?? null,
  }));
  if (rows.length > 0) await db.insertInto('payer').values(rows).execute();
  return rows.map((row) => row.payer_id);
}

async function insertUser(
  { db, organizationId }: Work,
  user: PracticeSetup['users'][number],
  passwordHash: string,
  practitionerId: string | null,
): Promise<string> {
  const userId = newId();
  const login = user.login.toLowerCase();
  await db
    .insertInto('app_user')
    .values({
      organization_id: organizationId,
      user_id: userId,
      login,
      name: user.name,
      password_hash: passwordHash,
      practitioner_id: practitionerId,
    })
    .execute();
  await db
    .insertInto('user_role')
    .values(user.roles.map((role) => ({ organization_id: organizationId, user_id: userId, role })))
    .execute();
  return userId;
}

async function insertFees({ db, organizationId }: Work, fees: PracticeSetup['fees']): Promise<void> {
  if (fees.length === 0) return;
  await db
    .insertInto('fee')
    .values(
      fees.map((fee) => ({
        organization_id: organizationId,
        fee_id: newId(),
        procedure: fee.procedure,
        wording: fee.wording,
        wording_es: fee.wordingEs ?? null,
        price_cents: fee.price,
        effective_from: fee.from,
      })),
    )
    .execute();
}

/** The practices of this installation; before anybody is signed in, only their ids can be known. */
export async function listOrganizations({ db }: Pick<System, 'db'>): Promise<string[]> {
  const rows = await db.selectFrom('sign_in_directory').select('organization_id').distinct().execute();
  return rows.map((row) => row.organization_id);
}
