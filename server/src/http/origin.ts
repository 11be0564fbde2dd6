import type { Context } from 'hono';
import { AppError } from '../errors.ts';

/**
 * Browsers name the origin of every state-changing request; one from elsewhere is refused (CSRF). A body has to be
 * declared as JSON, which no form of another site can do without asking us first (Fetch standard, CORS-safelisted
 * request headers).
 */
export function refuseForeignOrigin(c: Context): void {
  const { method } = c.req;
  if (method === 'GET') return;
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const foreign =
    origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== c.req.header('host'));
  if (foreign || site === 'cross-site' || site === 'same-site') throw new AppError('request.foreign-origin');
  if (method !== 'DELETE' && c.req.raw.body !== null && !isJson(c.req.header('content-type')))
    throw new AppError('request.not-json');
}

function isJson(contentType: string | undefined): boolean {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';');
  return (
    type?.trim() === 'application/json' &&
    parameters.every((parameter) => /^charset="?utf-8"?$/.test(parameter.trim()))
  );
}

/**
 * The names this server answers to, where its operator listed them: a request under another name comes from a name
 * server that somebody else controls (DNS rebinding) or past the proxy.
 */
export function refuseOtherHosts(c: Context, hosts: readonly string[] | undefined): void {
  if (hosts && !hosts.includes(c.req.header('host')?.toLowerCase() ?? ''))
    throw new AppError('request.wrong-host');
}
