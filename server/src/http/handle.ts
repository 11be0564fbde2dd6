import type { BodyOf, ParamsOf, QueryOf, ResponseOf, Role, Route } from '@superbill/contract';
import type { PatientActor, StaffActor } from '../auth/actors.ts';
import type { Strangers } from '../auth/strangers.ts';
import type { Actor, System, Work } from '../work.ts';
import { work } from '../work.ts';

/** What a handler may know of the request besides its checked input. */
export interface Exchange {
  system: System;
  /** Where the browser finds us, `https://superbill.example`: for links in letters and for passkeys. */
  origin: string;
  /** Browser and system of the client, in our own words. */
  device: string | null;
  /** The token of a browser in which somebody signed in before. */
  knownDevice: string | undefined;
  /** What the browser kept, sealed, on its way to an identity provider. */
  journey: string | undefined;
  /** Failed tries for logins that are not there, so that they rest as others do. */
  strangers: Strangers;
  setSessionCookie(kind: CookieKind, token: string | null, maxAgeSeconds: number): void;
}

/** Cookies by what they open: staff's session, a patient's bill; or mark a known browser, or one on its way. */
export type CookieKind = 'staff' | 'patient' | 'device' | 'journey';

export interface Input<R extends Route> {
  params: ParamsOf<R>;
  query: QueryOf<R>;
  body: BodyOf<R>;
}

/** A route with the code that answers it. The application refuses to start when one lacks the other. */
export interface Handler {
  route: Route;
  /** Answers; the input was parsed and the access checked before. */
  run(
    exchange: Exchange,
    actor: Actor | null,
    input: { params: unknown; query: unknown; body: unknown },
    once: Once,
  ): Promise<unknown>;
}

/** Wraps a unit of work so that the same POST sent again gets the first answer. */
export type Once = (unit: Work, act: () => Promise<unknown>) => Promise<unknown>;

/** A route of staff that is one unit of work. The usual case. */
export function handle<R extends Route>(
  route: R,
  useCase: (unit: Work & StaffActor, input: Input<R>) => Promise<ResponseOf<R>>,
): Handler {
  return {
    route,
    run: (exchange, actor, input, once) =>
      work(exchange.system, staff(actor), (unit) =>
        once(unit, () => useCase(unit as Work & StaffActor, input as Input<R>)),
      ),
  };
}

/**
 * A route of staff whose answer carries a secret, which must not be stored with an Idempotency-Key: the act is
 * done once and its answer kept, the secret is made anew each time the answer is given.
 */
export function handleWithSecret<R extends Route, Done>(
  route: R,
  act: (unit: Work & { userId: string; hat: Role }, input: Input<R>) => Promise<Done>,
  withSecret: (unit: Work, done: Done) => Promise<ResponseOf<R>>,
): Handler {
  return {
    route,
    run: (exchange, actor, input, once) =>
      work(exchange.system, staff(actor), async (unit) => {
        const done = await once(unit, () =>
          act(unit as Work & { userId: string; hat: Role }, input as Input<R>),
        );
        return withSecret(unit, done as Done);
      }),
  };
}

/** A route of the patient's own bill, as one unit of work. */
export function handlePatient<R extends Route>(
  route: R,
  useCase: (unit: Work, subject: PatientActor, input: Input<R>, exchange: Exchange) => Promise<ResponseOf<R>>,
): Handler {
  return {
    route,
    run: (exchange, actor, input, once) => {
      const subject = patient(actor);
      return work(exchange.system, subject, (unit) =>
        once(unit, () => useCase(unit, subject, input as Input<R>, exchange)),
      );
    },
  };
}

/** A route of staff that needs several transactions or the outside world between them. */
export function handleInSteps<R extends Route>(
  route: R,
  useCase: (exchange: Exchange, actor: StaffActor, input: Input<R>) => Promise<ResponseOf<R>>,
): Handler {
  return { route, run: (exchange, actor, input) => useCase(exchange, staff(actor), input as Input<R>) };
}

/** A file that is written while it is sent. */
export interface Download {
  fileName: string;
  type: string;
  lines: AsyncIterable<string>;
}

/** A route of staff that answers with a file and not with JSON. */
export function handleFile<R extends Route>(
  route: R,
  useCase: (exchange: Exchange, actor: StaffActor, input: Input<R>) => Promise<Download>,
): Handler {
  return { route, run: (exchange, actor, input) => useCase(exchange, staff(actor), input as Input<R>) };
}

/** A route that answers before anybody is signed in. */
export function handlePublic<R extends Route>(
  route: R,
  useCase: (exchange: Exchange, input: Input<R>) => Promise<ResponseOf<R>>,
): Handler {
  return { route, run: (exchange, _actor, input) => useCase(exchange, input as Input<R>) };
}

function staff(actor: Actor | null): StaffActor {
  if (actor && 'tokenHash' in actor && actor.userId !== null && actor.hat !== 'patient')
    return actor as StaffActor;
  throw new Error('a staff route was reached without a staff session');
}

function patient(actor: Actor | null): PatientActor {
  if (actor && (actor.hat === 'patient' || actor.hat === 'proxy') && 'patientId' in actor)
    return actor as PatientActor;
  throw new Error("a patient's route was reached without a patient's session");
}
