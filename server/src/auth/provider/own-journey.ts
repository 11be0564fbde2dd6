import { AppError } from '../../errors.ts';
import type { Exchange } from '../../http/handle.ts';
import { work } from '../../work.ts';
import type { StaffActor } from '../actors.ts';
import { admitProof, type ProofPurpose, passProof } from '../prove.ts';
import { findIdentity, linkIdentity } from './identities.ts';
import { type Arrival, type Errand, finishJourney, startJourney } from './journey.ts';
import { loadProvider } from './store.ts';

type Way = Pick<Exchange, 'system' | 'origin'>;
type OwnErrand = Extract<Errand, { sessionId: string }>;

/** Sends the holder of a session to the provider, to show there who they are. Throws `identity.not-linked`. */
export async function startProviderProof(
  exchange: Way,
  actor: StaffActor,
  purpose: ProofPurpose,
): Promise<{ url: string; kept: string; seconds: number }> {
  admitProof(actor, purpose, exchange.system.clock.now());
  await work(exchange.system, actor, async (unit) => {
    const provider = await loadProvider(unit);
    if (!provider) throw new AppError('provider.not-offered');
    if (!(await findIdentity(unit, actor.userId, provider.issuer))) throw new AppError('identity.not-linked');
  });
  return startJourney(exchange, actor.organizationId, errandOf(actor, purpose));
}

/**
 * The holder of the session is back from the provider, which has just asked who they are: it has to name the account that
 * is linked to them. There is nothing to guess, so that a refusal is not counted.
 */
export async function finishProviderProof(
  exchange: Way,
  actor: StaffActor,
  kept: string | undefined,
  query: string,
): Promise<ProofPurpose> {
  const { errand, issuer, subject } = await finishOwn(exchange, actor, kept, query, ['prove', 'unlock']);
  const purpose = errand.for as ProofPurpose;
  admitProof(actor, purpose, exchange.system.clock.now());
  await work(exchange.system, actor, async (unit) => {
    const linked = await findIdentity(unit, actor.userId, issuer);
    if (linked?.subject !== subject) throw new AppError('provider.other-person');
    await passProof(unit, actor, purpose, 'oidc');
  });
  return purpose;
}

/** Sends somebody to the provider to show which account there is theirs. */
export function startProviderLink(exchange: Way, actor: StaffActor) {
  return startJourney(exchange, actor.organizationId, errandOf(actor, 'link'));
}

/** Links the account that was shown. Throws `identity.taken`, `identity.linked`. */
export async function finishProviderLink(
  exchange: Way,
  actor: StaffActor,
  kept: string | undefined,
  query: string,
): Promise<void> {
  const { issuer, subject } = await finishOwn(exchange, actor, kept, query, ['link']);
  await work(exchange.system, actor, (unit) => linkIdentity(unit, actor.userId, issuer, subject));
}

function errandOf(actor: StaffActor, purpose: OwnErrand['for']): OwnErrand {
  return { for: purpose, userId: actor.userId, sessionId: actor.session.id };
}

/** Ends a journey that began in this very session. */
function finishOwn(
  exchange: Way,
  actor: StaffActor,
  kept: string | undefined,
  query: string,
  purposes: readonly OwnErrand['for'][],
): Promise<Arrival<OwnErrand>> {
  const isOwn = (errand: Errand): errand is OwnErrand =>
    'sessionId' in errand &&
    errand.sessionId === actor.session.id &&
    errand.userId === actor.userId &&
    purposes.includes(errand.for);
  return finishJourney(exchange, kept, query, isOwn);
}
