import {
  accessWords,
  type Permission,
  permissions,
  type Route,
  roleCatalog,
  routes,
} from '@superbill/contract';
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { passGate } from '../access/gate.ts';
import { auditAnswer, auditRefusal, tracing } from '../access/trail.ts';
import { viewOf } from '../access/view.ts';
import type { ServiceActor, StaffActor } from '../auth/actors.ts';
import { deviceName } from '../auth/device-name.ts';
import { findPatientSession, findStaffSession } from '../auth/sessions.ts';
import { countStrangers, type Strangers } from '../auth/strangers.ts';
import { hasRoom } from '../disk.ts';
import { AppError } from '../errors.ts';
import { describeFailure } from '../log.ts';
import { hideClosed } from '../restrictions/hide.ts';
import { findServiceActor } from '../service-accounts/find-service-actor.ts';
import type { Actor, RequestTrace, System } from '../work.ts';
import { admit, wantsProof } from './admit.ts';
import { clientAddress } from './client-address.ts';
import { sendFile } from './download.ts';
import { countGuesses, type Guesses } from './guesses.ts';
import type { CookieKind, Download, Exchange, Handler } from './handle.ts';
import { safeHeaders } from './headers.ts';
import { onceFor } from './idempotency.ts';
import { parse, readBody } from './input.ts';
import { parseJson } from './json.ts';
import { refuseForeignOrigin, refuseOtherHosts } from './origin.ts';

/** Our cookies; none can be read by scripts. */
const cookieNames: Record<CookieKind, string> = {
  staff: 'superbill_session',
  patient: 'superbill_bill',
  device: 'superbill_device',
  journey: 'superbill_journey',
};

export interface AppOptions {
  /** Set where TLS ends before us: cookies are then sent over TLS only. */
  secureCookies?: boolean;
  /** Our address as browsers know it (`SUPERBILL_URL`); without it, the one a request was sent to. */
  publicUrl?: string | undefined;
  /** The only values of `Host` that are answered; any, where none are listed. */
  hosts?: readonly string[] | undefined;
}

/** What the application keeps in memory between requests; all of it bounded. */
interface Memory {
  guesses: Guesses;
  strangers: Strangers;
}

/** The HTTP application. Throws when a declared route has no handler, or a handler no route. */
export function createApp(system: System, handlers: readonly Handler[], options: AppOptions = {}): Hono {
  checkComplete(handlers);
  const app = new Hono();
  app.use(safeHeaders(options.secureCookies ?? false));
  app.use(async (c, next) => {
    refuseOtherHosts(c, options.hosts);
    await next();
  });
  app.use('/api/*', async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });

  const memory = { guesses: countGuesses(system.clock), strangers: countStrangers() };
  for (const handler of handlers) {
    app.on(handler.route.method, handler.route.path, async (c) => {
      const started = performance.now();
      const traced = tracing(system, handler.route);
      const response = await answer(c, traced, handler, options, memory).catch((error: unknown) =>
        fail(c, system, error),
      );
      system.log.info('request', {
        method: handler.route.method,
        route: handler.route.path,
        requestId: traced.request.id,
        status: response.status,
        ms: Math.round((performance.now() - started) * 10) / 10,
      });
      return response;
    });
  }
  app.all('/api/*', (c) => refuse(c, new AppError('route.not-found')));
  app.notFound((c) => refuse(c, new AppError('route.not-found')));
  app.onError((error, c) => fail(c, system, error));
  return app;
}

async function answer(
  c: Context,
  system: System & { request: RequestTrace },
  { route, run }: Handler,
  options: AppOptions,
  { guesses, strangers }: Memory,
): Promise<Response> {
  refuseForeignOrigin(c);
  const actor = await authenticate(c, system, route, options);
  let named: unknown = { params: c.req.param() };
  try {
    authorize(route, actor, system);
    refuseWithoutRoom(route, system);
    const bodyText = await readBody(c.req.raw, route);
    const input = {
      params: parse(route.params, c.req.param()),
      query: parse(route.query, c.req.query()),
      body: parse(route.body, bodyText === '' ? {} : parseJson(bodyText)),
    };
    named = input;
    const pass =
      isStaff(actor) || isProgram(actor)
        ? await passGate(system, actor, route, permissionOf(route), input)
        : undefined;
    // After all else: what could not be a guess is not counted as one.
    const giveBack = route.limit ? takeGuess(c, guesses, options) : () => {};
    const once = onceFor(route.method, c.req.path, c.req.header('idempotency-key'), bodyText);
    const result = await run(exchangeOf(c, system, options, strangers), actor, input, once);
    giveBack();
    if (actor) await auditAnswer(system, actor, route, input);
    if (route.produces) return sendFile(c, result as Download);
    // What is not declared does not leave.
    const told = route.response.parse(result);
    const seen = pass ? hideClosed(route, viewOf(route, told, pass.held), pass.closed) : told;
    return c.json(seen as object);
  } catch (error) {
    if (error instanceof AppError && actor) await auditRefusal(system, actor, route, named, error);
    throw error;
  }
}

/** Counts a try against the client's address; the function that is answered takes it back when it was right. */
function takeGuess(c: Context, guesses: Guesses, { secureCookies = false }: AppOptions): () => void {
  const address = clientAddress(c, secureCookies);
  const seconds = guesses.take(address);
  if (seconds > 0) {
    c.header('retry-after', String(seconds));
    throw new AppError('request.too-many');
  }
  return () => guesses.giveBack(address);
}

