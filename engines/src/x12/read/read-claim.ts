import {
  type BillingProvider,
  type Claim,
  type ClaimLine,
  type ClaimPayer,
  type Contact,
  type LineAdjudication,
  type OtherCoverage,
  type PayerSequence,
  type Person,
  type Provider,
  parseCompactDate,
  type Relationship,
  type Sex,
  type Subscriber,
} from '../../model/index.ts';
import { all, around, first, type Loop, loopOf, loopsOf, part, value } from '../loop.ts';
import { amount } from '../rules/amounts.ts';
import { component, components, element } from '../segment.ts';
import { address, adjustments, day, days, defined, dotted, money, quantity } from './fields.ts';

const frequencies: readonly Claim['frequency'][] = ['1', '7', '8'];

/** A claim of loop 2300 with the levels around it; undefined when it lacks what no claim can be without. */
export function readClaim(loop: Loop): Claim | undefined {
  const clm = first(loop, 'CLM');
  const level = around(loop, '2000B');
  const sbr = first(level, 'SBR');
  const patientLevel = around(loop, '2000C');
  const patient = patientLevel && person(loopOf(patientLevel, '2010CA'));
  const lines = loopsOf(loop, '2400').map(readLine);
  const frequency = frequencies.find((code) => code === part(clm, 5, 3));
  const payerSequence = sequence(value(sbr, 1));
  const whole = lines.filter((line) => line !== undefined);
  if (!clm || !frequency || !payerSequence || whole.length < lines.length) return undefined;
  if (patientLevel && !patient) return undefined;
  return defined<Claim>({
    kind: 'professional',
    controlNumber: element(clm, 1),
    frequency,
    payerControlNumber: value(first(loop, 'REF', 'F8'), 2),
    placeOfService: component(clm, 5, 1),
    billingProvider: billingProvider(around(loop, '2000A')),
    renderingProvider: provider(loopOf(loop, '2310B')),
    referringProvider: provider(loopsOf(loop, '2310A').find((one) => first(one, 'NM1', 'DN'))),
    serviceFacility: facility(loopOf(loop, '2310C')),
    payerSequence,
    payer: payer(loopOf(level, '2010BB'), value(sbr, 9)),
    subscriber: subscriber(loopOf(level, '2010BA'), value(sbr, 3)),
    relationship: patientLevel ? relationship(value(first(patientLevel, 'PAT'), 1)) : 'self',
    patient,
    otherCoverages: loopsOf(loop, '2320').map(otherCoverage),
    diagnoses: diagnoses(loop),
    authorizationNumber: value(first(loop, 'REF', 'G1'), 2),
    assignmentOfBenefits: value(clm, 8) === 'Y',
    patientPaid: amount(first(loop, 'AMT', 'F5'), 2),
    charge: money(clm, 2),
    lines: whole,
  });
}

function sequence(code: string | undefined): PayerSequence | undefined {
  // A to H are payers after the third, U is unknown: what we decide from is whether any comes before.
  if (code === 'P' || code === 'S') return code;
  return code === undefined ? undefined : 'T';
}

function sex(code: string | undefined): Sex {
  return code === 'F' || code === 'M' ? code : 'U';
}

function relationship(code: string | undefined): Relationship {
  return ({ '18': 'self', '01': 'spouse', '19': 'child' } as const)[code ?? ''] ?? 'other';
}

function billingProvider(level: Loop | undefined): BillingProvider {
  const loop = loopOf(level, '2010AA');
  const name = first(loop, 'NM1');
  const tax = first(loop, 'REF', 'EI', 'SY');
  return defined<BillingProvider>({
    name: value(name, 3) ?? '',
    firstName: value(name, 2) === '1' ? value(name, 4) : undefined,
    npi: value(name, 9) ?? '',
    taxId: value(tax, 2) ?? '',
    taxIdType: value(tax, 1) === 'SY' ? 'SY' : undefined,
    taxonomy: value(first(level, 'PRV', 'BI'), 3),
    address: address(loop) ?? { line1: '', city: '', state: '', zip: '' },
    contacts: contacts(loop),
  });
}

function contacts(loop: Loop | undefined): Contact[] | undefined {
  const found = loop ? all(loop, 'PER') : [];
  const read = found.map((per) => {
    const index = [3, 5, 7].find((i) => value(per, i) === 'TE');
    return defined<Contact>({
      name: value(per, 2),
      phone: index === undefined ? undefined : value(per, index + 1),
    });
  });
  return read.length > 0 ? read : undefined;
}

