import type { Address, Contact, Facility, Identifier } from '../../model/index.ts';
import { defined } from '../read/fields.ts';
import { component, type Segment } from '../tokens/segment.ts';
import { all, first, type Loop, value } from '../walk/loop.ts';
import { type DraftSegment, X12WriteError } from '../write/draft.ts';

/** NM103 to NM107 of whoever is named. */
export interface Named {
  lastName: string;
  firstName?: string | undefined;
  middleName?: string | undefined;
  suffix?: string | undefined;
}

export function readName(nm1: Segment | undefined): Named {
  return {
    lastName: value(nm1, 3) ?? '',
    firstName: value(nm1, 4),
    middleName: value(nm1, 5),
    suffix: value(nm1, 7),
  };
}

/** NM1; the qualifier goes with the number, and falls away without it. */
export function nameSegment(
  role: string,
  entity: '1' | '2',
  { lastName, firstName, middleName, suffix }: Named,
  qualifier = '',
  id?: string,
): DraftSegment {
  return ['NM1', role, entity, lastName, firstName, middleName, '', suffix, id && qualifier, id];
}

export function readAddress(loop: Loop | undefined): Address | undefined {
  const [street, city] = [first(loop, 'N3'), first(loop, 'N4')];
  if (!street && !city) return undefined;
  return defined<Address>({
    line1: value(street, 1) ?? '',
    line2: value(street, 2),
    city: value(city, 1) ?? '',
    state: value(city, 2) ?? '',
    zip: value(city, 3) ?? '',
    country: value(city, 4),
    subdivision: value(city, 7),
  });
}

/** Means of communication as PER names them, in the order in which we write them. */
const means = [
  ['TE', 'phone'],
  ['EX', 'extension'],
  ['FX', 'fax'],
  ['EM', 'email'],
] as const;

export function readContacts(loop: Loop | undefined): Contact[] {
  return (loop ? all(loop, 'PER') : []).flatMap((per) => {
    const contact: Contact = defined<Contact>({ name: value(per, 2) });
    for (const index of [3, 5, 7]) {
      const how = means.find(([code]) => code === value(per, index))?.[1];
      const number = value(per, index + 1);
      if (how && number !== undefined) contact[how] ??= number;
    }
    return filled(contact) ?? [];
  });
}

export function contactSegment(contact: Contact): DraftSegment {
  const numbers = means.flatMap(([code, how]) => (contact[how] ? [code, contact[how]] : []));
  if (numbers.length > 6) throw new X12WriteError('PER', 'has room for three numbers only');
  return ['PER', 'IC', contact.name, ...numbers];
}

/** The REF segments with one of the codes; undefined when there are none. */
export function readIdentifiers(loop: Loop | undefined, ...codes: string[]): Identifier[] | undefined {
  const found = (loop ? all(loop, 'REF', ...codes) : []).map((ref) =>
    defined<Identifier>({
      kind: value(ref, 1) ?? '',
      id: value(ref, 2) ?? '',
      payerId: component(ref, 4, 2) || undefined,
    }),
  );
  return listed(found);
}

export function identifierSegments(ids: readonly Identifier[] | undefined): DraftSegment[] {
  return (ids ?? []).map(({ kind, id, payerId }) => [
    'REF',
    kind,
    id,
    '',
    payerId === undefined ? undefined : ['2U', payerId],
  ]);
}

export function readFacility(loop: Loop): Facility {
  const nm1 = first(loop, 'NM1');
  return defined<Facility>({
    name: value(nm1, 3) ?? '',
    npi: value(nm1, 9),
    address: readAddress(loop) ?? { line1: '', city: '', state: '', zip: '' },
    otherIds: readIdentifiers(loop, '0B', 'G2', 'LU'),
    contact: readContacts(loop)[0],
  });
}

/** A list, or undefined when it is empty. */
export function listed<T>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined;
}

/** An object, or undefined when it says nothing. */
export function filled<T extends object>(values: T): T | undefined {
  return Object.keys(values).length > 0 ? values : undefined;
}