function exchangeOf(c: Context, system: System, options: AppOptions, strangers: Strangers): Exchange {
  return {
    system,
    origin: originOf(c, options),
    device: deviceName(c.req.header('user-agent')),
    knownDevice: getCookie(c, cookieNames.device, prefixOf(options).prefix),
    journey: getCookie(c, cookieNames.journey, prefixOf(options).prefix),
    strangers,
    setSessionCookie: (kind, token, maxAge) => {
      const attributes = {
        path: '/',
        httpOnly: true,
        sameSite: 'Strict',
        secure: options.secureCookies ?? false,
        ...prefixOf(options),
      } as const;
      if (token === null) deleteCookie(c, cookieNames[kind], attributes);
      else setCookie(c, cookieNames[kind], token, { ...attributes, maxAge });
    },
  };
}

/** Where the browser found us. Without a configured address it is the one it says, which a foreign page cannot set. */
function originOf(c: Context, { publicUrl, secureCookies }: AppOptions): string {
  if (publicUrl !== undefined) return new URL(publicUrl).origin;
  const host = c.req.header('host') ?? 'localhost';
  const origin = `${secureCookies ? 'https' : 'http'}://${host}`;
  if (!URL.canParse(origin)) throw new AppError('request.invalid', {}, 'host', 'The host is not a host.');
  return new URL(origin).origin;
}

async function authenticate(
  c: Context,
  system: System,
  { access, background }: Route,
  options: AppOptions,
): Promise<Actor | null> {
  if (access === 'public') return null;
  // A program names its key; a cookie beside it does not count.
  const bearer = /^Bearer (.*)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (bearer !== undefined) {
    const program = await findServiceActor(system, bearer.trim());
    if (!program) throw new AppError('session.needed');
    return program;
  }
  const token = getCookie(
    c,
    cookieNames[access === 'patient' ? 'patient' : 'staff'],
    prefixOf(options).prefix,
  );
  if (token === undefined) throw new AppError('session.needed');
  const actor =
    access === 'patient'
      ? await findPatientSession(system, token)
      : await findStaffSession(system, token, { background: background ?? false });
  if (!actor) throw new AppError('session.needed');
  return actor;
}

/** Over TLS the names begin with `__Host-`: then no other host of the domain can set our cookies (RFC 6265bis). */
function prefixOf({ secureCookies }: AppOptions): { prefix?: 'host' } {
  return secureCookies ? { prefix: 'host' } : {};
}

/**
 * How far the session has come, and by the catalog alone what its hat allows, before anything is read; what the
 * practice took away is looked up at the gate.
 */
function authorize(route: Route, actor: Actor | null, { clock }: System): void {
  const permission = permissionOf(route);
  if (isProgram(actor)) {
    if (route.access === 'public') return;
    if (permission === undefined || wantsProof(route.access) || !actor.granted.includes(permission))
      throw new AppError('permission.missing');
    return;
  }
  if (!isStaff(actor)) return;
  admit(route.access, actor, clock.now());
  if (permission !== undefined && !roleCatalog[actor.hat].permissions.includes(permission))
    throw new AppError('permission.missing');
}

/** On a disk that is nearly full nothing is changed any more; signing in and out goes on, so that people can read. */
function refuseWithoutRoom({ method, access }: Route, { disk }: System): void {
  const signsInOrOut = ['public', 'signing-in', 'any-session'].some((word) => word === access);
  if (method !== 'GET' && !signsInOrOut && disk && !hasRoom(disk())) throw new AppError('disk.full');
}

function permissionOf({ access }: Route): Permission | undefined {
  return typeof access === 'object' ? access.staff : undefined;
}

function isStaff(actor: Actor | null): actor is StaffActor {
  return actor !== null && actor.userId !== null && !isProgram(actor);
}

function isProgram(actor: Actor | null): actor is ServiceActor {
  return actor !== null && actor.hat === 'service-account';
}

function fail(c: Context, system: System, error: unknown): Response {
  if (error instanceof AppError) return refuse(c, error);
  system.log.error('failure', { failure: describeFailure(error), route: c.req.routePath });
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // Of PostgreSQL (disk_full) and of the machine.
  if (code === '53100' || code === 'ENOSPC') return refuse(c, new AppError('disk.full'));
  return refuse(c, new AppError(isUnreachable(code) ? 'server.busy' : 'server.failed'));
}

function isUnreachable(code: string): boolean {
  return code === 'ECONNREFUSED' || code.startsWith('57P') || code === '53300';
}

function refuse(c: Context, error: AppError): Response {
  return c.json(error.toProblem(), error.status as 400);
}

function checkComplete(handlers: readonly Handler[]): void {
  const declared = new Set<Route>(Object.values(routes));
  for (const { route } of handlers) {
    if (!declared.delete(route))
      throw new Error(`handled twice or not declared: ${route.method} ${route.path}`);
    if (!saysWho(route.access))
      throw new Error(`does not say who may call it: ${route.method} ${route.path}`);
  }
  const missing = [...declared].map((route) => `${route.method} ${route.path}`);
  if (missing.length > 0) throw new Error(`declared but not handled: ${missing.join(', ')}`);
}

/** Types say the same; a slip past them would open the route to everybody who is signed in. */
function saysWho(access: unknown): boolean {
  if (typeof access !== 'object' || access === null) return accessWords.some((one) => one === access);
  return 'staff' in access && permissions.some((one) => one === access.staff);
}
