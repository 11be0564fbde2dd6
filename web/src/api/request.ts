import type { BodyInputOf, ParamsOf, QueryInputOf, Route } from '@superbill/contract';

/** A part of the input may be left out when the route would accept it empty. */
type Part<Name extends string, Input> =
  Record<never, never> extends Input ? { [N in Name]?: Input | undefined } : { [N in Name]: Input };

/** What a call of the route takes: `{ params, query, body }`, each only where the route declares it. */
export type InputOf<R extends Route> = Part<'params', ParamsOf<R>> &
  Part<'query', QueryInputOf<R>> &
  Part<'body', BodyInputOf<R>>;

/** The input may be left out altogether when every part may. */
export type InputArguments<R extends Route> =
  Record<never, never> extends InputOf<R> ? [input?: InputOf<R>] : [input: InputOf<R>];

export interface LooseInput {
  params?: unknown;
  query?: unknown;
  body?: unknown;
}

/** Fills `:name` in the path and appends the query; undefined values are left out, dates and ids are text. */
export function addressOf(route: Route, { params, query }: LooseInput): string {
  const values = entries(params);
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new RangeError(`${route.path} wants ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams([...entries(query)]).toString();
  return search === '' ? path : `${path}?${search}`;
}

function entries(value: unknown): Map<string, string> {
  const found = new Map<string, string>();
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, part] of Object.entries(value)) if (part !== undefined) found.set(name, String(part));
  return found;
}
