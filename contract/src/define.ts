import type { z } from 'zod';
import type { Route } from './route.ts';
import { nothing } from './shapes.ts';

type Nothing = typeof nothing;
type Declared = Partial<Pick<Route, 'params' | 'query' | 'body'>> & Omit<Route, 'params' | 'query' | 'body'>;

/** Declares a route; params, query and body that are left out take nothing and refuse anything. */
export function define<const D extends Declared>(declared: D) {
  return { params: nothing, query: nothing, body: nothing, ...declared } as unknown as Route<
    D['params'] extends z.ZodType ? D['params'] : Nothing,
    D['query'] extends z.ZodType ? D['query'] : Nothing,
    D['body'] extends z.ZodType ? D['body'] : Nothing,
    D['response']
  >;
}
