import type { BodyOf, ResponseOf, routes } from '@superbill/contract';
import { AppError } from '../../errors.ts';
import { staffId, type Work } from '../../work.ts';

type Shown = ResponseOf<typeof routes.readIdentityProvider>['identityProvider'];

/** The provider as it is used at sign-in. */
export interface Provider {
  label: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** The web page that an identity provider sends people back to. */
export function returnUrl(origin: string): string {
  return `${origin}/sign-in/return`;
}

/** The practice's provider, if it has one that is on; to try it, also one that is off. */
export async function loadProvider(
  { db, organizationId, system }: Work,
  { alsoOff = false } = {},
): Promise<Provider | undefined> {
  const row = await db
    .selectFrom('identity_provider')
    .select(['label', 'issuer', 'client_id', 'client_secret', 'disabled_at'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  if (!row || (row.disabled_at !== null && !alsoOff)) return undefined;
  const clientSecret = system.keyring.open(row.client_secret, placeOf(organizationId)).toString();
  return { label: row.label, issuer: row.issuer, clientId: row.client_id, clientSecret };
}

export async function readProvider({ db, organizationId }: Work, origin: string): Promise<Shown> {
  const row = await db
    .selectFrom('identity_provider')
    .select(['label', 'issuer', 'client_id', 'disabled_at', 'row_version'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    label: row.label,
    issuer: row.issuer,
    clientId: row.client_id,
    enabled: row.disabled_at === null,
    returnUrl: returnUrl(origin),
    rowVersion: row.row_version,
  };
}

/** Sets the provider; its secret is sealed. A secret is given to one client of one issuer and stays with them. */
export async function changeProvider(
  unit: Work,
  {
    label,
    issuer,
    clientId,
    clientSecret,
    enabled,
    rowVersion,
  }: BodyOf<typeof routes.changeIdentityProvider>,
): Promise<void> {
  const { db, organizationId, now, system } = unit;
  const before = await db
    .selectFrom('identity_provider')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .forUpdate()
    .executeTakeFirst();
  if ((before?.row_version ?? 0) !== rowVersion) throw new AppError('row.changed');
  const sameClient = before?.issuer === issuer && before.client_id === clientId;
  const secret =
    clientSecret !== undefined
      ? system.keyring.seal(clientSecret, placeOf(organizationId))
      : sameClient
        ? before.client_secret
        : undefined;
  if (!secret)
    throw new AppError('request.invalid', {}, 'clientSecret', 'A new issuer or client needs its secret.');
  const set = {
    label,
    issuer,
    client_id: clientId,
    client_secret: secret,
    disabled_at: enabled ? null : now,
    changed_by: staffId(unit),
    changed_at: now,
    row_version: rowVersion + 1,
  };
  await db
    .insertInto('identity_provider')
    .values({ organization_id: organizationId, ...set })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(set))
    .execute();
  unit.audit('identity-provider.change', { kind: 'organization', id: organizationId, detail: { enabled } });
}

function placeOf(organizationId: string): string {
  return `${organizationId}/identity_provider/client_secret/${organizationId}`;
}
