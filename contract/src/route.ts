import type { z } from 'zod';
import type { Permission } from './permission.ts';

/**
 * Who may call a route: a permission of staff, `public` (before sign-in), or `patient` (the bill's own
 * session, which alone says which patient). There is no default: a route without access does not compile.
 */
export type Access = { staff: Permission } | 'signed-in' | 'patient' | 'public';

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
  /** The media types of an answer that is a file and not JSON. */
  produces?: readonly string[];
  summary: string;
  params: Params;
  query: Query;
  body: Body;
  response: Response;
}

export type ParamsOf<R> = R extends Route<infer P, Shape, Shape, Shape> ? z.output<P> : never;
export type QueryOf<R> = R extends Route<Shape, infer Q, Shape, Shape> ? z.output<Q> : never;
export type QueryInputOf<R> = R extends Route<Shape, infer Q, Shape, Shape> ? z.input<Q> : never;
export type BodyOf<R> = R extends Route<Shape, Shape, infer B, Shape> ? z.output<B> : never;
export type BodyInputOf<R> = R extends Route<Shape, Shape, infer B, Shape> ? z.input<B> : never;
export type ResponseOf<R> = R extends Route<Shape, Shape, Shape, infer S> ? z.output<S> : never;
