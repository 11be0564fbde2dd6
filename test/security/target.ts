import { isOpenTo, type Role, type RouteName, rolePermissions, roles } from '@superbill/contract';
import { openPatientSession, openStaffSession } from '@superbill/server/auth/sessions';
import type { Database } from '@superbill/server/db/connect';
import { handlers as ownHandlers } from '@superbill/server/handlers';
import { createApp } from '@superbill/server/http/app';
import type { Handler } from '@superbill/server/http/handle';
import { samplesOf } from '../route-samples.ts';
import { type Subjects, someSubjects } from '../subjects.ts';
import { aWorld, type World } from '../world.ts';
import { type Call, routeOf } from './places.ts';

type App = ReturnType<typeof createApp>;

/** Who sends a request: a member of staff, one between password and second factor, the patient of a bill, or somebody without a session. */
export type Sender = Role | 'halfway' | 'patient' | 'nobody';
export type Side = 'home' | 'elsewhere';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** Undefined where the text is no JSON. */
  json: unknown;
  /** How long it took, in milliseconds. */
  ms: number;
}

/** Two practices in one database, each with something for every route, and the application that serves both. */
export interface Target {
  app: App;
  pool: Database['pool'];
  sides: Record<Side, { world: World; subjects: Subjects; samples: ReturnType<typeof samplesOf> }>;
  /** A new session, as the value of a Cookie header. */
  cookieOf(sender: Sender, side?: Side): Promise<string>;
  /** Calls a route; answers whatever comes back. */
  send(name: RouteName, call: Call, cookie: string, headers?: Record<string, string>): Promise<Answer>;
  /** The same practices behind other handlers: a fault that is planted for a scanner to find. */
  planted(replace: (handler: Handler) => Handler): Target;
}

export async function aTarget(database: Pick<Database, 'db' | 'pool'>): Promise<Target> {
  const aSide = async () => {
    const world = await aWorld(database);
    const subjects = await someSubjects(world);
    return { world, subjects, samples: samplesOf(subjects) };
  };
  const sides = { home: await aSide(), elsewhere: await aSide() };
  return behind(createApp(sides.home.world.system, ownHandlers), database.pool, sides);
}

function behind(app: App, pool: Database['pool'], sides: Target['sides']): Target {
  return {
    app,
    pool,
    sides,
    cookieOf: (sender, side = 'home') => cookieOf(sides[side], sender),
    send: (name, call, cookie, headers) => send(app, name, call, cookie, headers),
    planted: (replace) => behind(createApp(sides.home.world.system, ownHandlers.map(replace)), pool, sides),
  };
}

function cookieOf({ world, subjects }: Target['sides'][Side], sender: Sender): Promise<string> {
  if (sender === 'nobody') return Promise.resolve('');
  if (sender === 'patient')
    return world.as('biller', async (unit) => `superbill_bill=${await openPatientSession(unit, subjects)}`);
  const role = sender === 'halfway' ? 'coder' : sender;
  const stage = sender === 'halfway' ? 'second-factor' : 'open';
  return world.as(
    role,
    async (unit) => `superbill_session=${await openStaffSession(unit, unit.userId, role, { stage })}`,
  );
}

/** Somebody whom a route answers. */
export function senderFor(name: RouteName): Sender {
  const { access } = routeOf(name);
  if (access === 'public') return 'nobody';
  if (access === 'patient') return 'patient';
  if (access === 'signing-in') return 'halfway';
  const role = roles.find((one) => isOpenTo(access, rolePermissions[one]));
  if (!role) throw new Error(`nobody may call ${name}`);
  return role;
}

/** The address of a call, each parameter escaped as a client would. */
function addressOf(name: RouteName, { params = {}, query = {} }: Call): string {
  const given = params as Record<string, unknown>;
  const path = routeOf(name).path.replace(/:(\w+)/g, (_, field: string) =>
    encodeURIComponent(String(given[field]).replace(/\p{Cs}/gu, '\ufffd')),
  );
  const search = new URLSearchParams(
    Object.entries(query as Record<string, unknown>).map(([key, value]) => [key, String(value)]),
  ).toString();
  return search ? `${path}?${search}` : path;
}

async function send(
  app: App,
  name: RouteName,
  call: Call,
  cookie: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { method } = routeOf(name);
  const takesBody = method === 'POST' || method === 'PUT';
  return timed(() =>
    app.request(addressOf(name, call), {
      method,
      headers: { cookie, ...(takesBody ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(takesBody ? { body: JSON.stringify(call.body ?? {}) } : {}),
    }),
  );
}

/** Reads an answer whole and times it. */
export async function timed(ask: () => Promise<Response> | Response): Promise<Answer> {
  const started = performance.now();
  const response = await ask();
  const text = await response.text();
  const ms = performance.now() - started;
  return { status: response.status, headers: response.headers, text, json: parsed(text), ms };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