function provider(loop: Loop | undefined): Provider | undefined {
  const name = first(loop, 'NM1');
  if (!name) return undefined;
  return defined<Provider>({
    npi: value(name, 9) ?? '',
    lastName: value(name, 3) ?? '',
    firstName: value(name, 4),
    taxonomy: value(first(loop, 'PRV'), 3),
  });
}

function facility(loop: Loop | undefined): Claim['serviceFacility'] {
  const name = first(loop, 'NM1');
  const where = address(loop);
  return (
    name &&
    where &&
    defined<NonNullable<Claim['serviceFacility']>>({
      name: value(name, 3) ?? '',
      npi: value(name, 9),
      address: where,
    })
  );
}

function payer(loop: Loop | undefined, filing: string | undefined): ClaimPayer {
  const name = first(loop, 'NM1');
  return defined<ClaimPayer>({
    payerId: value(name, 9) ?? '',
    name: value(name, 3) ?? '',
    claimFilingIndicator: filing ?? '',
    address: address(loop),
  });
}

function subscriber(loop: Loop | undefined, groupNumber: string | undefined): Subscriber {
  const name = first(loop, 'NM1');
  const demographics = first(loop, 'DMG');
  return defined<Subscriber>({
    lastName: value(name, 3) ?? '',
    firstName: value(name, 4) ?? '',
    middleName: value(name, 5),
    birthDate: day(demographics, 2),
    sex: demographics && sex(value(demographics, 3)),
    address: address(loop),
    memberId: value(name, 9) ?? '',
    groupNumber,
  });
}

function person(loop: Loop | undefined): Person | undefined {
  const name = first(loop, 'NM1');
  const demographics = first(loop, 'DMG');
  const birthDate = day(demographics, 2);
  if (!name || birthDate === undefined) return undefined;
  return defined<Person>({
    lastName: value(name, 3) ?? '',
    firstName: value(name, 4) ?? '',
    middleName: value(name, 5),
    birthDate,
    sex: sex(value(demographics, 3)),
    address: address(loop),
  });
}

function otherCoverage(loop: Loop): OtherCoverage {
  const sbr = first(loop, 'SBR');
  const taken = adjustments(loop);
  return defined<OtherCoverage>({
    sequence: sequence(value(sbr, 1)) ?? 'T',
    payer: payer(loopOf(loop, '2330B'), value(sbr, 9)),
    subscriber: subscriber(loopOf(loop, '2330A'), value(sbr, 3)),
    relationship: relationship(value(sbr, 2)),
    paid: amount(first(loop, 'AMT', 'D'), 2),
    adjustments: taken.length > 0 ? taken : undefined,
  });
}

function diagnoses(loop: Loop): string[] {
  return all(loop, 'HI', 'ABK', 'BK').flatMap((hi) =>
    hi.elements
      .slice(1)
      .map((_, index) => component(hi, index + 1, 2))
      .filter((code) => code !== '')
      .map(dotted),
  );
}

function readLine(loop: Loop): ClaimLine | undefined {
  const sv1 = first(loop, 'SV1');
  const { from, to } = days(first(loop, 'DTP', '472'));
  if (!sv1 || from === undefined) return undefined;
  const decisions = loopsOf(loop, '2430').flatMap(adjudication);
  return defined<ClaimLine>({
    controlNumber: value(first(loop, 'REF', '6R'), 2) ?? value(first(loop, 'LX'), 1) ?? '',
    procedure: component(sv1, 1, 2),
    modifiers: [3, 4, 5, 6].map((n) => component(sv1, 1, n)).filter((code) => code !== ''),
    charge: money(sv1, 2),
    units: quantity(sv1, 4) ?? 0,
    unitBasis: value(sv1, 3) === 'MJ' ? 'MJ' : 'UN',
    diagnosisPointers: components(sv1, element(sv1, 7))
      .filter((n) => /^\d+$/.test(n))
      .map(Number),
    serviceDate: from,
    serviceDateTo: to,
    placeOfService: value(sv1, 5),
    authorizationNumber: value(first(loop, 'REF', 'G1'), 2),
    adjudications: decisions.length > 0 ? decisions : undefined,
  });
}

function adjudication(loop: Loop): LineAdjudication[] {
  const svd = first(loop, 'SVD');
  const date = parseCompactDate(value(first(loop, 'DTP', '573'), 3) ?? '');
  if (!svd || !date) return [];
  return [
    {
      payerId: element(svd, 1),
      paid: money(svd, 2),
      units: quantity(svd, 5) ?? 0,
      adjustments: adjustments(loop),
      date,
    },
  ];
}
