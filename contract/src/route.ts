import type { z } from 'zod';
import type { Permission } from './permission.ts';

/**
 * Who may call a route: a permission of staff, `public` (before sign-in), or `patient` (the bill's own
 * session, which alone says which patient). There is no default: a route without access does not compile.
 *
 * Of staff's sessions, `signed-in` and a permission want one that is open: past the second factor and not locked.
 * `stepUp` and `proven` also want a proof of who is at the keyboard, not older than ten minutes. `signing-in` is the
 * session between password and second factor, `enrolling` that of somebody who must set up a second factor first
 * (or a proven one), `any-session` each of them.
 */
export type Access = { staff: Permission; stepUp?: true } | (typeof accessWords)[number];

/** The ways to call a route that no permission stands for. */
export const accessWords = [
  'signed-in',
  'proven',
  'signing-in',
  'enrolling',
  'any-session',
  'patient',
  'public',
] as const;

/** Whether staff with these permissions may call it, once wholly signed in and with a fresh proof. */
export function isOpenTo(access: Access, permissions: readonly Permission[]): boolean {
  if (typeof access === 'object') return permissions.includes(access.staff);
  return !['public', 'patient', 'signing-in'].includes(access);
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

type Shape = z.ZodType;

/** One route, declared once: server handlers, typed client and OpenAPI all come from this object. */
export interface Route<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  Response extends Shape = Shape,
> {
  method: Method;
  /** `/api/encounters/:encounterId`; every `:name` is a field of `params`. */
  path: string;
  access: Access;
  /** Answers about a restricted record too: it is the way in. */
  evenIfRestricted?: true;
  /**
   * Parts of the answer that a task needs and others do not: each with the permission under which it is given. To
   * whoever lacks it they are empty. `coverages.memberId` is a field of each coverage.
   */
  onlyWith?: Readonly<Record<string, Permission>>;
  /** The media types of an answer that is a file and not JSON. */
  produces?: readonly string[];
  /** Asked again and again by a page that is only open: it does not keep the session awake. */
  background?: true;
  /** A secret can be guessed here: what fails is counted against the client's address. */
  limit?: 'guess';
  summary: string;
  params: Params;
  query: Query;
  body: Body;
  response: Response;
  /** The largest body in bytes, where 256 kB are not enough. */
  largestBody?: number;
}

export type ParamsOf<R> = R extends Route<infer P, Shape, Shape, Shape> ? z.output<P> : never;
export type QueryOf<R> = R extends Route<Shape, infer Q, Shape, Shape> ? z.output<Q> : never;
export type QueryInputOf<R> = R extends Route<Shape, infer Q, Shape, Shape> ? z.input<Q> : never;
export type BodyOf<R> = R extends Route<Shape, Shape, infer B, Shape> ? z.output<B> : never;
export type BodyInputOf<R> = R extends Route<Shape, Shape, infer B, Shape> ? z.input<B> : never;
export type ResponseOf<R> = R extends Route<Shape, Shape, Shape, infer S> ? z.output<S> : never;
