import type { ResponseOf, routes } from '@superbill/contract';
import { genericGrantRequest, ResponseBodyError } from 'openid-client';
import { describeFailure } from '../../log.ts';
import type { System } from '../../work.ts';
import { clientOf } from './client.ts';
import { type Provider, returnUrl } from './store.ts';

type Outcome = ResponseOf<typeof routes.tryIdentityProvider>['outcome'];

/**
 * Tries a provider: it has to publish what it is, and to know our client. A code that it never gave is offered for
 * tokens: who knows the client refuses the code (`invalid_grant`), who does not refuses the client (RFC 6749, 5.2).
 */
export async function tryProvider(system: System, provider: Provider, origin: string): Promise<Outcome> {
  try {
    const config = await clientOf(provider);
    await genericGrantRequest(config, 'authorization_code', {
      code: 'none',
      redirect_uri: returnUrl(origin),
      code_verifier: 'none'.repeat(11),
    });
    return 'works';
  } catch (error) {
    if (error instanceof ResponseBodyError && error.error === 'invalid_grant') return 'works';
    system.log.error('identity provider', { failure: describeFailure(error) });
    const refused = ['invalid_client', 'unauthorized_client'];
    return error instanceof ResponseBodyError && refused.includes(error.error)
      ? 'client-refused'
      : 'no-answer';
  }
}
