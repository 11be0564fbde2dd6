import { createServer, type Server } from 'node:http';
import Provider from 'oidc-provider';

export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who is signed in there, and what it says of them; may be set. */
  person: { sub: string; email: string; email_verified: boolean };
  /** How many seconds ago it says it asked who is there. */
  askedAgo: number;
  /** Goes there as a browser does, with its cookies or fresh ones, and gives the query it is sent back with. */
  goThrough(url: string, cookies?: Map<string, string>): Promise<string>;
  stop(): void;
}

/** A provider of OpenID Connect on this machine that asks nobody anything and sends the browser back to `returnUrl`. */
export async function anIdentityProvider(
  returnUrl: string,
  server: Server = createServer(),
): Promise<IdentityProvider> {
  const issuer = await listening(server);
  const given: IdentityProvider = {
    issuer,
    clientId: 'superbill',
    clientSecret: 'a secret of the client',
    askedAgo: 0,
    person: { sub: 'subject-1', email: 'coder@example.org', email_verified: true },
    goThrough: (url, cookies = new Map()) => goThrough(url, returnUrl, cookies),
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: given.clientId,
        client_secret: given.clientSecret,
        redirect_uris: [returnUrl],
        token_endpoint_auth_method: 'client_secret_post',
        require_auth_time: true,
      },
    ],
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['only for the test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: async () => ({ ...given.person, sub }) }),
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    void (async () => {
      const { prompt, params } = await provider.interactionDetails(request, response);
      if (prompt.name === 'login')
        return provider.interactionFinished(request, response, {
          login: { accountId: given.person.sub, ts: Math.floor(Date.now() / 1000) - given.askedAgo },
        });
      const grant = new provider.Grant({ accountId: given.person.sub, clientId: String(params.client_id) });
      grant.addOIDCScope('openid email profile');
      return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
    })();
  });
  return given;
}

async function goThrough(url: string, returnUrl: string, cookies: Map<string, string>): Promise<string> {
  let at = url;
  for (let steps = 0; steps < 10; steps += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    at = new URL(response.headers.get('location') ?? '', at).href;
    if (at.startsWith(returnUrl)) return new URL(at).search.slice(1);
  }
  throw new Error(`the provider did not send the browser back: ${at}`);
}

/** Listens on a free port, if it does not yet, and gives the origin. */
export async function listening(server: Server): Promise<string> {
  if (!server.listening) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}
