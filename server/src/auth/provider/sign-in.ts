import { AppError } from '../../errors.ts';
import type { Exchange } from '../../http/handle.ts';
import { work } from '../../work.ts';
import { beginSession } from '../begin-session.ts';
import type { Entry } from '../sign-in.ts';
import { type Errand, finishJourney } from './journey.ts';
import { findOrLinkUser } from './link-user.ts';

/**
 * Signs in the invited user whom the provider names; nobody is ever added. Who left a page behind is the only one who
 * may come back to it, and had to show who they are.
 */
export async function finishProviderSignIn(
  exchange: Pick<Exchange, 'system' | 'origin' | 'device'>,
  kept: string | undefined,
  query: string,
): Promise<Entry> {
  const { organizationId, errand, ...person } = await finishJourney(exchange, kept, query, signsIn);
  const actor = { organizationId, userId: null, hat: 'system' } as const;
  return work(exchange.system, actor, async (unit) => {
    const userId = await findOrLinkUser(unit, person.issuer, person);
    if (errand.for === 'again' && errand.userId !== userId) throw new AppError('provider.other-person');
    const begun = await beginSession(unit, userId, { method: 'oidc', device: exchange.device });
    if (!begun) throw new AppError('provider.no-user');
    return begun;
  });
}

type SignsIn = Extract<Errand, { for: 'sign-in' | 'again' }>;

function signsIn(errand: Errand): errand is SignsIn {
  return errand.for === 'sign-in' || errand.for === 'again';
}
