import type { BillingProvider, ClaimKind, PayToPlan } from '../../model/index.ts';
import { defined } from '../read/fields.ts';
import { first, type Loop, loopOf, value } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { addressSegments } from '../write/parts.ts';
import { wantPlace } from './kinds.ts';
import {
  contactSegment,
  identifierSegments,
  listed,
  nameSegment,
  readAddress,
  readContacts,
  readIdentifiers,
  readName,
} from './parties.ts';

const nowhere = { line1: '', city: '', state: '', zip: '' };

/** Level 2000A with loops 2010AA to AC. */
export function readBillingProvider(level: Loop | undefined): BillingProvider {
  const loop = loopOf(level, '2010AA');
  const [nm1, tax] = [first(loop, 'NM1'), first(loop, 'REF', 'EI', 'SY')];
  const { lastName, firstName, middleName, suffix } = readName(nm1);
  const person = value(nm1, 2) === '1';
  return defined<BillingProvider>({
    name: lastName,
    firstName: person ? firstName : undefined,
    middleName: person ? middleName : undefined,
    suffix: person ? suffix : undefined,
    person: person && firstName === undefined ? true : undefined,
    npi: value(nm1, 9) ?? '',
    taxId: value(tax, 2) ?? '',
    taxIdType: value(tax, 1) === 'SY' ? 'SY' : undefined,
    taxonomy: value(first(level, 'PRV', 'BI'), 3),
    address: readAddress(loop) ?? nowhere,
    contacts: listed(readContacts(loop)),
    otherIds: readIdentifiers(loop, '0B', '1G'),
    currency: value(first(level, 'CUR'), 2),
    payToAddress: readAddress(loopOf(level, '2010AB')),
    payToPlan: readPayToPlan(loopOf(level, '2010AC')),
  });
}

function readPayToPlan(loop: Loop | undefined): PayToPlan | undefined {
  const nm1 = first(loop, 'NM1');
  if (!nm1) return undefined;
  return defined<PayToPlan>({
    name: value(nm1, 3) ?? '',
    id: value(nm1, 9) ?? '',
    idType: value(nm1, 8) === 'XV' ? 'XV' : undefined,
    address: readAddress(loop) ?? nowhere,
    taxId: value(first(loop, 'REF', 'EI'), 2) ?? '',
    otherIds: readIdentifiers(loop, '2U', 'FY', 'NF'),
  });
}

/** PRV, CUR and loops 2010AA to AC. */
export function billingProviderSegments(provider: BillingProvider, kind: ClaimKind): DraftSegment[] {
  const { name, npi, taxId, taxIdType = 'EI', taxonomy, currency, contacts = [], otherIds } = provider;
  const entity = provider.firstName === undefined && !provider.person ? '2' : '1';
  if (entity === '1') wantPlace(kind, 'PD', 'billingProvider.firstName', entity);
  if (taxIdType === 'SY') wantPlace(kind, 'PD', 'billingProvider.taxIdType', taxIdType);
  wantPlace(kind, 'PD', 'billingProvider.otherIds', otherIds);
  return [
    ...(taxonomy ? [['PRV', 'BI', 'PXC', taxonomy] as const] : []),
    ...(currency ? [['CUR', '85', currency] as const] : []),
    nameSegment('85', entity, { ...provider, lastName: name }, 'XX', npi || undefined),
    ...addressSegments(provider.address),
    ['REF', taxIdType, taxId],
    ...identifierSegments(otherIds),
    ...contacts.map(contactSegment),
    ...(provider.payToAddress
      ? [['NM1', '87', entity] as const, ...addressSegments(provider.payToAddress)]
      : []),
    ...(provider.payToPlan ? payToPlanSegments(provider.payToPlan) : []),
  ];
}

function payToPlanSegments({ name, id, idType, address, taxId, otherIds }: PayToPlan): DraftSegment[] {
  return [
    nameSegment('PE', '2', { lastName: name }, idType ?? 'PI', id),
    ...addressSegments(address),
    ...identifierSegments(otherIds),
    ['REF', 'EI', taxId],
  ];
}
