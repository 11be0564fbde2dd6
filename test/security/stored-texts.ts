import type { RouteName } from '@superbill/contract';
import {
  type Call,
  isText,
  type Place,
  placeName,
  placesOf,
  routeNames,
  routeOf,
  withValue,
} from './places.ts';
import { senderFor, type Target } from './target.ts';

/** A place into which markup was written that would run a script, and how the server took it. */
export interface Written {
  /** `changePatient body.patient.firstName`, or what of a file. */
  where: string;
  /** Stands in its markup. */
  number: number;
  /** What was answered; 0 until then. */
  status: number;
}

/** Makes markup of its own for each place and keeps account of it. */
export class Writing {
  readonly written: Written[] = [];

  /** Markup that asks for a picture of its number and says that number, as long as there is room for. */
  markup(where: string, room = 200): string {
    const number = this.written.length + 1;
    this.written.push({ where, number, status: 0 });
    const runs = `<img src=/x${number} onerror=alert(${number})>`;
    if (room < runs.length) return `<img src=/x${number}>`;
    const breaksOut = `"'></textarea></script>${runs}`;
    return room < breaksOut.length ? runs : breaksOut;
  }

  /** Notes how everything was taken that was made since the last time. */
  answered(status: number): void {
    for (const one of this.written) if (one.status === 0) one.status = status;
  }
}

/** The numbers of markup that a text shows as text. */
export const numbersIn = (text: string): number[] =>
  [...text.matchAll(/<img src=\/x(\d+)/g)].map(([, number]) => Number(number));

/** Secrets, which are compared and never shown; what is searched for; and what has to be there already. */
const isNoText =
  /^(login|password|current|next|token|query|search|clientSecret|fingerprint|code|option|quote)$/;
/** Digits in words: no markup gets past their shape. */
const isDigits = /^(npi|phone)$/;

/** The places of a route where whoever calls it writes what they like and others read it. */
export function textsOf(name: RouteName): Place[] {
  const { method, path } = routeOf(name);
  if (method === 'GET' || path.endsWith('/search')) return [];
  return placesOf(name).filter((place) => {
    const last = place.path.filter((part) => part !== '0').at(-1) ?? '';
    const isFree = place.part === 'body' && isText(place) && place.schema.pattern === undefined;
    return isFree && place.path[0] !== 'passkey' && !isNoText.test(last) && !isDigits.test(last);
  });
}

/** What a sample lacks to be taken once all its texts are filled. */
const besides: Partial<Record<RouteName, { path: string[]; value: unknown }>> = {
  registerPatient: { path: ['coverages', '0', 'relationship'], value: 'child' },
  addCoverage: { path: ['relationship'], value: 'child' },
  changeCoverage: { path: ['coverage', 'relationship'], value: 'child' },
};

/** Calls a route with markup in every text it takes. */
export async function writeInto(
  target: Target,
  name: RouteName,
  writing: Writing,
  sample = target.sides.home.samples[name] as Call,
  cookie?: string,
): Promise<void> {
  const more = besides[name];
  const start = more
    ? withValue(name, sample, { part: 'body', path: more.path, schema: {} }, more.value)
    : sample;
  const call = textsOf(name).reduce((call, place) => {
    const text = writing.markup(`${name} ${placeName(place)}`, place.schema.maxLength);
    return withValue(name, call, place, text);
  }, start);
  const { status } = await target.send(name, call, cookie ?? (await target.cookieOf(senderFor(name))));
  writing.answered(status);
}

/** Writes into every route that takes a text, but for some that want more arranged. */
export async function writeEverywhere(
  target: Target,
  writing: Writing,
  but: readonly RouteName[],
): Promise<void> {
  for (const name of routeNames)
    if (textsOf(name).length > 0 && !but.includes(name)) await writeInto(target, name, writing);
}
