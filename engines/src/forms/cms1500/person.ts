import type { Address, Contact, Person } from '../../model/index.ts';
import { code, type Entry, mark, words } from '../entry.ts';
import { monthDayYear, phoneParts, plain, stateOf, street, zipOf } from '../wording.ts';

/** Birth date with the year in full, and the cross for sex; who is neither is left without a cross. */
export function birthAndSex(box: '3' | '11a', { birthDate, sex }: Partial<Person>, at: string): Entry[] {
  return [
    ...code(`${box}.birth`, birthDate && monthDayYear(birthDate, 4, ' '), `${at}.birthDate`),
    ...(sex === 'M' ? mark(`${box}.male`, `${at}.sex`) : []),
    ...(sex === 'F' ? mark(`${box}.female`, `${at}.sex`) : []),
  ];
}

/** Where somebody lives and can be called, each part in its own field. */
export function addressAndPhone(
  box: '5' | '7',
  { address, contact }: { address?: Address; contact?: Contact },
  at: string,
): Entry[] {
  const { area, number } = phoneParts(contact?.phone ?? '');
  return [
    ...(address ? addressFields(box, address, `${at}.address`) : []),
    ...code(`${box}.area`, area, `${at}.contact.phone`),
    ...code(`${box}.phone`, number, `${at}.contact.phone`),
  ];
}

function addressFields(box: string, address: Address, at: string): Entry[] {
  return [
    ...words(`${box}.street`, street(address), `${at}.line1`),
    ...words(`${box}.city`, plain(address.city), `${at}.city`),
    ...words(`${box}.state`, stateOf(address), `${at}.state`),
    ...code(`${box}.zip`, zipOf(address), `${at}.zip`),
  ];
}
