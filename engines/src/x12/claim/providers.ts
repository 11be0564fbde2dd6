import type { ClaimKind, Provider, ProvidersByRole } from '../../model/index.ts';
import { defined } from '../read/fields.ts';
import { first, type Loop, value } from '../walk/loop.ts';
import { type DraftSegment, X12WriteError } from '../write/draft.ts';
import { addressSegments } from '../write/parts.ts';
import {
  contactSegment,
  identifierSegments,
  nameSegment,
  readAddress,
  readContacts,
  readFacility,
  readIdentifiers,
  readName,
} from './parties.ts';

type Field = keyof ProvidersByRole;

/** NM101 of each role. */
const fields: Readonly<Record<string, Field>> = {
  '71': 'attendingProvider',
  '72': 'operatingProvider',
  ZZ: 'otherOperatingProvider',
  DN: 'referringProvider',
  P3: 'primaryCareProvider',
  '82': 'renderingProvider',
  QB: 'purchasedServiceProvider',
  '77': 'serviceFacility',
  DD: 'assistantSurgeon',
  DQ: 'supervisingProvider',
  DK: 'orderingProvider',
  PW: 'pickUp',
  '45': 'dropOff',
};

interface Roles {
  /** Loops 2310A and on, in their order. */
  claim: string;
  /** Loops 2420A and on. */
  line: string;
  /** Roles that an organization may fill (NM102 is 2). */
  firms: readonly string[];
  /** PRV01 of the roles whose taxonomy is told. */
  specialties: Readonly<Record<string, string>>;
}

const rolesOf: Readonly<Record<ClaimKind, Roles>> = {
  professional: {
    claim: 'DN P3 82 77 DQ PW 45',
    line: '82 QB 77 DQ DK DN P3 PW 45',
    firms: ['82', 'QB'],
    specialties: { '82': 'PE' },
  },
  institutional: {
    claim: '71 72 ZZ 82 77 DN',
    line: '72 ZZ 82 DN',
    firms: [],
    specialties: { '71': 'AT' },
  },
  dental: {
    claim: 'DN P3 82 77 DD DQ',
    line: '82 DD DQ 77',
    firms: ['82'],
    specialties: { DN: 'RF', P3: 'RF', '82': 'PE', DD: 'AS' },
  },
};

const nowhere = { line1: '', city: '', state: '', zip: '' };

/** Everybody in a role on a claim (loops 2310) or a line (2420). */
export function readProviders(loop: Loop, prefix: '2310' | '2420', kind: ClaimKind): ProvidersByRole {
  const found: ProvidersByRole = {};
  for (const inner of loop.loops) {
    if (!inner.id.startsWith(prefix)) continue;
    const code = value(first(inner, 'NM1'), 1) ?? '';
    const field = Object.hasOwn(fields, code) ? fields[code] : undefined;
    if (field === 'serviceFacility') found[field] = readFacility(inner);
    else if (field === 'pickUp') found[field] = readAddress(inner) ?? nowhere;
    else if (field === 'dropOff') found[field] = readDropOff(inner);
    else if (field) found[field] = readProvider(inner, rolesOf[kind].firms.includes(code));
  }
  return found;
}

function readDropOff(loop: Loop): NonNullable<ProvidersByRole['dropOff']> {
  return defined<NonNullable<ProvidersByRole['dropOff']>>({
    name: value(first(loop, 'NM1'), 3),
    address: readAddress(loop) ?? nowhere,
  });
}

function readProvider(loop: Loop, mayBeFirm: boolean): Provider {
  const nm1 = first(loop, 'NM1');
  const name = readName(nm1);
  return defined<Provider>({
    ...name,
    npi: value(nm1, 9),
    person: mayBeFirm && value(nm1, 2) === '1' && name.firstName === undefined ? true : undefined,
    taxonomy: value(first(loop, 'PRV'), 3),
    otherIds: readIdentifiers(loop),
    address: readAddress(loop),
    contact: readContacts(loop)[0],
  });
}

/** The loops of everybody in a role. A taxonomy is left out where the role's loop has no PRV. */
export function providerSegments(
  providers: ProvidersByRole,
  on: 'claim' | 'line',
  kind: ClaimKind,
  path: string,
): DraftSegment[] {
  const codes = rolesOf[kind][on].split(' ');
  const misplaced = Object.entries(fields).find(([code, field]) => providers[field] && !codes.includes(code));
  if (misplaced) throw new X12WriteError(path + misplaced[1], `has no place on a ${on} that is ${kind}`);
  return codes.flatMap((code) => roleSegments(code, providers, rolesOf[kind]));
}

function roleSegments(
  code: string,
  providers: ProvidersByRole,
  { firms, specialties }: Roles,
): DraftSegment[] {
  const field = fields[code];
  if (field === undefined) return [];
  if (field === 'pickUp') {
    const where = providers[field];
    return where ? [['NM1', code, '2'], ...addressSegments(where)] : [];
  }
  if (field === 'dropOff') {
    const where = providers[field];
    return where ? [['NM1', code, '2', where.name], ...addressSegments(where.address)] : [];
  }
  if (field === 'serviceFacility') {
    const where = providers[field];
    if (!where) return [];
    return [
      nameSegment(code, '2', { lastName: where.name }, 'XX', where.npi),
      ...addressSegments(where.address),
      ...identifierSegments(where.otherIds),
      ...(where.contact ? [contactSegment(where.contact)] : []),
    ];
  }
  const who = providers[field];
  if (!who) return [];
  const firm = firms.includes(code) && who.firstName === undefined && !who.person;
  const specialty = specialties[code];
  return [
    nameSegment(code, firm ? '2' : '1', who, 'XX', who.npi),
    ...(who.taxonomy && specialty ? [['PRV', specialty, 'PXC', who.taxonomy] as const] : []),
    ...(field === 'orderingProvider' ? addressSegments(who.address) : []),
    ...identifierSegments(who.otherIds),
    ...(field === 'orderingProvider' && who.contact ? [contactSegment(who.contact)] : []),
  ];
}
