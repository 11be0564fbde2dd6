import type { RouteName } from '@superbill/contract';
import { openPatientSession, openStaffSession } from '@superbill/server/auth/sessions';
import { addApiKey } from '@superbill/server/service-accounts/change-accounts';
import {
  anyValue,
  type Call,
  hasShape,
  placesOf,
  routeNames,
  routeOf,
  valueAt,
  withValue,
} from '../../test/security/places.ts';
import type { Target } from '../../test/security/target.ts';
import { type MarkedRequest, markedRequest, routeHeader } from './marked-request.ts';

/**
 * The requests that take every place of every route. Routes that count guesses come last: the clock runs while they
 * are asked.
 */
export function planOf({ sides }: Target, host: string): MarkedRequest[] {
  const guessed = (name: RouteName) => Number(routeOf(name).limit !== undefined);
  return [...routeNames]
    .sort((a, b) => guessed(a) - guessed(b))
    .flatMap((name) => requestsOf(name, sides.home, host));
}

/**
 * One request with everything that the sample fills and all optional places that may stand beside it, so that what is
 * refused is the payload; and one for each place that has no value here that its route takes.
 */
function requestsOf(
  name: RouteName,
  { samples, subjects }: Target['sides']['home'],
  host: string,
): MarkedRequest[] {
  const sample = samples[name] as Call;
  const known = new Map<string | undefined, unknown>(Object.entries(subjects));
  const places = placesOf(name);
  if (places.length === 0) return [];
  let full = sample;
  const alone: MarkedRequest[] = [];
  for (const place of places.filter((place) => valueAt(sample, place) === undefined)) {
    const value = known.get(place.path.at(-1)) ?? anyValue(place.schema);
    const more = withValue(name, full, place, value);
    if (hasShape(name, more)) full = more;
    else alone.push(markedRequest(name, more, [place], host));
  }
  const together = places.filter((place) => valueAt(full, place) !== undefined);
  return together.length > 0 ? [markedRequest(name, full, together, host), ...alone] : alone;
}

/** Headers that the application reads, each marked in a request of its own. */
export async function headerPlan({ sides }: Target, host: string): Promise<MarkedRequest[]> {
  const { world, subjects, samples } = sides.home;
  const staff = await world.as('coder', (unit) => openStaffSession(unit, unit.userId, 'coder'));
  const patient = await world.as('biller', (unit) => openPatientSession(unit, subjects));
  const { key } = await world.as('administrator', (unit) =>
    addApiKey(unit, subjects.accountId, { name: 'Attack', days: 30 }),
  );
  const marked = (name: RouteName, header: string, value: string): MarkedRequest => {
    const { text } = markedRequest(name, samples[name] as Call, [], host);
    const added = text.replace(`\r\n${routeHeader}`, () => `\r\n${header}: ${value}*\r\n${routeHeader}`);
    return { name, where: [`header ${header}`], text: added };
  };
  return [
    marked('readSession', 'Cookie', `superbill_session=${staff}`),
    marked('readBill', 'Cookie', `superbill_bill=${patient}`),
    marked('listPatients', 'Authorization', `Bearer ${key}`),
    // Answers each key alike: where an act can be done once only, the first key would differ from all later ones.
    marked('reportWork', 'Idempotency-Key', 'one'),
    marked('signIn', 'User-Agent', 'Mozilla/5.0'),
    marked('signIn', 'X-Forwarded-For', '127.0.0.1'),
    marked('signIn', 'Cookie', 'superbill_device=one'),
  ];
}
