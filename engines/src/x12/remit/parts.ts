import {
  formatAmount,
  type OtherRemitPayer,
  type RemitAmount,
  type RemitContact,
  type RemitPerson,
  type RemitQuantity,
} from '../../model/index.ts';
import { filled, listed } from '../claim/parties.ts';
import { defined, money, quantity } from '../read/fields.ts';
import { all, first, type Loop, value } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { decimal } from '../write/parts.ts';

/** Somebody named by NM1; undefined where the segment is missing or says nothing. */
export function readPerson(loop: Loop, role: string): RemitPerson | undefined {
  const nm1 = first(loop, 'NM1', role);
  return (
    nm1 &&
    filled(
      defined<RemitPerson>({
        lastName: value(nm1, 3),
        firstName: value(nm1, 4),
        middleName: value(nm1, 5),
        suffix: value(nm1, 7),
        memberId: value(nm1, 9),
      }),
    )
  );
}

export function personSegments(
  role: string,
  person: RemitPerson | undefined,
  qualifier: string,
): DraftSegment[] {
  if (!person) return [];
  const { lastName, firstName, middleName, suffix, memberId } = person;
  return [['NM1', role, '1', lastName, firstName, middleName, '', suffix, memberId && qualifier, memberId]];
}

export function readOtherPayer(loop: Loop, role: string): OtherRemitPayer | undefined {
  const nm1 = first(loop, 'NM1', role);
  const qualifier = value(nm1, 8);
  return (
    nm1 &&
    defined<OtherRemitPayer>({
      name: value(nm1, 3) ?? '',
      id: value(nm1, 9) ?? '',
      qualifier: qualifier === 'PI' ? undefined : qualifier,
    })
  );
}

export function otherPayerSegments(role: string, payer: OtherRemitPayer | undefined): DraftSegment[] {
  if (!payer) return [];
  return [['NM1', role, '2', payer.name, '', '', '', '', payer.qualifier ?? 'PI', payer.id]];
}

/** Means of communication as PER names them. An extension stands behind its telephone number, and may be third. */
const means = [
  ['EM', 'email'],
  ['TE', 'phone'],
  ['EX', 'extension'],
  ['UR', 'url'],
  ['FX', 'fax'],
] as const;

export function readContacts(loop: Loop | undefined, role: string): RemitContact[] {
  return (loop ? all(loop, 'PER', role) : []).map((per) => {
    const contact = defined<RemitContact>({ name: value(per, 2) });
    for (const index of [3, 5, 7]) {
      const how = means.find(([code]) => code === value(per, index))?.[1];
      const number = value(per, index + 1);
      if (how && number !== undefined) contact[how] ??= number;
    }
    return contact;
  });
}

/** As many ways as PER has room for. */
export function contactSegment(role: string, contact: RemitContact): DraftSegment {
  const ways = means.flatMap(([code, how]) => (contact[how] ? [code, contact[how]] : []));
  return ['PER', role, contact.name, ...ways.slice(0, 6)];
}

/** AMT segments but for those that have a name of their own. */
export function readAmounts(loop: Loop, ...named: string[]): RemitAmount[] | undefined {
  return listed(
    all(loop, 'AMT')
      .map((amt) => ({ kind: value(amt, 1) ?? '', amount: money(amt, 2) }))
      .filter(({ kind }) => kind !== '' && !named.includes(kind)),
  );
}

export function amountSegments(amounts: readonly RemitAmount[] | undefined): DraftSegment[] {
  return (amounts ?? []).map(({ kind, amount }) => ['AMT', kind, formatAmount(amount)]);
}

export function readQuantities(loop: Loop): RemitQuantity[] | undefined {
  return listed(
    all(loop, 'QTY').map((qty) => ({ kind: value(qty, 1) ?? '', quantity: quantity(qty, 2) ?? 0 })),
  );
}

export function quantitySegments(quantities: readonly RemitQuantity[] | undefined): DraftSegment[] {
  return (quantities ?? []).map((one) => ['QTY', one.kind, decimal(one.quantity)]);
}
