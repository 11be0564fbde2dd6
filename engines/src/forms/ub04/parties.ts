import type { Address, Claim } from '../../model/index.ts';
import { code, type Entry, words } from '../entry.ts';
import {
  cityStateZip,
  firstLast,
  joined,
  lastFirst,
  monthDayYear,
  phoneParts,
  plain,
  stateOf,
  street,
  unbroken,
  zipOf,
} from '../wording.ts';

/** FL 1, 2 and 5: who bills, where the money goes when it goes elsewhere, the tax number as `NN-NNNNNNN`. */
export function biller({ billingProvider: provider }: Claim): Entry[] {
  const at = 'billingProvider';
  const name = firstLast({ ...provider, lastName: provider.name });
  const contact = provider.contacts?.findIndex(({ phone }) => phone !== undefined) ?? -1;
  const { area, number } = phoneParts(provider.contacts?.[contact]?.phone ?? '');
  const tax = unbroken(provider.taxId);
  return [
    ...site('1', name, provider.address, `${at}.address`),
    ...code('1.4', area + number, `${at}.contacts[${contact}].phone`),
    ...(provider.payToAddress ? site('2', name, provider.payToAddress, `${at}.payToAddress`) : []),
    ...code('5', /^\d{9}$/.test(tax) ? `${tax.slice(0, 2)}-${tax.slice(2)}` : tax, `${at}.taxId`),
  ];
}

function site(locator: '1' | '2', name: string, address: Address, at: string): Entry[] {
  return [
    ...words(`${locator}.1`, name, 'billingProvider.name'),
    ...words(`${locator}.2`, street(address), `${at}.line1`),
    ...words(`${locator}.3`, cityStateZip(address), `${at}.city`),
  ];
}

/** FL 8 to 11. */
export function patient({ patient: other, subscriber }: Claim): Entry[] {
  const person = other ?? subscriber;
  const at = other ? 'patient' : 'subscriber';
  const { address, birthDate, sex } = person;
  return [
    ...code('8a', other?.patientId, 'patient.patientId'),
    ...words('8b', lastFirst(person), `${at}.lastName`),
    ...(address ? home(address, `${at}.address`) : []),
    ...code('10', birthDate && monthDayYear(birthDate, 4, ''), `${at}.birthDate`),
    ...code('11', sex, `${at}.sex`),
  ];
}

function home(address: Address, at: string): Entry[] {
  return [
    ...words('9a', street(address), `${at}.line1`),
    ...words('9b', plain(address.city), `${at}.city`),
    ...words('9c', stateOf(address), `${at}.state`),
    ...code('9d', unbroken(zipOf(address)), `${at}.zip`),
    ...code('9e', address.country, `${at}.country`),
  ];
}

/** FL 38: who answers for the bill, which is whose insurance it is. */
export function responsibleParty({ subscriber }: Claim): Entry[] {
  const { address } = subscriber;
  const at = 'subscriber';
  const lines = [
    [firstLast(subscriber), `${at}.lastName`],
    [joined(address?.line1), `${at}.address.line1`],
    [joined(address?.line2), `${at}.address.line2`],
    [address ? cityStateZip(address) : '', `${at}.address.city`],
  ] as const;
  return lines
    .filter(([text]) => text !== '')
    .flatMap(([text, where], index) => words(`38.${index + 1}`, text, where));
}
