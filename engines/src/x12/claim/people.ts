import {
  type Claim,
  type ClaimKind,
  compactDate,
  type Person,
  type Relationship,
  type Sex,
  type Subscriber,
} from '../../model/index.ts';
import { day, defined, quantity } from '../read/fields.ts';
import { first, type Loop, loopOf, value } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { addressSegments, decimal } from '../write/parts.ts';
import { wantPlace } from './kinds.ts';
import { contactSegment, nameSegment, readAddress, readContacts, readName } from './parties.ts';

const relationshipCodes: Record<Relationship, string> = {
  self: '18',
  spouse: '01',
  child: '19',
  employee: '20',
  unknown: '21',
  'organ-donor': '39',
  'cadaver-donor': '40',
  'life-partner': '53',
  other: 'G8',
};

const relationships = new Map(
  (Object.keys(relationshipCodes) as Relationship[]).map((name) => [relationshipCodes[name], name]),
);

/** PAT01 or SBR02. */
export function readRelationship(code: string | undefined): Relationship {
  return relationships.get(code ?? '') ?? 'other';
}

export function relationshipCode(relationship: Relationship): string {
  return relationshipCodes[relationship];
}

function readSex(code: string | undefined): Sex {
  return code === 'F' || code === 'M' ? code : 'U';
}

type Facts = Pick<Person, 'deathDate' | 'weight' | 'pregnant'>;

/** PAT05 to PAT09. */
function readPatientFacts(level: Loop | undefined): Facts {
  const pat = first(level, 'PAT');
  return defined<Facts>({
    deathDate: day(pat, 6),
    weight: quantity(pat, 8),
    pregnant: value(pat, 9) === 'Y' ? true : undefined,
  });
}

type Numbers = Pick<Person, 'ssn' | 'patientId' | 'casualtyClaimNumber' | 'contact'>;

function readNumbers(loop: Loop | undefined): Numbers {
  return defined<Numbers>({
    ssn: value(first(loop, 'REF', 'SY'), 2),
    patientId: value(first(loop, 'REF', '1W'), 2),
    casualtyClaimNumber: value(first(loop, 'REF', 'Y4'), 2),
    contact: readContacts(loop)[0],
  });
}

/** Loop 2010BA or 2330A; `level` is the loop around it, with SBR and PAT. */
export function readSubscriber(level: Loop | undefined, id: '2010BA' | '2330A'): Subscriber {
  const loop = loopOf(level, id);
  const [nm1, sbr, dmg] = [first(loop, 'NM1'), first(level, 'SBR'), first(loop, 'DMG')];
  const name = readName(nm1);
  return defined<Subscriber>({
    ...name,
    firstName: name.firstName ?? '',
    birthDate: day(dmg, 2),
    sex: dmg && readSex(value(dmg, 3)),
    address: readAddress(loop),
    memberId: value(nm1, 9) ?? '',
    memberIdType: value(nm1, 8) === 'II' ? 'II' : undefined,
    groupNumber: value(sbr, 3),
    groupName: value(sbr, 4),
    organization: value(nm1, 2) === '2' ? true : undefined,
    ...readNumbers(loop),
    ...readPatientFacts(level),
  });
}

/** Loop 2010CA; undefined without a name or a birth date. */
export function readPatient(level: Loop | undefined): Person | undefined {
  const loop = loopOf(level, '2010CA');
  const [nm1, dmg] = [first(loop, 'NM1'), first(loop, 'DMG')];
  const birthDate = day(dmg, 2);
  if (!nm1 || birthDate === undefined) return undefined;
  const name = readName(nm1);
  return defined<Person>({
    ...name,
    firstName: name.firstName ?? '',
    birthDate,
    sex: readSex(value(dmg, 3)),
    address: readAddress(loop),
    ...readNumbers(loop),
    ...readPatientFacts(level),
  });
}

/** NM1*IL. */
export function insuredSegment(who: Subscriber): DraftSegment {
  const { memberId, memberIdType = 'MI', organization } = who;
  return nameSegment('IL', organization ? '2' : '1', who, memberIdType, memberId || undefined);
}

function demographicSegments({ birthDate, sex }: Pick<Subscriber, 'birthDate' | 'sex'>): DraftSegment[] {
  return birthDate === undefined ? [] : [['DMG', 'D8', compactDate(birthDate), sex]];
}

function numberSegments(who: Numbers, kind: ClaimKind): DraftSegment[] {
  const { ssn, patientId, casualtyClaimNumber, contact } = who;
  wantPlace(kind, 'P', 'contact', contact);
  return [
    ...(ssn ? [['REF', 'SY', ssn] as const] : []),
    ...(patientId ? [['REF', '1W', patientId] as const] : []),
    ...(casualtyClaimNumber ? [['REF', 'Y4', casualtyClaimNumber] as const] : []),
    ...(contact ? [contactSegment(contact)] : []),
  ];
}

/** PAT05 to PAT09; undefined when they say nothing. */
function patientFacts({ deathDate, weight, pregnant }: Facts, kind: ClaimKind): string[] | undefined {
  if (deathDate === undefined && weight === undefined && !pregnant) return undefined;
  wantPlace(kind, 'P', 'deathDate', deathDate);
  wantPlace(kind, 'P', 'weight', weight);
  wantPlace(kind, 'P', 'pregnant', pregnant);
  return [
    deathDate === undefined ? '' : 'D8',
    deathDate === undefined ? '' : compactDate(deathDate),
    weight === undefined ? '' : '01',
    decimal(weight) ?? '',
    pregnant ? 'Y' : '',
  ];
}

/** Loop 2010BA and, before it, PAT: who is not the patient has neither address nor birth date there. */
export function subscriberSegments({ kind, subscriber, patient }: Claim): {
  pat: DraftSegment[];
  loop: DraftSegment[];
} {
  const facts = patient ? undefined : patientFacts(subscriber, kind);
  const own = patient ? [] : [...addressSegments(subscriber.address), ...demographicSegments(subscriber)];
  return {
    pat: facts ? [['PAT', '', '', '', '', ...facts]] : [],
    loop: [insuredSegment(subscriber), ...own, ...numberSegments(subscriber, kind)],
  };
}

/** PAT and loop 2010CA. */
export function patientSegments(kind: ClaimKind, relationship: Relationship, person: Person): DraftSegment[] {
  const facts = patientFacts(person, kind);
  return [
    ['PAT', relationshipCode(relationship), '', '', '', ...(facts ?? [])],
    nameSegment('QC', '1', person),
    ...addressSegments(person.address),
    ...demographicSegments(person),
    ...numberSegments(person, kind),
  ];
}
